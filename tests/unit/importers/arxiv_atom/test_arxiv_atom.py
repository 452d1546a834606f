import gzip
from pathlib import Path
from typing import Any

import pytest

from importers.arxiv_atom.format import ArxivAtom
from importers.errors import FileCutShort, FileRefused
from importers.records import AuthorRecord, Identifier, Rejected, TopicRecord, WorkRecord, WorkType

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3Dall%3Aelectron" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=all:electron&amp;id_list=&amp;start=0&amp;max_results=3</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2007-10-08T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">3</opensearch:totalResults>
"""
OLD = """  <entry>
    <id>http://arxiv.org/abs/math.CA/0611800v2</id>
    <updated>2006-11-27T23:30:00-05:00</updated>
    <published>2006-11-25T23:30:00-05:00</published>
    <title>On the Gr\\"obner basis
  of $p$-adic numbers &amp; more</title>
    <summary>  We study
them: $x &lt; y$.
</summary>
    <author>
      <name>H1 Collaboration</name>
    </author>
    <author>
      <name>:</name>
    </author>
    <author>
      <name>C. -P. Bal\\'azs</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Univ. of X</arxiv:affiliation>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Y Lab</arxiv:affiliation>
    </author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1364/JOSAA.23.002578 10.1364/JOSAA.32.002407</arxiv:doi>
    <link title="doi" href="http://dx.doi.org/10.1364/JOSAA.23.002578" rel="related"/>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">7 pages</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. X 1 (2007)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/math/0611800v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/math/0611800v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="math.CA" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.IT" scheme="http://arxiv.org/schemas/atom"/>
    <category term="math.CA" scheme="http://arxiv.org/schemas/atom"/>
    <category term="68T50 (Primary)" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
"""


def entry(id_: str, title: str = "T", more: str = "") -> str:
    return f"<entry><id>http://arxiv.org/abs/{id_}</id><title>{title}</title>{more}</entry>\n"


def written(folder: Path, *entries: str, head: str = HEAD, tail: str = "</feed>\n", name: str = "a.xml") -> Path:
    path = folder / name
    content = (head + "".join(entries) + tail).encode()
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


def read(path: Path) -> list[Any]:
    (file,) = ArxivAtom().files([path])
    return list(ArxivAtom().read(file))


def test_an_entry_is_a_preprint_without_its_version(tmp_path: Path) -> None:
    (work,) = read(written(tmp_path, OLD))
    assert work == WorkRecord(
        source="arxiv",
        key="math/0611800",
        identifiers=(Identifier("arxiv", "math/0611800"), Identifier("doi", "10.1364/josaa.23.002578")),
        title='On the Gr\\"obner basis of $p$-adic numbers & more',
        plain_title="On the Gröbner basis of p-adic numbers & more",
        type=WorkType.PREPRINT,
        authors=(
            AuthorRecord("H1 Collaboration"),
            AuthorRecord("C.-P. Balázs", raw_affiliation="Univ. of X; Y Lab"),
        ),
        abstract="We study them: x < y.",
        year=2006,
        first_published_at="2006-11-26T04:30:00Z",
        latest_version_at="2006-11-28T04:30:00Z",
        venue=work.venue,
        topics=(
            TopicRecord("arxiv", "math.CA", "Classical Analysis and ODEs", primary=True),
            TopicRecord("arxiv", "cs.IT", "Information Theory"),
        ),
        url="https://arxiv.org/abs/math/0611800",
        pdf_url="https://arxiv.org/pdf/math/0611800",
        is_open_access=True,
    )
    assert work.venue is not None
    assert work.venue.identifiers == (Identifier("archive", "arxiv"),)


ANNOUNCED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>http://rss.arxiv.org/atom/cs.CL</id>
  <title>cs.CL updates on arXiv.org</title>
  <entry>
    <id>oai:arXiv.org:2401.17505v3</id>
    <title>Winds of Time</title>
    <updated>2025-02-01T05:18:15.167843+00:00</updated>
    <link href="https://arxiv.org/abs/2401.17505" rel="alternate" type="text/html"/>
    <summary>arXiv:2401.17505v3 Announce Type: replace-cross
Abstract: We look at the wind.
Abstract: twice.</summary>
    <category term="cs.LG"/>
    <category term="cs.CL"/>
    <published>2025-02-01T00:00:00-05:00</published>
    <arxiv:announce_type>replace-cross</arxiv:announce_type>
    <arxiv:DOI>10.1000/Wind</arxiv:DOI>
    <dc:creator>Ada Lovelace, Jos\u00e9 Wind Jr., for the Storm Collaboration</dc:creator>
  </entry>
</feed>
"""


