from pathlib import Path

import pytest

from importers.acl.format import AclAnthology
from importers.acl.ids import paper_id
from importers.errors import FileCutShort, FileRefused
from importers.records import AuthorRecord, Identifier, IdentityRule, Rejected, SourceKind, WorkRecord, WorkType

N18 = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="N18">
  <volume id="1" type="proceedings">
    <meta>
      <booktitle>Proceedings of the <fixed-case>N</fixed-case>orth Conference</booktitle>
      <editor><first>Erin</first><last>Editor</last></editor>
      <year>2018</year>
      <venue>naacl</venue><venue>hlt</venue>
    </meta>
    <frontmatter><url hash="0">N18-1000</url></frontmatter>
    <paper id="1">
      <title>Parsing <fixed-case>G</fixed-case>erman &amp; &lt;Taxes&gt; in <tex-math>O(n^{2})</tex-math>
        <b>time</b></title>
      <author><first>José</first><last>García</last><affiliation>University of  Somewhere</affiliation></author>
      <author id="yang-liu-ict"><first>Yang</first><last>Liu</last></author>
      <author><last>Sukhada</last></author>
      <abstract>We use <tex-math>\\alpha</tex-math> of <i>it</i>.</abstract>
      <url hash="1">N18-1001</url>
      <doi>https://doi.org/10.18653/V1/N18-1001</doi>
      <language>fra</language>
    </paper>
    <paper id="2">
      <title>Second</title>
      <author><first>Yang</first><last>Liu</last></author>
      <author><first>Jose</first><last>Garcia</last></author>
      <author><first>J.</first><last>Garcia</last></author>
      <author><first>Jose</first><last>Garcia</last></author>
      <doi>10.18653/v1/n18-1001</doi>
      <url>http://www.lrec-conf.org/proceedings/2.pdf</url>
      <retracted date="2020-01-01">Wrong.</retracted>
    </paper>
    <paper id="3"><title> </title></paper>
    <paper id="4"><title>Nobody</title><author><first/><last> </last></author></paper>
    <paper id="5"><title>Linked</title><url>https://doi.org/10.1007/3-540-1_2</url>
      <removed date="2020-01-01">Gone.</removed></paper>
    <paper id="5"><title>Again</title></paper>
    <paper id="x1"><title>Odd</title></paper>
  </volume>
  <event id="naacl-2018"><meta><title>An event</title></meta></event>
</collection>
"""

NAMES = """
- canonical: {first: Joseph, last: Garcia}
  orcid: 0000-0002-1825-0097
  variants:
  - {first: J., last: Garcia}
- canonical: {first: Yang, last: Liu}
  id: yang-liu-ict
- canonical: {first: Yang, last: Liu}
  id: yang-liu
- canonical: {first: Mei-Yuh, last: Hwang}
  id: mei-yuh-hwang
