import json
from pathlib import Path
from typing import Any

import pytest

from importers.crossref.format import Crossref
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

WORK: dict[str, Any] = {
    "indexed": {"date-parts": [[2022, 9, 8]], "date-time": "2022-09-08T23:27:28Z"},
    "DOI": "10.7554/eLife.01567",
    "type": "journal-article",
    "prefix": "10.7554",
    "member": "4374",
    "title": ["Effects of H<sub>2</sub>O &amp; <i>X&lt;Y</i>"],
    "subtitle": ["A study"],
    "author": [
        {
            "ORCID": "http://orcid.org/0000-0003-1419-2405",
            "authenticated-orcid": False,
            "given": "Martin",
            "family": "Fenner",
            "suffix": "Jr.",
            "sequence": "first",
            "affiliation": [
                {
                    "name": "Department of X, University of &amp; Y",
                    "id": [{"id": "https://ror.org/00jmfr291", "id-type": "ROR", "asserted-by": "publisher"}],
                },
                {"name": "Z\u2010Lab"},
            ],
        },
        {"name": "the X study group", "sequence": "additional", "affiliation": []},
        {"family": "Uno", "affiliation": []},
    ],
    "editor": [{"given": "Ed", "family": "Itor"}],
    "container-title": ["Journal of A &amp; B"],
    "ISSN": ["1476-4687", "0028-0836"],
    "issn-type": [{"type": "electronic", "value": "1476-4687"}, {"type": "print", "value": "0028-0836"}],
    "issued": {"date-parts": [[2014, 2, 11]]},
    "abstract": (
        "<jats:title>Abstract</jats:title><jats:p>We study <jats:italic>it</jats:italic>.</jats:p>\n"
        "<jats:p>Then</jats:p>"
    ),
    "language": "en",
    "volume": "3",
    "issue": "1",
    "page": "776-779",
    "publisher": "eLife Sciences Publications, Ltd",
    "reference": [
        {"key": "1", "DOI": "10.1038/Nature02100", "unstructured": "APL"},
        {"key": "2", "unstructured": "Bilder, G. &amp; Lin, J. (2020). <i>The Principles</i>."},
        {
            "key": "3",
            "author": "gallager",
            "article-title": "Low-density codes",
            "journal-title": "IEEE",
            "year": "1963",
        },
        {"key": "4", "year": "1999"},
        {"key": "5", "DOI": "10.48550/arXiv.1706.03762"},
        {"key": "6", "DOI": "10.1038/nature02100"},
    ],
    "is-referenced-by-count": 26,
    "license": [{"URL": "http://creativecommons.org/licenses/by/3.0/"}],
    "link": [
        {"URL": "https://x.org/a.xml", "content-type": "application/xml"},
        {
            "URL": "https://x.org/b.pdf",
            "content-type": "application/pdf",
            "intended-application": "similarity-checking",
        },
        {"URL": "https://x.org/a.pdf", "content-type": "application/pdf", "intended-application": "text-mining"},
    ],
    "relation": {},
}


def read(folder: Path, *works: dict[str, Any]) -> list[Any]:
    path = folder / "works.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in works))
    (file,) = Crossref().files([path])
    return list(Crossref().read(file))


def test_a_work_is_mapped_with_its_people_dates_and_references(tmp_path: Path) -> None:
    (work,) = read(tmp_path, WORK)
    assert work == WorkRecord(
        source="crossref",
        key="10.7554/elife.01567",
        identifiers=(Identifier("doi", "10.7554/elife.01567"),),
        title="Effects of H<sub>2</sub>O &amp; <i>X&lt;Y</i>: A study",
        plain_title="Effects of H2O & X<Y: A study",
        type=WorkType.ARTICLE,
        authors=(
            AuthorRecord(
                name="Martin Fenner Jr.",
                key=Identifier("orcid", "0000-0003-1419-2405"),
                rule=IdentityRule.AUTHORITY,
                raw_affiliation="Department of X, University of & Y; Z\u2010Lab",
                institutions=(
                    InstitutionRecord("Department of X, University of & Y", (Identifier("ror", "00jmfr291"),)),
                ),
            ),
            AuthorRecord("the X study group"),
            AuthorRecord("Uno"),
        ),
        abstract="We study it. Then",
        year=2014,
        first_published_at="2014-02-11",
        language="en",
        venue=VenueRecord(
            "Journal of A & B", SourceKind.JOURNAL, (Identifier("issn", "0028-0836"), Identifier("issn", "1476-4687"))
        ),
        references=(Identifier("doi", "10.1038/nature02100"), Identifier("arxiv", "1706.03762")),
        url="https://doi.org/10.7554/elife.01567",
        pdf_url="https://x.org/a.pdf",
        is_open_access=True,
        external_citation_count=26,
        volume="3",
        issue="1",
        pages="776-779",
        publisher="eLife Sciences Publications, Ltd",
        unresolved_references=(
            "Bilder, G. & Lin, J. (2020). The Principles.",
            "gallager, Low-density codes, IEEE, 1963",
        ),
    )


