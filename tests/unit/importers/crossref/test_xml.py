from pathlib import Path
from typing import Any

import pytest

from importers.crossref.format import Crossref
from importers.errors import FileCutShort, FileRefused
from importers.records import (
    AuthorRecord,
    EntityKind,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Redirect,
    Rejected,
    Retraction,
    SourceKind,
    VenueRecord,
    WorkRecord,
    WorkType,
)

ARTICLE = """<journal_article publication_type="full_text" language="en">
  <titles><title>Effects of H<sub>2</sub>O &amp; <i>X&lt;Y</i></title><subtitle>A study</subtitle></titles>
  <contributors>
   <organization sequence="first" contributor_role="author">X Collaboration</organization>
   <person_name sequence="additional" contributor_role="author">
    <given_name>Martin</given_name><surname>Fenner</surname><suffix>Jr.</suffix>
    <affiliation>Dept. of X</affiliation><affiliation>Y</affiliation>
    <ORCID authenticated="true">https://orcid.org/0000-0003-1419-2405</ORCID>
   </person_name>
   <person_name sequence="additional" contributor_role="author">
    <given_name>J.</given_name><surname>Uno</surname>
    <affiliations><institution>
     <institution_id type="ror">https://ror.org/00jmfr291</institution_id>
     <institution_name>University of X</institution_name><institution_place>Here</institution_place>
     <institution_department>Dept. of Z</institution_department>
    </institution></affiliations>
   </person_name>
   <person_name sequence="additional" contributor_role="editor"><surname>Itor</surname></person_name>
  </contributors>
  <jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" abstract-type="executive-summary">
   <jats:p>For everybody.</jats:p></jats:abstract>
  <jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"><jats:title>Abstract</jats:title>
   <jats:p>We study <jats:italic>it</jats:italic>.</jats:p></jats:abstract>
  <publication_date media_type="print"><month>03</month><year>2021</year></publication_date>
  <publication_date media_type="online"><month>01</month><day>13</day><year>2021</year></publication_date>
  <pages><first_page>776</first_page><last_page>779</last_page></pages>
  <ai:program xmlns:ai="http://www.crossref.org/AccessIndicators.xsd" name="AccessIndicators">
   <ai:license_ref>https://creativecommons.org/licenses/by/4.0/</ai:license_ref></ai:program>
  <doi_data><doi>10.3847/2041-8213/ABD256</doi><resource>https://x.org/1</resource></doi_data>
  <citation_list>
   <citation key="1"><journal_title>MNRAS</journal_title><author>Altay</author>
    <doi provider="crossref">10.1093/MNRAS/stt1067</doi></citation>
   <citation key="2"><unstructured_citation>Bohren, 1983, <i>On</i> &amp; more</unstructured_citation></citation>
   <citation key="3"><author>Brans</author><journal_title>Phys. Rev.</journal_title><volume>125</volume>
    <cYear>1962</cYear></citation>
   <citation key="4"><cYear>1962</cYear></citation>
  </citation_list>
  <component_list><component><titles><title>Figure 1</title></titles>
   <doi_data><doi>10.3847/fig1</doi></doi_data></component></component_list>
 </journal_article>"""
JOURNAL = """<journal>
 <journal_metadata language="en"><full_title>Journal of A &amp; B</full_title><abbrev_title>J. A B</abbrev_title>
  <issn media_type="electronic">1476-4687</issn><issn media_type="print">00280836</issn>
  <doi_data><doi>10.3847/journal</doi></doi_data></journal_metadata>
 <journal_issue><publication_date media_type="print"><year>2020</year></publication_date>
  <journal_volume><volume>906</volume></journal_volume><issue>2</issue>
  <doi_data><doi>10.3847/issue</doi></doi_data></journal_issue>
 {}</journal>"""


def simple(number: int) -> str:
    return (
        f"<journal_article><titles><title>T{number}</title></titles>"
        f"<doi_data><doi>10.1000/{number}</doi></doi_data></journal_article>"
    )


def record(inner: str, declared: str = 'xmlns="http://www.crossref.org/xschema/1.1"') -> str:
    return f'<doi_record timestamp="2021-12-11 10:00:00"><crossref {declared}>{inner}</crossref></doi_record>'


