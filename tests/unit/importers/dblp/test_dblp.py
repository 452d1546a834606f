import gzip
import io
from pathlib import Path
from typing import Any

import pytest

from importers.dblp.characters import with_numbered_characters
from importers.dblp.format import Dblp
from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.inputs import Input
from importers.records import (
    AffiliationRecord,
    AuthorRecord,
    EntityKind,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Redirect,
    Rejected,
    ResearcherEntry,
    SourceKind,
    WorkRecord,
    WorkType,
)

PROLOG = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n'
DUMP = (
    PROLOG
    + """<dblp>
<article mdate="2020-01-01" key="journals/jx/WangM20">
<author>Wei Wang 0001</author>
<author orcid="https://orcid.org/0000-0002-1825-0097">J&uuml;rgen M&#252;ller</author>
<author>Wei Wang</author>
<author orcid="0000-0001-5109-3700">Li  Li</author>
<title bibtex="x">On <i>H</i><sub>2</sub>O &amp; O(n<sup>2</sup>) at &lt;1&times;.</title>
<pages>1-9</pages><year>2020</year><volume>4</volume><number>2</number><journal>J. Exper. &AElig;sth.</journal>
<ee>https://www.wikidata.org/entity/Q1</ee>
<ee type="oa">https://doi.org/10.1000/JX.1</ee>
<ee>https://doi.org/10.1000/other</ee>
<cite>conf/cx/Old99</cite><cite>...</cite><cite>conf/cx/Old99</cite>
<url>db/journals/jx/jx4.html#WangM20</url>
</article>
<article publtype="informal withdrawn" key="journals/corr/abs-2001-00001">
<author>Jurgen Mueller</author><title>We Trust in ...</title><year>2020</year><volume>abs/2001.00001</volume>
<journal>CoRR</journal><ee type="oa">https://doi.org/10.48550/arXiv.2001.00001</ee>
</article>
<article key="journals/corr/cs-AI-9301101"><author>A</author><title>Old.</title><year>1993</year>
<volume>cs.AI/9301101</volume><journal>CoRR</journal></article>
<inproceedings key="conf/cx/Same21">
<author orcid="0000-0002-1825-0097">Ann One</author><author orcid="0000-0002-1825-0097">Bea Two</author>
<author orcid="0000-0002-1694-233X">Wei Wang</author><author>Ann One</author>
<title>Why?</title><year>2021</year><booktitle>CX (2)</booktitle><crossref>conf/cx/2021-2</crossref>
<ee>http://doi.acm.org/10.1145/1.2</ee><ee>https://example.org/a.PDF</ee>
</inproceedings>
<proceedings key="conf/cx/2021-2"><editor>Eda Editor 0002</editor><title>CX 2021, Part 2.</title>
<booktitle>CX (2)</booktitle><publisher>ACM</publisher><year>2021</year><isbn>978-1</isbn></proceedings>
<book key="books/x/B"><editor>Eda Editor 0002</editor><title>A Book.</title><year>1999</year></book>
<incollection key="books/x/C"><author>Ann One</author><title>A Chapter.</title><booktitle>A Book</booktitle>
</incollection>
<phdthesis key="phd/x/T"><author>Ann One</author><title>A Thesis.</title><school>Univ. X</school></phdthesis>
<data publtype="software" key="data/x/D"><author>Ann One</author><title>A Tool.</title></data>
<www key="www/org/x"><author>Ann One</author><title>A Page.</title></www>
<article key="journals/jx/S"><author>Ann One</author><title>Untitled.</title><year>in 1984</year></article>
<article key="journals/jx/NoTitle"><author>Ann One</author><title> . </title></article>
<article key="journals/jx/NoAuthor"><author> </author><title>Title.</title></article>
<article key=""><title>Title.</title></article>
<article key="journals/jx/Odd"><title>The &unheard; of.</title></article>
<www key="homepages/w/WeiWang1">
<author>Wei Wang 0001</author><author>William Wang</author><author>W. W. 0003</author>
<title>Home Page</title>
<note type="affiliation" label="former">Univ. A, Town</note>
<note label="2001-2005" type="affiliation">Univ. B</note><note label="since 2006" type="award">Prize</note>
<note label="2019-" type="affiliation">Univ. C</note><note label="1999" type="affiliation">Univ. D</note>
<note type="uname">&#29579;&#20255;</note>
<url>https://orcid.org/0000-0002-1694-233X</url><url>https://example.org/~wang</url>
</www>
<www key="homepages/12/345"><crossref>homepages/w/WeiWang1</crossref></www>
<www key="homepages/12/346"><crossref>nowhere</crossref></www>
<www publtype="disambiguation" key="homepages/w/WeiWang" mdate="x"><author>Wei  Wang</author>
<title>Home Page</title></www>
<www publtype="noshow" key="homepages/n/N"><author>No Show</author><title>Home Page</title></www>
<www key="homepages/n/M"><title>Home Page</title></www>
</dblp>
"""
)
LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE dblp [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<dblp><article key="a/b"><title>&c;</title></article></dblp>"""


def write(folder: Path, text: str, name: str = "dblp.xml") -> Path:
    path = folder / name
    path.write_bytes(text.encode("latin-1"))
    return path


def read(path: Path) -> list[Any]:
    dblp = Dblp()
    (file,) = dblp.files([path])
    return list(dblp.read(file))


@pytest.fixture
def records(tmp_path: Path) -> list[Any]:
    return read(write(tmp_path, DUMP))


@pytest.fixture
def works(records: list[Any]) -> dict[str, WorkRecord]:
    return {each.key: each for each in records if isinstance(each, WorkRecord)}


def named(name: str, *identifiers: Identifier) -> AuthorRecord:
    return AuthorRecord(name, Identifier("dblp-person", name), IdentityRule.AUTHORITY, identifiers)


def test_an_article_is_a_work_with_all_that_dblp_says_of_it(works: dict[str, WorkRecord]) -> None:
    work = works["journals/jx/WangM20"]
    assert work.identifiers == (Identifier("dblp", "journals/jx/WangM20"), Identifier("doi", "10.1000/jx.1"))
    assert work.title == "On <i>H</i><sub>2</sub>O &amp; O(n<sup>2</sup>) at &lt;1×."
    assert work.plain_title == "On H2O & O(n2) at <1×"
    assert (work.type, work.year) == (WorkType.ARTICLE, 2020)
    assert (work.volume, work.issue, work.pages) == ("4", "2", "1-9")
    assert work.venue is not None
    assert (work.venue.name, work.venue.kind) == ("J. Exper. Æsth.", SourceKind.JOURNAL)
    assert work.venue.identifiers == (Identifier("name", "j exper æsth"),)
    assert work.references == (Identifier("dblp", "conf/cx/Old99"),)
    assert work.url == "https://doi.org/10.1000/JX.1"
    assert work.is_open_access is True
    assert work.retracted is False


def test_a_homonyms_number_is_in_the_persons_key_and_not_in_her_name(works: dict[str, WorkRecord]) -> None:
    author = works["journals/jx/WangM20"].authors[0]
    assert (author.name, author.key) == ("Wei Wang", Identifier("dblp-person", "Wei Wang 0001"))


def test_a_person_has_the_same_key_with_and_without_an_orcid(works: dict[str, WorkRecord]) -> None:
    authors = works["journals/jx/WangM20"].authors
    assert authors[1] == named("Jürgen Müller", Identifier("orcid", "0000-0002-1825-0097"))
    assert authors[3] == named("Li Li", Identifier("orcid", "0000-0001-5109-3700"))


def test_a_name_of_several_people_credits_nobody_though_its_page_comes_last(works: dict[str, WorkRecord]) -> None:
    assert works["journals/jx/WangM20"].authors[2] == AuthorRecord("Wei Wang")


def test_an_orcid_credits_its_owner_under_a_name_of_several_people(works: dict[str, WorkRecord]) -> None:
    third = works["conf/cx/Same21"].authors[2]
    assert third == AuthorRecord("Wei Wang", Identifier("orcid", "0000-0002-1694-233X"), IdentityRule.AUTHORITY)


def test_an_orcid_of_two_authors_of_a_work_is_believed_of_neither(works: dict[str, WorkRecord]) -> None:
    assert works["conf/cx/Same21"].authors[:2] == (named("Ann One"), named("Bea Two"))


def test_a_person_is_one_author_of_a_work_at_most(works: dict[str, WorkRecord]) -> None:
    assert works["conf/cx/Same21"].authors[3] == AuthorRecord("Ann One")


def test_the_full_stop_that_dblp_adds_is_no_part_of_a_title_and_an_ellipsis_is(works: dict[str, WorkRecord]) -> None:
    assert works["journals/corr/abs-2001-00001"].plain_title == "We Trust in ..."
    assert works["conf/cx/Same21"].plain_title == "Why?"
    assert works["books/x/B"].plain_title == "A Book"


def test_corr_is_arxiv(works: dict[str, WorkRecord]) -> None:
    work = works["journals/corr/abs-2001-00001"]
    assert work.type is WorkType.PREPRINT
    assert work.retracted is True
    assert work.volume is None
    assert work.venue is not None
    assert work.venue.identifiers == (Identifier("archive", "arxiv"),)
    assert set(work.identifiers) == {
        Identifier("dblp", "journals/corr/abs-2001-00001"),
        Identifier("arxiv", "2001.00001"),
        Identifier("doi", "10.48550/arxiv.2001.00001"),
    }
    assert Identifier("arxiv", "cs/9301101") in works["journals/corr/cs-AI-9301101"].identifiers


def test_a_paper_belongs_to_the_conference_whatever_volume_it_is_in(works: dict[str, WorkRecord]) -> None:
    paper, volume = works["conf/cx/Same21"], works["conf/cx/2021-2"]
    assert paper.venue == volume.venue
    assert paper.venue is not None
    assert (paper.venue.name, paper.venue.kind) == ("CX", SourceKind.CONFERENCE)
    assert Identifier("doi", "10.1145/1.2") in paper.identifiers
    assert paper.pdf_url == "https://example.org/a.PDF"
    assert volume.authors == ()
    assert volume.publisher == "ACM"


def test_each_kind_of_record_has_its_type(works: dict[str, WorkRecord]) -> None:
    assert {key: work.type for key, work in works.items()} == {
        "journals/jx/WangM20": WorkType.ARTICLE,
        "journals/corr/abs-2001-00001": WorkType.PREPRINT,
        "journals/corr/cs-AI-9301101": WorkType.PREPRINT,
        "conf/cx/Same21": WorkType.CONFERENCE,
        "conf/cx/2021-2": WorkType.PROCEEDINGS,
        "books/x/B": WorkType.BOOK,
        "books/x/C": WorkType.CHAPTER,
        "phd/x/T": WorkType.THESIS,
        "data/x/D": WorkType.SOFTWARE,
        "www/org/x": WorkType.OTHER,
        "journals/jx/S": WorkType.ARTICLE,
    }
    assert works["phd/x/T"].publisher == "Univ. X"
    assert works["journals/jx/S"].year == 1984


def test_a_home_page_says_who_is_who(records: list[Any]) -> None:
    (person,) = [each for each in records if isinstance(each, ResearcherEntry)]
    assert person == ResearcherEntry(
        source="dblp",
        key="homepages/w/WeiWang1",
        identifiers=(
            Identifier("dblp", "w/WeiWang1"),
            Identifier("dblp-person", "Wei Wang 0001"),
            Identifier("dblp-person", "William Wang"),
            Identifier("dblp-person", "W. W. 0003"),
            Identifier("orcid", "0000-0002-1694-233X"),
        ),
        name="Wei Wang",
        name_variants=("William Wang", "W. W.", "王伟"),
        affiliations=(
            AffiliationRecord(InstitutionRecord("Univ. A, Town")),
            AffiliationRecord(InstitutionRecord("Univ. B"), 2001, 2005),
            AffiliationRecord(InstitutionRecord("Univ. C"), 2019),
            AffiliationRecord(InstitutionRecord("Univ. D"), 1999),
        ),
        urls=("https://example.org/~wang",),
    )


def test_a_merged_home_page_leads_to_the_one_that_is_kept(records: list[Any]) -> None:
    assert [each for each in records if isinstance(each, Redirect)] == [
        Redirect("dblp", EntityKind.RESEARCHER, Identifier("dblp", "12/345"), Identifier("dblp", "w/WeiWang1"))
    ]


def test_bad_records_are_rejected_with_key_and_reason(records: list[Any]) -> None:
    rejected = {each.place: each.reason for each in records if isinstance(each, Rejected)}
    assert rejected == {
        "record journals/jx/NoAuthor": "author 1 has no name",
        "record ": "'' is no key of DBLP's",
        "record journals/jx/Odd": "&unheard; is the name of no character",
        "record homepages/12/346": "it is merged into 'nowhere', which is no person",
        "record homepages/n/M": "it names no person",
        "record journals/jx/NoTitle": "it has no title",
    }


def test_a_title_of_nothing_but_the_added_stop_is_none(tmp_path: Path) -> None:
    (rejected,) = read(write(tmp_path, "<dblp><article key='a/b'><title>.</title></article></dblp>"))
    assert rejected.reason == "it has no title"


def test_bytes_of_latin_1_and_a_file_without_a_document_type_are_read(tmp_path: Path) -> None:
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    text = f'{declared}<dblp><article key="a/b"><title>Caf\xe9 &eacute;.</title></article></dblp>'
    (work,) = read(write(tmp_path, text))
    assert work.plain_title == "Café é"


def test_standard_input_is_read_once_and_its_names_are_believed() -> None:
    file = Input("standard input", lambda: io.BytesIO(DUMP.encode("latin-1")), None, opens_once=True)
    works = [each for each in Dblp().read(file) if isinstance(each, WorkRecord)]
    assert works[0].authors[2] == named("Wei Wang")


def test_the_dump_is_known_and_read_while_packed(tmp_path: Path) -> None:
    path = tmp_path / "d"
    path.write_bytes(gzip.compress(DUMP.encode("latin-1")))
    (file,) = files_of(None, [path])
    assert detect(file).name == "dblp"
    assert any(isinstance(each, WorkRecord) for each in detect(file).read(file))


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="declares entities of its own"):
        read(write(tmp_path, LAUGHS))


def test_a_file_that_an_entity_names_is_not_read(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret", "secret.txt")
    declared = f'<!DOCTYPE dblp [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = f'{declared}<dblp><article key="a/b"><title>&x;</title></article></dblp>'
    with pytest.raises(FileRefused, match="declares entities of its own"):
        read(write(tmp_path, text))


def test_the_document_type_that_a_file_names_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, '<!ENTITY x "from outside">', "dblp.dtd")
    (rejected,) = read(write(tmp_path, PROLOG + '<dblp><article key="a/b"><title>&x;</title></article></dblp>'))
    assert isinstance(rejected, Rejected)
    assert "&x;" in rejected.reason


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    dblp = Dblp()
    (file,) = dblp.files([write(tmp_path, DUMP[: DUMP.index("<inproceedings") + 40])])
    records = dblp.read(file)
    assert all(isinstance(next(records), WorkRecord) for _ in range(3))
    with pytest.raises(FileCutShort, match="line 2"):
        next(records)


def test_other_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="root element is none of DBLP's"):
        read(write(tmp_path, "<dblpkeys><r/></dblpkeys>"))
    with pytest.raises(FileRefused, match="root element is <rss>"):
        read(write(tmp_path, "<rss><dblp></dblp></rss>"))


@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_a_named_character_is_known_wherever_it_is_cut(size: int) -> None:
    class Pieces(io.BytesIO):
        def read1(self, _size: int | None = -1) -> bytes:
            return super().read1(size)

    text = b"a&amp;b &uuml;&Eacute;x && &;&unheard;&times"
    stream = with_numbered_characters(Pieces(text))  # type: ignore[arg-type]
    assert stream.read() == b"a&amp;b &#252;&#201;x && &;&unheard;&times"


PAGE = """<?xml version="1.0"?>
<dblpperson name="Michael Ley" pid="l/MichaelLey" n="1">
<person key="homepages/l/MichaelLey"><author pid="l/MichaelLey">Michael Ley</author>
<url>https://orcid.org/0000-0002-1825-0097</url></person>
<homonyms n="1"><h f="x"><person key="homepages/l/MichaelLey-2"><author pid="l/MichaelLey-2">Michael Ley 0002</author>
</person></h></homonyms>
<r><article key="journals/pvldb/Ley09"><author pid="l/MichaelLey">Michael Ley</author><title>DBLP.</title></article></r>
<coauthors n="1"><co c="0"><na pid="1/2">Ann One</na></co></coauthors>
</dblpperson>"""
CONTENTS = """<bht key="db/conf/cx/cx1.bht" title="CX 1"><h1>CX 1</h1>
<dblpcites><r><proceedings key="conf/cx/1"><title>CX 1.</title></proceedings></r></dblpcites>
<dblpcites><r><inproceedings key="conf/cx/A"><title>A Paper.</title></inproceedings></r></dblpcites></bht>"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (PAGE, ["homepages/l/MichaelLey", "homepages/l/MichaelLey-2", "journals/pvldb/Ley09"]),
        (CONTENTS, ["conf/cx/1", "conf/cx/A"]),
    ],
)
def test_the_pages_of_people_and_of_volumes_hold_the_same_records(tmp_path: Path, text: str, keys: list[str]) -> None:
    path = write(tmp_path, text)
    (file,) = files_of(None, [path])
    assert detect(file).name == "dblp"
    assert [each.key for each in read(path)] == keys