- not an entry
- canonical: {first: Nameless}
"""


@pytest.fixture
def anthology(tmp_path: Path) -> Path:
    for name, content in {
        "xml/N18.xml": N18,
        "yaml/name_variants.yaml": NAMES,
        "yaml/venues/naacl.yaml": "acronym: NAACL\nname: North American Chapter\nis_acl: true\n",
        "yaml/venues/cl.yaml": "acronym: CL\nname: Computational Linguistics\ntype: journal\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def read(*paths: Path) -> tuple[dict[str, WorkRecord], list[Rejected]]:
    acl = AclAnthology()
    records = [record for file in acl.files(paths) for record in acl.read(file)]
    works = {record.key: record for record in records if isinstance(record, WorkRecord)}
    return works, [record for record in records if isinstance(record, Rejected)]


def collection(tmp_path: Path, id_: str, volume: str, *papers: str) -> Path:
    path = tmp_path / "xml" / f"{id_}.xml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<collection id="{id_}">{volume}{"".join(papers)}</volume></collection>', encoding="utf-8")
    return path


def test_a_paper_is_a_work_with_all_that_the_anthology_says_of_it(anthology: Path) -> None:
    works, _ = read(anthology)
    work = works["N18-1001"]
    assert work.identifiers == (Identifier("acl", "N18-1001"), Identifier("doi", "10.18653/v1/n18-1001"))
    assert work.title == "Parsing German & <Taxes> in $O(n^{2})$ time"
    assert work.plain_title == "Parsing German & <Taxes> in O(n^2) time"
    assert work.abstract == "We use α of it."
    assert (work.type, work.year, work.language) == (WorkType.CONFERENCE, 2018, "fr")
    assert work.venue is not None
    assert work.venue.name == "North American Chapter"
    assert work.venue.identifiers == (Identifier("acl-venue", "naacl"),)
    assert work.venue.kind is SourceKind.CONFERENCE
    assert work.url == "https://aclanthology.org/N18-1001/"
    assert work.pdf_url == "https://aclanthology.org/N18-1001.pdf"
    assert work.is_open_access is True
    assert work.authors == (
        AuthorRecord(
            "José García",
            Identifier("acl-person", "jose-garcia"),
            IdentityRule.ANTHOLOGY_NAME,
            raw_affiliation="University of Somewhere",
        ),
        AuthorRecord("Yang Liu", Identifier("acl-person", "yang-liu-ict"), IdentityRule.AUTHORITY, (), "Yang Liu"),
        AuthorRecord("Sukhada", Identifier("acl-person", "sukhada"), IdentityRule.ANTHOLOGY_NAME),
    )


def test_a_bare_name_of_several_people_is_credited_to_none_of_them(anthology: Path) -> None:
    works, _ = read(anthology)
    assert works["N18-1002"].authors[0] == AuthorRecord("Yang Liu")


def test_a_listed_variant_is_the_person_with_the_preferred_name_and_her_orcid(anthology: Path) -> None:
    works, _ = read(anthology)
    assert works["N18-1002"].authors[2] == AuthorRecord(
        "J. Garcia",
        Identifier("acl-person", "joseph-garcia"),
        IdentityRule.AUTHORITY,
        (Identifier("orcid", "0000-0002-1825-0097"),),
        "Joseph Garcia",
    )


def test_names_that_differ_in_accents_alone_are_one_person_but_never_twice_on_a_paper(anthology: Path) -> None:
    works, _ = read(anthology)
    accented = works["N18-1001"].authors[0]
    first, second = works["N18-1002"].authors[1], works["N18-1002"].authors[3]
    assert first.key == accented.key
    assert (second.name, second.key) == ("Jose Garcia", None)


def test_a_doi_that_stands_twice_in_a_file_is_believed_the_first_time(anthology: Path) -> None:
    works, _ = read(anthology)
    assert works["N18-1002"].identifiers == (Identifier("acl", "N18-1002"),)


def test_retracted_and_removed_papers_say_so_and_a_removed_one_offers_no_file(anthology: Path) -> None:
    works, _ = read(anthology)
    retracted, removed = works["N18-1002"], works["N18-1005"]
    assert retracted.retracted
    assert retracted.pdf_url == "http://www.lrec-conf.org/proceedings/2.pdf"
    assert removed.retracted
    assert (removed.pdf_url, removed.is_open_access) == (None, None)
    assert Identifier("doi", "10.1007/3-540-1_2") in removed.identifiers


def test_papers_that_cannot_be_used_are_rejected_with_place_and_reason(anthology: Path) -> None:
    works, rejected = read(anthology)
    assert sorted(works) == ["N18-1001", "N18-1002", "N18-1005"]
    assert [(each.place, each.reason) for each in rejected] == [
        ("volume 1 paper 3", "it has no title"),
        ("volume 1 paper 4", "author 1 has no name"),
        ("volume 1 paper 5", "its id stands twice in the volume"),
        ("volume 1 paper x1", "collection 'N18', volume and paper 'x1' make no Anthology id"),
    ]
    assert rejected[0].raw.startswith('<paper id="3">')


def test_without_the_lists_beside_it_a_file_is_read_with_names_and_venue_ids_alone(tmp_path: Path) -> None:
    (tmp_path / "N18.xml").write_text(N18, encoding="utf-8")
    works, _ = read(tmp_path / "N18.xml")
    venue = works["N18-1001"].venue
    assert venue is not None
    assert (venue.name, venue.identifiers) == ("NAACL", (Identifier("acl-venue", "naacl"),))
    assert works["N18-1001"].authors[1].key == Identifier("acl-person", "yang-liu-ict")
    assert works["N18-1002"].authors[0].key == Identifier("acl-person", "yang-liu")


def test_a_single_file_finds_the_lists_as_its_folder_does(anthology: Path) -> None:
    assert read(anthology / "xml" / "N18.xml")[0] == read(anthology)[0]


def test_a_journal_gives_articles_and_an_unlisted_volume_its_own_title(anthology: Path) -> None:
    paper = '<paper id="1"><title>T</title></paper>'
    journal = collection(
        anthology, "J05", '<volume id="1" type="journal"><meta><year>2005</year><venue>cl</venue></meta>', paper
    )
    untold = collection(
        anthology, "X05", '<volume id="1"><meta><booktitle>A Workshop</booktitle><year>c. 2005</year></meta>', paper
    )
    new = collection(anthology, "2019.iwslt", '<volume id="1"><meta><year>2019</year></meta>', paper)
    works, rejected = read(journal, untold, new)
    assert not rejected
    assert works["J05-1001"].type is WorkType.ARTICLE
    assert works["J05-1001"].venue is not None
    assert works["J05-1001"].venue.kind is SourceKind.JOURNAL
    assert works["X05-1001"].venue is not None
    assert works["X05-1001"].venue.identifiers == (Identifier("name", "a workshop"),)
    assert works["X05-1001"].year is None
    assert works["2019.iwslt-1.1"].venue is not None
    assert works["2019.iwslt-1.1"].venue.identifiers == (Identifier("acl-venue", "iwslt"),)


IDS = [
    (("N18", "1", "1"), "N18-1001"),
    (("W05", "3", "7"), "W05-0307"),
    (("W19", "56", "12"), "W19-5612"),
    (("C69", "1", "2"), "C69-0102"),
    (("D19", "1", "244"), "D19-1244"),
    (("D19", "50", "1"), "D19-5001"),
    (("2019.iwslt", "1", "7"), "2019.iwslt-1.7"),
    (("2000.amta", "papers", "12"), "2000.amta-papers.12"),
    (("N18", "1", "1000"), None),
    (("N18", "1", "a"), None),
    (("N18", "", "1"), None),
    (("", "1", "1"), None),
]


@pytest.mark.parametrize(("parts", "expected"), IDS)
def test_an_id_is_padded_as_its_collection_asks(parts: tuple[str, str, str], expected: str | None) -> None:
    assert paper_id(*parts) == expected


@pytest.mark.parametrize("end", ["<title>Seco", "<title>Second</titel>", "<title>\x01", ""])
def test_a_file_that_breaks_is_kept_up_to_the_break(anthology: Path, end: str) -> None:
    path = anthology / "xml" / "N18.xml"
    path.write_text(N18[: N18.index("<title>Second")] + end, encoding="utf-8")
    acl = AclAnthology()
    (file,) = acl.files([path])
    records = acl.read(file)
    first = next(records)
    assert isinstance(first, WorkRecord)
    assert first.key == "N18-1001"
    with pytest.raises(FileCutShort, match="line 2") as raised:
        next(records)
    assert raised.value.place.startswith("line 2")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "not XML"),
        ("{}", "not XML"),
        ("<dblp><article/></dblp>", "root element is not <collection>"),
        ("<collection><volume/></collection>", "has no id"),
        (N18.replace("<collection", BOMB + "<collection", 1), "declares entities"),
        (N18.replace("<collection", FILE + "<collection", 1), "declares entities"),
    ],
)
def test_what_is_no_anthology_file_is_refused_before_anything_is_read(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(content, encoding="utf-8")
    acl = AclAnthology()
    (file,) = acl.files([path])
    with pytest.raises(FileRefused, match=reason):
        next(acl.read(file))


PEOPLE_OF_TODAY = """
yang-liu-ict:
  degree: University of Somewhere
  names:
  - {first: Yang, last: Liu}
  - {first: Y., last: Liu}
  orcid: 0000-0002-1825-0097