def records(*each: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<doi_records>{"".join(each)}</doi_records>'


def read(folder: Path, content: str) -> list[Any]:
    path = folder / "a.xml"
    path.write_text(content, "utf-8")
    (file,) = Crossref().files([path])
    return list(Crossref().read(file))


def test_an_article_is_mapped_with_what_its_journal_says(tmp_path: Path) -> None:
    (work,) = read(tmp_path, records(record(JOURNAL.format(ARTICLE))))
    assert work == WorkRecord(
        source="crossref",
        key="10.3847/2041-8213/abd256",
        identifiers=(Identifier("doi", "10.3847/2041-8213/abd256"),),
        title="Effects of H<sub>2</sub>O & <i>X<Y</i>: A study",
        plain_title="Effects of H2O & X<Y: A study",
        type=WorkType.ARTICLE,
        authors=(
            AuthorRecord("X Collaboration"),
            AuthorRecord(
                "Martin Fenner Jr.",
                key=Identifier("orcid", "0000-0003-1419-2405"),
                rule=IdentityRule.AUTHORITY,
                raw_affiliation="Dept. of X; Y",
            ),
            AuthorRecord(
                "J. Uno",
                raw_affiliation="Dept. of Z, University of X, Here",
                institutions=(
                    InstitutionRecord("Dept. of Z, University of X, Here", (Identifier("ror", "00jmfr291"),)),
                ),
            ),
        ),
        abstract="We study it.",
        year=2021,
        first_published_at="2021-01-13",
        language="en",
        venue=VenueRecord(
            "Journal of A & B", SourceKind.JOURNAL, (Identifier("issn", "0028-0836"), Identifier("issn", "1476-4687"))
        ),
        references=(Identifier("doi", "10.1093/mnras/stt1067"),),
        url="https://doi.org/10.3847/2041-8213/abd256",
        is_open_access=True,
        volume="906",
        issue="2",
        pages="776-779",
        unresolved_references=("Bohren, 1983, On & more", "Brans, Phys. Rev., 125, 1962"),
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda inner: records(record(inner)),
        lambda inner: records(record(inner, "")),
        lambda inner: record(inner, 'xmlns="http://www.crossref.org/xschema/1.1" xsi:schemaLocation="x y"'),
        lambda inner: f'<crossref xmlns="http://www.crossref.org/xschema/1.0">{inner}</crossref>',
        lambda inner: (
            "<record><header><identifier>info:doi/10.1000%2F1</identifier><datestamp>2021-06-30</datestamp></header>"
            '<metadata><crossref xmlns="http://www.crossref.org/xschema/1.0" xsi:schemaLocation="x y">'
            f"{inner}</crossref></metadata></record>"
        ),
        lambda inner: (
            '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header/><metadata>'
            f'<crossref xmlns="http://www.crossref.org/xschema/1.1">{inner}</crossref></metadata></record></ListRecords></OAI-PMH>'
        ),
        lambda inner: (
            '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="found">'
            f"<doi>10.1000/1</doi>{record(inner)}</query></body></query_result></crossref_result>"
        ),
        lambda inner: (
            '<doi_batch xmlns="http://www.crossref.org/schema/4.4.2" version="4.4.2">'
            f"<head><timestamp>20210630120000</timestamp></head><body>{inner}</body></doi_batch>"
        ),
    ],
    ids=["unixref", "bare", "undeclared", "crossref", "harvested", "answer", "unixsd", "deposit"],
)
def test_works_are_read_however_they_are_wrapped(tmp_path: Path, wrap: Any) -> None:
    content = wrap(JOURNAL.format(simple(1) + simple(2)))
    assert [(work.key, work.venue.name) for work in read(tmp_path, content)] == [
        ("10.1000/1", "Journal of A & B"),
        ("10.1000/2", "Journal of A & B"),
    ]


def test_a_file_may_hold_several_records_and_each_has_its_own_journal(tmp_path: Path) -> None:
    other = JOURNAL.replace("Journal of A &amp; B", "Other").replace("906", "7")
    works = read(tmp_path, records(record(JOURNAL.format(simple(1))), record(other.format(simple(2)))))
    assert [(work.key, work.venue.name, work.volume, work.year) for work in works] == [
        ("10.1000/1", "Journal of A & B", "906", 2020),
        ("10.1000/2", "Other", "7", 2020),
    ]


