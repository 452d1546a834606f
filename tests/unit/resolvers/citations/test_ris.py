"""RIS, read back by rispy and by the importer of the format."""

from typing import TYPE_CHECKING

import pytest
import rispy

from graphdb.citations import CitedSourceRecord
from importers.records import Identifier, SourceKind, WorkType
from importers.ris.format import Ris
from resolvers.citations.ris import ris

if TYPE_CHECKING:
    from tests.unit.resolvers.citations.conftest import ReadBack, Work

SITE = "https://site.example/works/a-slug"


def test_a_reference_says_everything_that_is_known(work: "Work") -> None:
    [found] = rispy.loads(ris(work(), SITE))
    assert found == {
        "type_of_reference": "JOUR",
        "id": "a-slug",
        "title": "50% of $x_1$ {sic} & 100 #tags: BERT~Ő, Émile’s α < β – a\\b",
        "authors": [
            "van der Berg, Ludwig, Jr.",
            "CMS and ATLAS Collaboration",
            "Kaiser, Łukasz",
            "王伟",
            "Sartre, Jean-Paul Q.",
            "Plato",
        ],
        "year": "2019",
        "date": "2019/03/04",
        "secondary_title": "Journal of R&D",
        "issn": "1234-5679",
        "volume": "12",
        "number": "3",
        "start_page": "100",
        "end_page": "110",
        "publisher": "Smith & Sons",
        "language": "en",
        "doi": "10.1145/3_4.5",
        "urls": ["https://doi.org/10.1145/3_4.5"],
    }


def test_the_importer_reads_the_same_work_again(work: "Work", read_back: "ReadBack") -> None:
    record = read_back(Ris, ris(work(title="α < β & co"), SITE))
    assert record.plain_title == "α < β & co"
    assert [author.name for author in record.authors] == [
        "Ludwig van der Berg Jr.",
        *(author.name for author in work().authors[1:]),
    ]
    assert (record.type, record.year, record.volume, record.issue, record.pages, record.language) == (
        WorkType.ARTICLE,
        2019,
        "12",
        "3",
        "100-110",
        "en",
    )
    assert record.identifiers == (Identifier("doi", "10.1145/3_4.5"),)
    assert record.venue is not None
    assert (record.venue.name, record.venue.kind) == ("Journal of R&D", SourceKind.JOURNAL)


@pytest.mark.parametrize(
    ("type_", "tag"),
    [
        ("article", "JOUR"),
        ("book", "BOOK"),
        ("chapter", "CHAP"),
        ("conference", "CPAPER"),
        ("dataset", "DATA"),
        ("preprint", "UNPB"),
        ("report", "RPRT"),
        ("software", "COMP"),
        ("thesis", "THES"),
        ("other", "GEN"),
    ],
)
def test_each_type_of_work_is_read_as_the_same_type(work: "Work", read_back: "ReadBack", type_: str, tag: str) -> None:
    text = ris(work(type=type_), SITE)
    assert text.startswith(f"TY  - {tag}\n")
    assert read_back(Ris, text).type == WorkType(type_)


def test_a_preprint_of_arxiv_names_it_and_no_journal(work: "Work") -> None:
    archive = CitedSourceRecord("arXiv", "archive", [])
    preprint = work(
        type="preprint",
        arxiv="1909.09157",
        doi=None,
        source=archive,
        landing_page_url=None,
        publisher=None,
        pages="e12",
    )
    [found] = rispy.loads(ris(preprint, SITE))
    assert (found["publisher"], found["accession_number"]) == ("arXiv", "arXiv:1909.09157")
    assert found["urls"] == ["https://arxiv.org/abs/1909.09157"]
    assert (found["start_page"], "end_page" in found, "secondary_title" in found) == ("e12", False, False)


def test_line_ends_in_a_field_do_not_end_it(work: "Work") -> None:
    [found] = rispy.loads(ris(work(title="One\nER  - \r\nTY  - BOOK"), SITE))
    assert found["title"] == "One ER - TY - BOOK"


def test_a_date_of_another_year_is_that_of_an_earlier_version(work: "Work") -> None:
    text = ris(work(year=2020), SITE)
    assert "PY  - 2020\n" in text
    assert "DA  - " not in text
    assert "PY  - " not in ris(work(year=None), SITE)
