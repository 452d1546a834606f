from pathlib import Path
from typing import Any

import pytest

from importers.arxiv_oai.format import ArxivOai
from importers.errors import FileCutShort, FileRefused
from importers.records import AuthorRecord, Identifier, Rejected, TopicRecord, WorkRecord, WorkType

ANSWER = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>2017-12-14T13:00:41Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXiv">http://export.arxiv.org/oai2</request>
<ListRecords>
{}<resumptionToken cursor="0" completeListSize="1090">6460044|1001</resumptionToken>
</ListRecords>
</OAI-PMH>
"""
ARXIV = """<arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://arxiv.org/OAI/arXiv/ http://arxiv.org/OAI/arXiv.xsd">
 <id>math/0611800</id><created>2006-11-26</created><updated>2007-04-02</updated><authors>
 <author><keyname>Collaboration</keyname><forenames>for the BABAR</forenames></author>
 <author><keyname>:</keyname><affiliation>X</affiliation></author>
 <author><keyname>Evans</keyname><forenames>Neal J.</forenames><suffix>II</suffix>
  <affiliation>Univ. of X</affiliation><affiliation>Y Lab</affiliation></author>
 </authors><title>On the Gr\\"obner basis
  of $p$-adic numbers</title><categories>math.CA cs.IT</categories><comments>7 pages</comments>
 <msc-class>05C80</msc-class><journal-ref>J. X 1 (2007)</journal-ref><doi>10.1364/JOSAA.23.002578</doi>
 <license>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</license><abstract>  We study
them: $x &lt; y$.
</abstract></arXiv>"""
RAW = """<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
 <id>2501.10120</id><submitter>A. Uno</submitter>
 <version version="v1"><date>Fri, 17 Jan 2025 23:30:00 -0500</date><size>12kb</size></version>
 <version version="v2"><date>Thu, 6 Feb 2025 12:00:00 GMT</date><size>0kb</size><source_type>I</source_type></version>
 <title>T</title><authors>The X Collaboration: A. Uno (1), B. Due (2) ((1) Univ. of X, (2) Y Lab)</authors>
 <categories>cs.CL cs.IR</categories><comments>Withdrawn because of an error in eq. 1</comments>
 <abstract>A.</abstract></arXivRaw>"""
DUBLIN_CORE = """<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
 <dc:title>The Lovasz number</dc:title>
 <dc:creator>Coja-Oghlan, Amin</dc:creator>
 <dc:creator>Evans, Neal J., II</dc:creator>
 <dc:creator>The X Collaboration</dc:creator>
 <dc:subject>Mathematics - Combinatorics</dc:subject>
 <dc:subject>Nuclear Experiment</dc:subject>
 <dc:subject>05C80, 05C15</dc:subject>
 <dc:description>  We study it.</dc:description>
 <dc:description>Comment: 7 pages</dc:description>
 <dc:date>2003-06-18</dc:date>
 <dc:date>2005-01-02</dc:date>
 <dc:type>text</dc:type>
 <dc:identifier>http://arxiv.org/abs/math/0306266</dc:identifier>
 <dc:identifier>Combinatorics, Probability and Computing 14 (2005) 439 - 465</dc:identifier>
 <dc:identifier>doi:10.1017/S0963548305006826</dc:identifier>