def test_prefixes_that_the_file_does_not_declare_do_not_break_it(tmp_path: Path) -> None:
    article = ARTICLE.replace(' xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"', "").replace(
        ' xmlns:ai="http://www.crossref.org/AccessIndicators.xsd"', ""
    )
    (work,) = read(tmp_path, records(record(JOURNAL.format(article))))
    assert (work.abstract, work.is_open_access) == ("We study it.", True)


def test_an_answer_says_how_often_the_work_is_cited_and_which_dois_are_unknown(tmp_path: Path) -> None:
    content = (
        '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="resolved">'
        '<crm-item name="citedby-count" type="number">13</crm-item>'
        f"{record(JOURNAL.format(simple(1)))}</query>"
        '<query status="unresolved"><doi>10.1000/none</doi><msg>DOI not found</msg></query>'
        "</body></query_result></crossref_result>"
    )
    work, rejected = read(tmp_path, content)
    assert work.external_citation_count == 13
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "Crossref has no work for it (unresolved): 10.1000/noneDOI not found"


def test_an_error_in_the_place_of_a_work_is_rejected(tmp_path: Path) -> None:
    rejected, work = read(
        tmp_path, records(record("<error>doi:10.1/x not found</error>"), record(JOURNAL.format(simple(1))))
    )
    assert rejected.reason == "Crossref says: doi:10.1/x not found"
    assert work.key == "10.1000/1"


CONFERENCE = """<conference>
 <event_metadata><conference_name>The X Meeting 2013</conference_name></event_metadata>
 <proceedings_metadata><proceedings_title>Proceedings of X</proceedings_title>
  <publisher><publisher_name>IEEE</publisher_name></publisher><publication_date><month>6</month><year>2013</year></publication_date>
  <doi_data><doi>10.1109/proceedings</doi></doi_data></proceedings_metadata>{}</conference>"""
PAPER = (
    "<conference_paper><titles><title>P</title></titles><doi_data><doi>10.1109/p</doi></doi_data></conference_paper>"
)


def test_a_paper_takes_date_publisher_and_venue_from_its_proceedings(tmp_path: Path) -> None:
    (work,) = read(tmp_path, records(record(CONFERENCE.format(PAPER))))
    assert (work.type, work.year, work.first_published_at, work.publisher) == (
        WorkType.CONFERENCE,
        2013,
        "2013-06",
        "IEEE",
    )
    assert work.venue == VenueRecord(
        "Proceedings of X", SourceKind.CONFERENCE, (Identifier("name", "proceedings of x"),)
    )


def test_proceedings_without_papers_are_a_work_of_their_own(tmp_path: Path) -> None:
    (work,) = read(tmp_path, records(record(CONFERENCE.format(""))))
    assert (work.key, work.plain_title, work.type) == ("10.1109/proceedings", "Proceedings of X", WorkType.PROCEEDINGS)


def test_the_series_of_proceedings_is_the_venue_where_there_is_one(tmp_path: Path) -> None:
    series = (
        "<conference><event_metadata><conference_name>M</conference_name></event_metadata><proceedings_series_metadata>"
        "<series_metadata><titles><title>Abstracts</title></titles><issn>00280836</issn></series_metadata>"
        f"<proceedings_title>P</proceedings_title></proceedings_series_metadata>{PAPER}</conference>"
    )
    (work,) = read(tmp_path, records(record(series)))
    assert work.venue == VenueRecord("Abstracts", SourceKind.CONFERENCE, (Identifier("issn", "0028-0836"),))


BOOK = """<book book_type="{}"><book_metadata language="en">
 <contributors><person_name contributor_role="author" sequence="first">
  <given_name>Agnes</given_name><surname>Clerke</surname></person_name></contributors>
 <titles><title>The Herschels</title></titles>
 <publication_date media_type="print"><year>2010</year></publication_date>
 <publication_date media_type="online"><year>2009</year></publication_date><isbn>9780511709265</isbn>
 <publisher><publisher_name>CUP</publisher_name></publisher>
 <doi_data><doi>10.1017/BOOK</doi></doi_data></book_metadata>{}</book>"""