@pytest.mark.parametrize(
    ("title", "plain_title"),
    [
        ("Spin &lt;i&gt;in vivo&lt;/i&gt;", "Spin in vivo"),
        ("A &amp;amp; B", "A &amp; B"),
        ('On <mml:math xmlns:mml="x"><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math>O', "On H2O"),
        (
            (
                "The <jats:inline-formula><jats:alternatives><jats:tex-math>$$\\alpha $$</jats:tex-math>"
                '<mml:math xmlns:mml="x"><mml:mi>α</mml:mi></mml:math></jats:alternatives></jats:inline-formula>-decay'
            ),
            "The α-decay",
        ),
        (
            "A <tex-math>\\documentclass{minimal}\\begin{document}$$\\beta$$\\end{document}</tex-math> B",
            "A β B",
        ),
        ("Cut <Taxes>\n  now", "Cut <Taxes> now"),
    ],
)
def test_titles_lose_their_markup_and_one_layer_of_entities(tmp_path: Path, title: str, plain_title: str) -> None:
    (work,) = read(tmp_path, {**WORK, "title": [title], "subtitle": []})
    assert work.plain_title == plain_title


@pytest.mark.parametrize(
    ("title", "subtitle", "expected"),
    [
        (["Der Titel", "The title"], ["Der Zusatz", "The addition"], "Der Titel: Der Zusatz"),
        (["What is it?"], ["An answer"], "What is it? An answer"),
        (["Africa: Perspectives"], ["Perspectives"], "Africa: Perspectives"),
        ([None, "T"], [""], "T"),
    ],
)
def test_the_first_title_counts_with_its_subtitle(tmp_path: Path, title: Any, subtitle: Any, expected: str) -> None:
    (work,) = read(tmp_path, {**WORK, "title": title, "subtitle": subtitle})
    assert work.plain_title == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"issued": {"date-parts": [[2014, 2]]}}, (2014, "2014-02")),
        ({"issued": {"date-parts": [[2014]]}}, (2014, None)),
        ({"issued": {"date-parts": [[None]]}}, (None, None)),
        ({"issued": {"date-parts": [[]]}}, (None, None)),
        ({"issued": {"date-parts": []}}, (None, None)),
        ({"issued": {"date-parts": [None]}}, (None, None)),
        ({"issued": {"date-parts": [["2014", "2", "11"]]}}, (2014, "2014-02-11")),
        ({"issued": {"date-parts": [[None]]}, "posted": {"date-parts": [[2015, 1, 2]]}}, (2015, "2015-01-02")),
        ({"issued": None, "published-print": {"date-parts": [[2016, 13]]}}, (2016, None)),
        ({"issued": {"date-parts": [[2024, 1]]}}, (None, None)),
        ({"issued": {"date-parts": [[2023, 1]]}}, (2023, "2023-01")),
    ],
)
def test_dates_may_be_missing_in_part_in_whole_or_in_the_future(
    tmp_path: Path, dates: dict[str, Any], expected: tuple[int | None, str | None]
) -> None:
    (work,) = read(tmp_path, {**WORK, **dates})
    assert (work.year, work.first_published_at) == expected


def test_the_date_of_the_deposit_is_no_date_of_the_work(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "issued": {"date-parts": [[None]]}, "created": {"date-parts": [[2002, 1, 1]]}})
    assert work.year is None


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"DOI": "10.5555/12345678"}, "it is a test: nothing else is deposited under 10.5555"),
        ({"DOI": "nonsense"}, "'nonsense' is no DOI"),
        ({"title": []}, "it has no title"),
        ({"title": None}, "it has no title"),
        ({"title": ["<i> </i>"]}, "it has no title"),
        ({"type": "journal-issue"}, "it is a journal-issue, which is not a work"),
        ({"type": "component"}, "it is a component, which is not a work"),
        ({"container-title": ["CrossRef Listing of Deleted DOIs"]}, "Crossref has deleted its DOI"),
    ],
)
def test_what_is_no_work_is_rejected_with_the_reason(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    rejected, work = read(tmp_path, {**WORK, **more}, WORK)
    assert isinstance(rejected, Rejected)
    assert (rejected.place, rejected.reason) == ("line 1", reason)
    assert isinstance(work, WorkRecord)


def test_a_test_account_owns_old_dois_too_whose_works_are_real(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "prefix": "10.5555", "publisher": "Test accounts"})
    assert (work.key, work.publisher) == ("10.7554/elife.01567", None)


