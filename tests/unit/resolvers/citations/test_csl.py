"""CSL-JSON, read back by the importer of the format."""

from typing import TYPE_CHECKING

import orjson
import pytest

from importers.csl.format import Csl
from importers.records import Identifier, WorkType
from resolvers.citations.csl import csl_json

if TYPE_CHECKING:
    from tests.unit.resolvers.citations.conftest import ReadBack, Work

SITE = "https://site.example/works/a-slug"


def test_an_item_says_everything_that_is_known(work: "Work") -> None:
    assert orjson.loads(csl_json(work(), SITE)) == {
        "id": "a-slug",
        "type": "article-journal",
        "title": work().title,
        "author": [
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr."},
            {"literal": "CMS and ATLAS Collaboration"},
            {"family": "Kaiser", "given": "Łukasz"},
            {"literal": "王伟"},
            {"family": "Sartre", "given": "Jean-Paul Q."},
            {"family": "Plato"},
        ],
        "issued": {"date-parts": [[2019, 3, 4]]},
        "container-title": "Journal of R&D",
        "volume": "12",
        "issue": "3",
        "page": "100-110",
        "publisher": "Smith & Sons",
        "DOI": "10.1145/3_4.5",
        "URL": "https://doi.org/10.1145/3_4.5",
        "ISSN": "1234-5679, 2434-561X",
        "language": "en",
    }


def test_the_importer_reads_the_same_work_again(work: "Work", read_back: "ReadBack") -> None:
    record = read_back(Csl, csl_json(work(title="α & β"), SITE))
    assert record.plain_title == "α & β"
    assert [author.name for author in record.authors] == [
        "Ludwig van der Berg Jr.",
        *(author.name for author in work().authors[1:]),
    ]
    assert (record.year, record.first_published_at) == (2019, "2019-03-04")
    assert record.identifiers == (Identifier("doi", "10.1145/3_4.5"),)


@pytest.mark.parametrize(
    "type_",
    ["article", "book", "chapter", "conference", "dataset", "preprint", "report", "review", "software", "thesis"],
)
def test_each_type_of_work_is_read_as_the_same_type(work: "Work", read_back: "ReadBack", type_: str) -> None:
    assert read_back(Csl, csl_json(work(type=type_), SITE)).type == WorkType(type_)


def test_a_work_without_a_year_or_authors_has_none(work: "Work") -> None:
    item = orjson.loads(csl_json(work(year=None, authors=[], source=None, doi=None, landing_page_url=None), SITE))
    assert not {"issued", "author", "container-title", "ISSN", "DOI"} & item.keys()
    assert item["URL"] == SITE


def test_a_year_alone_is_a_date(work: "Work") -> None:
    item = orjson.loads(csl_json(work(first_published_at=None), SITE))
    assert item["issued"] == {"date-parts": [[2019]]}