CHAPTER = """<content_item component_type="{}"><titles><title>One</title></titles>
 <pages><first_page>1</first_page></pages><doi_data><doi>10.1017/one</doi></doi_data></content_item>"""


def test_a_book_is_a_work_and_so_is_a_chapter_without_its_book(tmp_path: Path) -> None:
    (book,) = read(tmp_path, records(record(BOOK.format("monograph", ""))))
    assert (book.key, book.type, book.year, book.publisher) == ("10.1017/book", WorkType.BOOK, 2009, "CUP")
    assert [author.name for author in book.authors] == ["Agnes Clerke"]
    (chapter,) = read(tmp_path, records(record(BOOK.format("edited_book", CHAPTER.format("chapter")))))
    assert (chapter.key, chapter.type, chapter.year, chapter.pages) == ("10.1017/one", WorkType.CHAPTER, 2009, "1")
    assert chapter.authors == ()
    assert chapter.venue == VenueRecord("The Herschels", SourceKind.OTHER, (Identifier("name", "the herschels"),))


def test_a_deposit_gives_the_book_and_its_chapters(tmp_path: Path) -> None:
    body = BOOK.format("edited_book", CHAPTER.format("chapter"))
    content = f'<doi_batch xmlns="http://www.crossref.org/schema/5.3.1"><head/><body>{body}</body></doi_batch>'
    assert [work.key for work in read(tmp_path, content)] == ["10.1017/one", "10.1017/book"]


def test_a_preprint_is_where_it_was_posted(tmp_path: Path) -> None:
    posted = (
        '<posted_content language="en" type="preprint"><group_title>Planetology</group_title>'
        "<titles><title>Marsquakes</title></titles><posted_date><month>04</month><day>11</day><year>2022</year></posted_date>"
        "<institution><institution_name>ESSOAr</institution_name></institution>"
        "<doi_data><doi>10.1002/essoar.1.2</doi></doi_data><citation_list /></posted_content>"
    )
    (work,) = read(tmp_path, records(record(posted)))
    assert (work.type, work.first_published_at, work.language) == (WorkType.PREPRINT, "2022-04-11", "en")
    assert work.venue == VenueRecord("ESSOAr", SourceKind.REPOSITORY, (Identifier("name", "essoar"),))


@pytest.mark.parametrize(
    ("inner", "type_"),
    [
        ("<dissertation>{}</dissertation>", WorkType.THESIS),
        ("<peer_review>{}</peer_review>", WorkType.REVIEW),
        ("<report-paper><report-paper_metadata>{}</report-paper_metadata></report-paper>", WorkType.REPORT),
        ("<standard><standard_metadata>{}</standard_metadata></standard>", WorkType.OTHER),
        ("<database><database_metadata/><dataset>{}</dataset></database>", WorkType.DATASET),
    ],
)
def test_other_kinds_of_work_are_read(tmp_path: Path, inner: str, type_: WorkType) -> None:
    own = "<titles><title>T</title></titles><doi_data><doi>10.1000/a</doi></doi_data>"
    (work,) = read(tmp_path, records(record(inner.format(own))))
    assert (work.key, work.type) == ("10.1000/a", type_)


def test_a_journal_by_itself_is_no_work(tmp_path: Path) -> None:
    (rejected,) = read(tmp_path, records(record(JOURNAL.format(""))))
    assert (rejected.place, rejected.reason) == ("work 1 10.3847/journal", "it is a journal, which is not a work")