@pytest.mark.parametrize(
    ("more", "retracted"),
    [
        ({"updated-by": [{"type": "correction", "DOI": "10.1/a"}, {"type": "retraction", "DOI": "10.1/b"}]}, True),
        ({"updated-by": [{"type": "correction", "DOI": "10.1/a"}]}, False),
        ({"title": ["RETRACTED: On X"]}, True),
        ({"title": ["RETRACTED ARTICLE: On X"]}, True),
        ({"title": ["[RETRACTED] On X"]}, True),
        ({"title": ["Retracted: On X"], "update-to": [{"type": "retraction", "DOI": "10.1/a"}]}, False),
        ({"title": ["Retraction of X"]}, False),
    ],
)
def test_a_retracted_work_is_told_from_the_notice_that_retracts_it(
    tmp_path: Path, more: dict[str, Any], retracted: bool
) -> None:
    (work,) = read(tmp_path, {**WORK, **more})
    assert work.retracted is retracted


@pytest.mark.parametrize(
    ("more", "type_", "venue"),
    [
        ({"type": "proceedings-article"}, WorkType.CONFERENCE, SourceKind.CONFERENCE),
        ({"type": "book-chapter"}, WorkType.CHAPTER, SourceKind.OTHER),
        ({"type": "monograph"}, WorkType.BOOK, SourceKind.OTHER),
        ({"type": "something-new"}, WorkType.OTHER, SourceKind.OTHER),
        ({"type": None}, WorkType.OTHER, SourceKind.OTHER),
        ({"type": "posted-content", "subtype": "preprint"}, WorkType.PREPRINT, SourceKind.REPOSITORY),
        ({"type": "posted-content"}, WorkType.PREPRINT, SourceKind.REPOSITORY),
        ({"type": "posted-content", "subtype": "blog"}, WorkType.OTHER, SourceKind.REPOSITORY),
    ],
)
def test_types_are_mapped_to_the_nearest(
    tmp_path: Path, more: dict[str, Any], type_: WorkType, venue: SourceKind
) -> None:
    (work,) = read(tmp_path, {**WORK, **more})
    assert (work.type, work.venue.kind) == (type_, venue)


@pytest.mark.parametrize("institution", [[{"name": "bioRxiv"}], {"name": "bioRxiv"}])
def test_a_preprint_is_where_it_was_posted(tmp_path: Path, institution: Any) -> None:
    preprint: dict[str, Any] = {"type": "posted-content", "container-title": [], "ISSN": None, "issn-type": None}
    (work,) = read(tmp_path, {**WORK, **preprint, "institution": institution})
    assert work.venue == VenueRecord("bioRxiv", SourceKind.REPOSITORY, (Identifier("name", "biorxiv"),))


def test_a_venue_without_an_issn_is_known_by_its_name(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "ISSN": ["1234-0000"], "issn-type": []})
    assert work.venue.identifiers == (Identifier("name", "journal of a b"),)


def test_a_licence_that_is_not_open_says_nothing_about_access(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "license": [{"URL": "https://www.elsevier.com/tdm/userlicense/1.0/"}]})
    assert (work.is_open_access, work.pdf_url) == (None, None)


def test_an_article_number_stands_for_the_pages(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "page": None, "article-number": "3804742", "volume": 12})
    assert (work.pages, work.volume) == ("3804742", "12")


def test_an_orcid_that_fails_its_check_is_left_out(tmp_path: Path) -> None:
    (work,) = read(tmp_path, {**WORK, "author": [{"family": "Uno", "ORCID": "https://orcid.org/0000-0003-1419-2404"}]})
    assert work.authors == (AuthorRecord("Uno"),)