def test_a_paper_that_was_announced_has_no_date_of_the_announcement(tmp_path: Path) -> None:
    path = tmp_path / "cs.CL.xml"
    path.write_text(ANNOUNCED, encoding="utf-8")
    assert ArxivAtom().matches(ANNOUNCED.encode()[:600], path.name)
    (work,) = read(path)
    assert (work.key, work.title, work.year) == ("2401.17505", "Winds of Time", 2024)
    assert work.identifiers == (Identifier("arxiv", "2401.17505"), Identifier("doi", "10.1000/wind"))
    assert [each.name for each in work.authors] == ["Ada Lovelace", "Jos\u00e9 Wind Jr.", "Storm Collaboration"]
    assert work.abstract == "We look at the wind. Abstract: twice."
    assert work.first_published_at is work.latest_version_at is None
    assert [(each.code, each.primary) for each in work.topics] == [("cs.LG", True), ("cs.CL", False)]


def test_old_and_new_ids_lose_subject_class_and_version(tmp_path: Path) -> None:
    works = read(written(tmp_path, *map(entry, ("hep-th/9901001v3", "0704.0001v12", "2101.00001"))))
    assert [(work.key, work.year) for work in works] == [
        ("hep-th/9901001", 1999),
        ("0704.0001", 2007),
        ("2101.00001", 2021),
    ]


def test_the_namespace_may_be_declared_at_the_feed_or_nowhere(tmp_path: Path) -> None:
    more = '<arxiv:doi>10.1000/A</arxiv:doi><arxiv:primary_category term="cs.CL"/>'
    declared = HEAD.replace("<feed ", '<feed xmlns:arxiv="http://arxiv.org/schemas/atom" ')
    for head in (declared, HEAD):
        (work,) = read(written(tmp_path, entry("2101.00001", more=more), head=head))
        assert work.identifiers[1:] == (Identifier("doi", "10.1000/a"),)
        assert [topic.code for topic in work.topics] == ["cs.CL"]


def test_a_withdrawn_paper_keeps_the_reason(tmp_path: Path) -> None:
    comment = "<arxiv:comment>This paper has been withdrawn by the author due to an error in eq. 1</arxiv:comment>"
    (work,) = read(written(tmp_path, entry("2101.00001", more=comment)))
    assert (work.retracted, work.pdf_url) == (True, None)
    assert work.withdrawn == "This paper has been withdrawn by the author due to an error in eq. 1"


def test_an_error_of_the_api_is_no_paper(tmp_path: Path) -> None:
    error = (
        "<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id><title>Error</title>"
        "<summary>incorrect id format for 1234</summary><author><name>arXiv api core</name></author></entry>"
    )
    (rejected,) = read(written(tmp_path, error))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "the API answered with an error: incorrect id format for 1234"


def test_entries_that_cannot_be_used_are_rejected_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    first, *rejected, last = read(
        written(tmp_path, entry("2101.00001"), entry("nonsense"), entry("2101.00002", " "), entry("2101.00003"))
    )
    assert (first.key, last.key) == ("2101.00001", "2101.00003")
    assert [(each.place, each.reason) for each in rejected] == [
        ("entry 2", "'http://arxiv.org/abs/nonsense' is no arXiv id"),
        ("entry 3", "it has no title"),
    ]
    assert rejected[0].raw.startswith("<entry")


def test_a_feed_without_entries_has_no_papers(tmp_path: Path) -> None:
    assert read(written(tmp_path)) == []


def test_a_feed_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    (file,) = ArxivAtom().files([written(tmp_path, entry("2101.00001"), "<entry><id>", tail="", name="a.xml.gz")])
    records = ArxivAtom().read(file)
    assert isinstance(next(records), WorkRecord)
    with pytest.raises(FileCutShort, match="line 9"):
        next(records)


def test_a_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    head = HEAD.replace("<feed", '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed', 1)
    with pytest.raises(FileRefused, match="declares entities"):
        read(written(tmp_path, entry("2101.00001", "&b;"), head=head))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>Service temporarily unavailable: arxiv.org/api/</body></html>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x</id></entry></feed>',
        b'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">http://arxiv.org/abs/2101.00001</OAI-PMH>',
        b'{"id": "2101.00001"}',
    ],
)
def test_what_is_no_feed_of_arxiv_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=r"it is not an Atom feed of arXiv|it is empty"):
        read(path)