pranav-anand:
  disable_name_matching: true
  names:
  - {first: Pranav, last: Anand}
nobody:
  names: []
odd: 3
"""
PAPER_OF_TODAY = """<paper id="1"><title>Trees</title>
<author id="yang-liu-ict" orcid="0000-0002-1825-0097" openreview="~Yang_Liu1">
<first>Yang</first><last>Liu</last></author>
<author id="bo-pan" orcid="0000-0001-5109-3700"><first>Bo</first><last>Pan</last></author>
<author orcid="0000-0002-9079-593X"><first>Ada</first><last>Byron</last></author>
<author openreview="~Pranav_Anand1"><first>Pranav</first><last>Anand</last></author>
<author orcid="0000-0003-1419-2405"><first>Eve</first><last>One</last></author>
<author orcid="0000-0003-1419-2405"><first>Eve</first><last>Two</last></author>
<pdf hash="a77aa6a5"/><bibkey>liu-2025-trees</bibkey></paper>
<paper id="2"><title>Woods</title><author><first>Y.</first><last>Liu</last></author><pdf href="https://x.org/2.pdf"/>
</paper>"""


def test_papers_and_the_list_of_people_are_read_as_the_anthology_writes_them_since_2025(anthology: Path) -> None:
    (anthology / "yaml" / "people.yaml").write_text(PEOPLE_OF_TODAY)
    volume = '<volume id="long" type="proceedings"><meta><year>2025</year><venue>acl</venue></meta>'
    works, rejected = read(collection(anthology, "2025.acl", volume, PAPER_OF_TODAY))
    assert not rejected
    work = works["2025.acl-long.1"]
    assert (work.pdf_url, work.is_open_access) == ("https://aclanthology.org/2025.acl-long.1.pdf", True)
    assert works["2025.acl-long.2"].pdf_url == "https://x.org/2.pdf"
    yang, bo, ada, pranav, eve, namesake = work.authors
    liu = Identifier("acl-person", "yang-liu-ict"), (Identifier("orcid", "0000-0002-1825-0097"),)
    assert (yang.key, yang.identifiers, yang.preferred_name) == (*liu, "Yang Liu")
    assert [(each.key, each.identifiers) for each in works["2025.acl-long.2"].authors] == [liu]
    assert (bo.key, bo.identifiers) == (
        Identifier("acl-person", "bo-pan"),
        (Identifier("orcid", "0000-0001-5109-3700"),),
    )
    assert (ada.key, ada.rule) == (Identifier("orcid", "0000-0002-9079-593X"), IdentityRule.AUTHORITY)
    assert pranav == AuthorRecord("Pranav Anand")
    # One ORCID on two authors is a slip: both are who their names say.
    assert [each.key for each in (eve, namesake)] == [
        Identifier("acl-person", "eve-one"),
        Identifier("acl-person", "eve-two"),
    ]