def test_anything_but_the_doi_and_the_title_may_be_missing_or_null(tmp_path: Path) -> None:
    bare: dict[str, Any] = dict.fromkeys(WORK) | {"DOI": "10.1000/A", "title": ["T"], "prefix": "10.1000"}
    for work in read(tmp_path, bare, {"DOI": "10.1000/A", "title": ["T"]}):
        assert work == WorkRecord(
            source="crossref",
            key="10.1000/a",
            identifiers=(Identifier("doi", "10.1000/a"),),
            title="T",
            plain_title="T",
            type=WorkType.OTHER,
            url="https://doi.org/10.1000/a",
        )


def test_the_heading_of_an_abstract_is_no_part_of_it(tmp_path: Path) -> None:
    for abstract in (
        "<jats:sec><jats:title>Summary.</jats:title><jats:p>We.</jats:p></jats:sec>",
        "▪ Abstract We.",
        "<jats:p>We.</jats:p>",
    ):
        (work,) = read(tmp_path, {**WORK, "abstract": abstract})
        assert work.abstract == "We."
    (work,) = read(tmp_path, {**WORK, "abstract": "<jats:p>Abstract interpretation.</jats:p>"})
    assert work.abstract == "Abstract interpretation."


def doi(value: str) -> Identifier:
    return Identifier("doi", value)


OWN = doi("10.7554/elife.01567")


@pytest.mark.parametrize(
    ("relation", "others"),
    [
        ({"is-preprint-of": [{"id-type": "doi", "id": "10.1000/A", "asserted-by": "subject"}]}, [doi("10.1000/a")]),
        ({"has-preprint": [{"id-type": "doi", "id": "https://doi.org/10.1000/a"}] * 2}, [doi("10.1000/a")]),
        ({"has-preprint": [{"id-type": "arxiv", "id": "1706.03762v3"}]}, [Identifier("arxiv", "1706.03762")]),
        (
            {"has-version": [{"id-type": "doi", "id": "10.48550/arXiv.1706.03762"}]},
            [Identifier("arxiv", "1706.03762")],
        ),
        ({"is-same-as": [{"id-type": "uri", "id": "https://doi.org/10.1000/a"}]}, [doi("10.1000/a")]),
        ({"is-same-as": [{"id-type": "uri", "id": "https://example.org/a"}, None], "has-version": None}, []),
        ({"is-version-of": [{"id-type": "doi", "id": "10.7554/ELIFE.01567"}]}, []),
        ({"is-version-of": [{"id-type": "doi", "id": "10.5555/12345678"}]}, []),
        ({"is-version-of": [{"id-type": "issn", "id": "2749-9952"}, {"id-type": "doi"}]}, []),
        ({"is-translation-of": [{"id-type": "doi", "id": "10.1000/a"}]}, []),
        ({"is-supplemented-by": [{"id-type": "doi", "id": "10.1000/a"}], "cites": []}, []),
    ],
)
def test_relations_within_a_work_say_which_works_are_one(
    tmp_path: Path, relation: dict[str, Any], others: list[Identifier]
) -> None:
    work, *redirects = read(tmp_path, {**WORK, "relation": relation})
    assert isinstance(work, WorkRecord)
    assert [{each.old, each.new} for each in redirects] == [{OWN, other} for other in others]
    assert all(each.entity is EntityKind.WORK for each in redirects)


def test_two_works_that_name_each_other_say_one_thing(tmp_path: Path) -> None:
    a = {**WORK, "DOI": "10.1000/a", "relation": {"has-preprint": [{"id-type": "doi", "id": "10.1000/b"}]}}
    b = {**WORK, "DOI": "10.1000/b", "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/A"}]}}
    _, one, _, other = read(tmp_path, a, b)
    assert one == other == Redirect("crossref", EntityKind.WORK, doi("10.1000/b"), doi("10.1000/a"))


def test_a_notice_names_what_it_retracts_withdraws_or_removes(tmp_path: Path) -> None:
    updates = [
        {"DOI": "10.1000/A", "type": "retraction", "source": "publisher"},
        {"DOI": "10.1000/a", "type": "retraction", "source": "retraction-watch"},
        {"DOI": "10.1000/b", "type": "correction"},
        {"DOI": "10.1000/c", "type": "Withdrawal"},
        {"DOI": "nothing", "type": "removal"},
        {"type": "removal"},
    ]
    work, *retractions = read(tmp_path, {**WORK, "update-to": updates})
    assert not work.retracted
    assert retractions == [Retraction("crossref", OWN, doi(value)) for value in ("10.1000/a", "10.1000/c")]