</oai_dc:dc>"""


def record(metadata: str, id_: str = "math/0611800") -> str:
    return (
        f"<record><header><identifier>oai:arXiv.org:{id_}</identifier><datestamp>2017-12-14</datestamp>"
        f"<setSpec>math</setSpec></header><metadata>{metadata}</metadata></record>\n"
    )


def written(folder: Path, content: str) -> Path:
    path = folder / "a.xml"
    path.write_text(content, "utf-8")
    return path


def read(path: Path) -> list[Any]:
    (file,) = ArxivOai().files([path])
    return list(ArxivOai().read(file))


def answered(folder: Path, *records: str) -> list[Any]:
    return read(written(folder, ANSWER.format("".join(records))))


def test_a_record_of_arxivs_own_format_is_a_preprint(tmp_path: Path) -> None:
    (work,) = answered(tmp_path, record(ARXIV))
    assert work == WorkRecord(
        source="arxiv",
        key="math/0611800",
        identifiers=(Identifier("arxiv", "math/0611800"), Identifier("doi", "10.1364/josaa.23.002578")),
        title='On the Gr\\"obner basis of $p$-adic numbers',
        plain_title="On the Gröbner basis of p-adic numbers",
        type=WorkType.PREPRINT,
        authors=(
            AuthorRecord("BABAR Collaboration"),
            AuthorRecord("Neal J. Evans II", raw_affiliation="Univ. of X; Y Lab"),
        ),
        abstract="We study them: x < y.",
        year=2006,
        first_published_at="2006-11-26",
        latest_version_at="2007-04-02",
        venue=work.venue,
        topics=(
            TopicRecord("arxiv", "math.CA", "Classical Analysis and ODEs", primary=True),
            TopicRecord("arxiv", "cs.IT", "Information Theory"),
        ),
        url="https://arxiv.org/abs/math/0611800",
        pdf_url="https://arxiv.org/pdf/math/0611800",
        is_open_access=True,
    )


def test_the_datestamp_is_no_date_of_the_paper(tmp_path: Path) -> None:
    (work,) = answered(tmp_path, record(ARXIV.replace("<updated>2007-04-02</updated>", "")))
    assert (work.first_published_at, work.latest_version_at) == ("2006-11-26", "2006-11-26")


def test_a_raw_record_has_all_versions_and_its_authors_in_one_string(tmp_path: Path) -> None:
    (work,) = answered(tmp_path, record(RAW))
    assert work.versions == ("2025-01-18T04:30:00Z", "2025-02-06T12:00:00Z")
    assert (work.first_published_at, work.latest_version_at, work.year) == (*work.versions, 2025)
    assert work.authors == (
        AuthorRecord("The X Collaboration"),
        AuthorRecord("A. Uno", raw_affiliation="Univ. of X"),
        AuthorRecord("B. Due", raw_affiliation="Y Lab"),
    )


def test_a_withdrawal_is_a_version_with_its_reason_in_the_comments(tmp_path: Path) -> None:
    (work,) = answered(tmp_path, record(RAW))
    assert (work.retracted, work.withdrawn) == (True, "Withdrawn because of an error in eq. 1")


def test_dublin_core_names_categories_inverts_names_and_mixes_identifiers(tmp_path: Path) -> None:
    (work,) = answered(tmp_path, record(DUBLIN_CORE))
    assert work.identifiers == (Identifier("arxiv", "math/0306266"), Identifier("doi", "10.1017/s0963548305006826"))
    assert [author.name for author in work.authors] == ["Amin Coja-Oghlan", "Neal J. Evans II", "The X Collaboration"]
    assert [(topic.code, topic.primary) for topic in work.topics] == [("math.CO", True), ("nucl-ex", False)]
    assert work.abstract == "We study it."
    assert (work.first_published_at, work.latest_version_at) == ("2003-06-18", "2005-01-02")


def test_a_deleted_record_is_rejected_and_says_so(tmp_path: Path) -> None:
    deleted = '<record><header status="deleted"><identifier>oai:arXiv.org:0901.2443</identifier></header></record>'
    rejected, work = answered(tmp_path, deleted, record(ARXIV))
    assert isinstance(rejected, Rejected)
    assert (rejected.place, rejected.reason) == ("record 1 oai:arXiv.org:0901.2443", "arXiv has deleted it")
    assert isinstance(work, WorkRecord)


def test_records_that_cannot_be_used_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    *rejected, work = answered(
        tmp_path,
        record(ARXIV.replace("math/0611800", "nonsense"), "a"),
        record("<marc/>", "b"),
        record("", "c"),
        record(DUBLIN_CORE.replace("http://arxiv.org/abs/", "http://example.org/"), "d"),
        record(ARXIV),
    )
    assert [(each.place, each.reason) for each in rejected] == [
        ("record 1 oai:arXiv.org:a", "'nonsense' is no arXiv id"),
        ("record 2 oai:arXiv.org:b", "its metadata is <marc>; read are arXiv, arXivRaw, dc"),
        ("record 3 oai:arXiv.org:c", "it has no metadata"),
        ("record 4 oai:arXiv.org:d", "'' is no arXiv id"),
    ]
    assert work.key == "math/0611800"


@pytest.mark.parametrize("own", ['xmlns="http://arxiv.org/OAI/arXiv/" ', ""], ids=["declared", "undeclared"])
def test_a_record_kept_by_itself_is_read_whatever_it_declares(tmp_path: Path, own: str) -> None:
    bare = ARXIV.replace(
        'xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', own
    )
    (work,) = read(written(tmp_path, record(bare)))
    assert work.key == "math/0611800"


def test_an_answer_without_matches_has_no_papers(tmp_path: Path) -> None:
    content = ANSWER.replace("<ListRecords>", "").replace("</ListRecords>", "")
    assert read(written(tmp_path, content.format('<error code="noRecordsMatch">nothing</error>'))) == []


def test_an_answer_that_is_an_error_is_refused_with_what_it_says(tmp_path: Path) -> None:
    content = ANSWER.replace("<ListRecords>", "").replace("</ListRecords>", "")
    with pytest.raises(FileRefused, match="badResumptionToken expired"):
        read(written(tmp_path, content.format('<error code="badResumptionToken">expired</error>')))


def test_an_answer_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = ANSWER.format(record(ARXIV) + record(RAW))
    (file,) = ArxivOai().files([written(tmp_path, whole[: whole.index("<submitter>")])])
    records = ArxivOai().read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="line 21"):
        next(records)


def test_entities_are_refused(tmp_path: Path) -> None:
    content = ANSWER.format(record(ARXIV)).replace(
        "<OAI-PMH", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><OAI-PMH', 1
    )
    with pytest.raises(FileRefused, match="declares entities"):
        read(written(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<collection id='N18'/>",
        "<record><header><identifier>info:doi/10.1002%2F1</identifier></header><metadata/></record>",
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><request>http://other.org/oai</request></OAI-PMH>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id></feed>',
    ],
)
def test_what_is_not_from_arxivs_archive_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileRefused, match=r"it is not OAI-PMH of arXiv|it is empty"):
        read(written(tmp_path, content))