RELATIONS = """<rel:program xmlns:rel="http://www.crossref.org/relations.xsd" name="relations">
 <rel:related_item><rel:description>Published</rel:description>
  <rel:intra_work_relation relationship-type="isPreprintOf" identifier-type="doi">  10.1000/v</rel:intra_work_relation>
 </rel:related_item>
 <rel:related_item>
  <rel:intra_work_relation relationship-type="isPreprintOf" identifier-type="doi">10.1000/a</rel:intra_work_relation>
 </rel:related_item>
 <rel:related_item>
  <rel:intra_work_relation relationship-type="hasVersion" identifier-type="arxiv">1706.03762v2</rel:intra_work_relation>
 </rel:related_item>
 <rel:related_item>
  <rel:intra_work_relation relationship-type="isSameAs" identifier-type="uri">https://doi.org/10.1000/1</rel:intra_work_relation>
 </rel:related_item>
 <rel:related_item>
  <rel:intra_work_relation relationship-type="isTranslationOf" identifier-type="doi">10.1000/2</rel:intra_work_relation>
 </rel:related_item>
 <rel:related_item>
  <rel:inter_work_relation relationship-type="isReviewOf" identifier-type="doi">10.1000/3</rel:inter_work_relation>
 </rel:related_item>
</rel:program>"""


@pytest.mark.parametrize(
    "wrap",
    [
        lambda program: program,
        lambda program: f"<crossmark><custom_metadata>{program}</custom_metadata></crossmark>",
        # As some write it down who harvest it: without the declaration.
        lambda program: program.replace(' xmlns:rel="http://www.crossref.org/relations.xsd"', ""),
    ],
    ids=["by itself", "with Crossmark", "undeclared"],
)
def test_relations_within_a_work_say_which_works_are_one(tmp_path: Path, wrap: Any) -> None:
    posted = (
        '<posted_content type="preprint"><titles><title>T</title></titles>{}'
        "<doi_data><doi>10.31223/X5FW25</doi></doi_data></posted_content>"
    )
    work, *redirects = read(tmp_path, records(record(posted.format(wrap(RELATIONS)))))
    own = Identifier("doi", "10.31223/x5fw25")
    assert isinstance(work, WorkRecord)
    assert work.identifiers == (own,)
    assert all(isinstance(each, Redirect) and each.entity is EntityKind.WORK for each in redirects)
    # What the work is a translation or a review of is another work.
    assert [{each.old, each.new} - {own} for each in redirects] == [
        {Identifier("doi", "10.1000/v")},
        {Identifier("doi", "10.1000/a")},
        {Identifier("arxiv", "1706.03762")},
        {Identifier("doi", "10.1000/1")},
    ]


def test_a_notice_names_what_it_retracts(tmp_path: Path) -> None:
    updates = (
        "<crossmark><crossmark_policy>10.1000/policy</crossmark_policy><updates>"
        '<update type="retraction" date="2020-01-02"> 10.1000/A </update>'
        '<update type="correction" date="2020-01-02">10.1000/b</update></updates></crossmark>'
    )
    notice = simple(1).replace("<doi_data>", f"{updates}<doi_data>")
    work, *retractions = read(tmp_path, records(record(JOURNAL.format(notice))))
    assert work.key == "10.1000/1"
    assert not work.retracted
    assert retractions == [Retraction("crossref", Identifier("doi", "10.1000/1"), Identifier("doi", "10.1000/a"))]


def test_articles_that_cannot_be_used_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    untitled = "<journal_article><doi_data><doi>10.1000/9</doi></doi_data></journal_article>"
    nameless = "<journal_article><titles><title>T</title></titles></journal_article>"
    first, *rejected, last = read(
        tmp_path, records(record(JOURNAL.format(simple(1) + untitled + nameless + simple(2))))
    )
    assert (first.key, last.key) == ("10.1000/1", "10.1000/2")
    assert [(each.place, each.reason) for each in rejected] == [
        ("work 2 10.1000/9", "it has no title"),
        ("work 3", "'' is no DOI"),
    ]


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    content = records(record(JOURNAL.format(simple(1) + "\n" + simple(2))))
    path = tmp_path / "a.xml"
    path.write_text(content[: content.index("T2")])
    (file,) = Crossref().files([path])
    works = Crossref().read(file)
    assert isinstance(next(works), WorkRecord)
    with pytest.raises(FileCutShort, match="line 10"):
        next(works)


def test_entities_are_refused(tmp_path: Path) -> None:
    content = records(record(JOURNAL.format(simple(1)))).replace(
        "<doi_records>", '<!DOCTYPE doi_records [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><doi_records>'
    )
    with pytest.raises(FileRefused, match="declares entities"):
        read(tmp_path, content)
