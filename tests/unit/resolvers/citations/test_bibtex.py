"""BibTeX, read back by bibtexparser and by the importer of the format."""

import re
from typing import TYPE_CHECKING, Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from graphdb.citations import CitedAuthorRecord, CitedSourceRecord
from importers.bibtex.format import Bibtex
from importers.records import Identifier, SourceKind, WorkType
from resolvers.citations.bibtex import bibtex
from resolvers.citations.latex import as_latex

if TYPE_CHECKING:
    from tests.unit.resolvers.citations.conftest import ReadBack, Work

SITE = "https://site.example/works/a-slug"
PRINTABLE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60)


def entry(text: str) -> Any:
    """The one entry that the text holds, as bibtexparser reads it."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [found] = library.entries
    return found


def test_an_entry_says_everything_that_is_known(work: "Work") -> None:
    found = entry(bibtex(work(), SITE))
    assert (found.entry_type, found.key) == ("article", "berg201950")
    fields = {field.key: field.value for field in found.fields}
    authors = fields.pop("author")
    assert fields == {
        "title": "50% of $x_1$ {sic} & 100 #tags: BERT~Ő, Émile’s α < β – a\\b",
        "journal": "Journal of R&D",
        "year": "2019",
        "volume": "12",
        "number": "3",
        "pages": "100–110",
        "publisher": "Smith & Sons",
        "issn": "1234-5679, 2434-561X",
        "doi": "10.1145/3_4.5",
    }
    assert [(name.first, name.von, name.last, name.jr) for name in authors] == [
        (["Ludwig"], ["van", "der"], ["Berg"], ["Jr."]),
        ([], [], ["{CMS and ATLAS Collaboration}"], []),
        (["{\\L}ukasz"], [], ["Kaiser"], []),
        ([], [], ["{王伟}"], []),
        (["Jean-Paul", "Q."], [], ["Sartre"], []),
        ([], [], ["{Plato}"], []),
    ]


def test_the_importer_reads_the_same_work_again(work: "Work", read_back: "ReadBack") -> None:
    record = read_back(Bibtex, bibtex(work(), SITE))
    assert record.plain_title == work().title
    assert [author.name for author in record.authors] == [
        "Ludwig van der Berg Jr.",
        *(author.name for author in work().authors[1:]),
    ]
    assert (record.type, record.year, record.volume, record.issue, record.pages) == (
        WorkType.ARTICLE,
        2019,
        "12",
        "3",
        "100-110",
    )
    assert record.identifiers == (Identifier("doi", "10.1145/3_4.5"),)
    assert record.venue is not None
    assert (record.venue.name, record.venue.kind) == ("Journal of R&D", SourceKind.JOURNAL)
    assert record.publisher == "Smith & Sons"


@pytest.mark.parametrize(
    ("type_", "entry_type"),
    [
        ("article", "article"),
        ("book", "book"),
        ("chapter", "incollection"),
        ("conference", "inproceedings"),
        ("dataset", "dataset"),
        ("proceedings", "proceedings"),
        ("report", "techreport"),
        ("software", "software"),
        ("thesis", "thesis"),
        ("preprint", "unpublished"),
        ("other", "misc"),
    ],
)
def test_each_type_of_work_is_an_entry_that_is_read_as_the_same_type(
    work: "Work", read_back: "ReadBack", type_: str, entry_type: str
) -> None:
    text = bibtex(work(type=type_, source=None), SITE)
    assert entry(text).entry_type == entry_type
    assert read_back(Bibtex, text).type == WorkType(type_)


def test_a_preprint_of_arxiv_is_found_there(work: "Work", read_back: "ReadBack") -> None:
    archive = CitedSourceRecord("arXiv", "archive", [])
    text = bibtex(work(type="preprint", arxiv="1909.09157", doi=None, source=archive, landing_page_url=None), SITE)
    fields = {field.key: field.value for field in entry(text).fields}
    assert (fields["eprint"], fields["archiveprefix"]) == ("1909.09157", "arXiv")
    assert fields["url"] == "https://arxiv.org/abs/1909.09157"
    assert "journal" not in fields
    record = read_back(Bibtex, text)
    assert (record.type, record.identifiers) == (WorkType.PREPRINT, (Identifier("arxiv", "1909.09157"),))


def test_what_is_not_known_is_left_out(work: "Work") -> None:
    bare = work(
        year=None,
        volume=None,
        issue=None,
        pages=None,
        publisher=None,
        authors=[],
        source=None,
        doi=None,
        title="Untold",
    )
    text = bibtex(bare, SITE)
    assert text == (
        "@article{anonymousuntold,\n"
        "  title = {Untold},\n"
        "  url = {https://publisher.example/article?a=1&b=%7B2%7D},\n"
        "}\n"
    )


def test_the_key_is_the_callers_if_there_is_one(work: "Work") -> None:
    assert entry(bibtex(work(), SITE, "mine")).key == "mine"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("BERT: Pre-training of Deep Transformers", "{BERT:} Pre-training of Deep Transformers"),
        ("The iPhone and T5", "The {iPhone} and {T5}"),
        ("A New Hope", "{A} New Hope"),
        ('"Why Should I Trust You?"', "``Why Should {I} Trust You?''"),
        ('Learning ("what") to say', "Learning (``what'') to say"),
        ("C--: a language", "{C-{}-:} a language"),
        ("Über Öl: déjà-vu", '{\\"U}ber {\\"O}l: d{\\\'e}j{\\`a}-vu'),
        ("{open", "{\\ensuremath{\\lbrace}}open"),
        ("Đặng Ő ű Привет 深層 🧬", "{\\DJ}ặng {{\\H{O}}} ű Привет 深層 🧬"),
    ],
)
def test_titles_keep_their_capitals_and_their_marks(work: "Work", title: str, written: str) -> None:
    assert f"  title = {{{written}}},\n" in bibtex(work(title=title), SITE)


@given(title=PRINTABLE, name=PRINTABLE, venue=PRINTABLE)
def test_whatever_a_title_or_a_name_holds_the_entry_is_one_and_whole(
    work: "Work", title: str, name: str, venue: str
) -> None:
    source = CitedSourceRecord(venue, "journal", [])
    text = bibtex(work(title=title, authors=[CitedAuthorRecord(name)], source=source), SITE, "key")
    library = parse_string(text)
    assert library.failed_blocks == []
    [found] = library.entries
    assert found.key == "key"
    assert found.fields_dict["doi"].value == "10.1145/3_4.5"
    for field in found.fields:
        assert_balanced(field.value)


def assert_balanced(value: str) -> None:
    depth = 0
    for brace in re.findall("[{}]", value):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"], exclude_characters="\"^'`?!-"), max_size=60))
def test_what_latex_makes_of_a_text_is_the_text(text: str) -> None:
    assert LatexNodes2Text().latex_to_text(as_latex(text)) == text
