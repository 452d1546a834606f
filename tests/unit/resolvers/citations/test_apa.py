from typing import TYPE_CHECKING, Any

import pytest

from graphdb.citations import CitedAuthorRecord, CitedSourceRecord
from resolvers.citations.apa import apa

if TYPE_CHECKING:
    from tests.unit.resolvers.citations.conftest import Work

SITE = "https://site.example/works/a-slug"
DOI = "https://doi.org/10.1145/3_4.5"
PLAIN: dict[str, Any] = {"title": "A title", "authors": [CitedAuthorRecord("Ada Lovelace")]}
NEURIPS = CitedSourceRecord("Advances in Things", "conference", [])


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        ({}, f"Lovelace, A. (2019). A title. Journal of R&D, 12(3), 100–110. {DOI}"),
        ({"issue": None, "pages": "e7"}, f"Lovelace, A. (2019). A title. Journal of R&D, 12, e7. {DOI}"),
        ({"volume": None, "issue": None, "pages": None}, f"Lovelace, A. (2019). A title. Journal of R&D. {DOI}"),
        ({"title": "Is it so?"}, f"Lovelace, A. (2019). Is it so? Journal of R&D, 12(3), 100–110. {DOI}"),
        ({"title": "“Who?”"}, f"Lovelace, A. (2019). “Who?” Journal of R&D, 12(3), 100–110. {DOI}"),
        ({"title": "A title."}, f"Lovelace, A. (2019). A title. Journal of R&D, 12(3), 100–110. {DOI}"),
        ({"year": None}, f"Lovelace, A. (n.d.). A title. Journal of R&D, 12(3), 100–110. {DOI}"),
        ({"authors": []}, f"A title. (2019). Journal of R&D, 12(3), 100–110. {DOI}"),
        (
            {"type": "conference", "source": NEURIPS},
            f"Lovelace, A. (2019). A title. In Advances in Things (pp. 100–110). Smith & Sons. {DOI}",
        ),
        (
            {"type": "conference", "source": NEURIPS, "publisher": None, "pages": None},
            f"Lovelace, A. (2019). A title. In Advances in Things. {DOI}",
        ),
        (
            {"type": "chapter", "source": CitedSourceRecord("A Book", "other", []), "pages": "7"},
            f"Lovelace, A. (2019). A title. In A Book (p. 7). Smith & Sons. {DOI}",
        ),
        ({"type": "book", "source": None}, f"Lovelace, A. (2019). A title. Smith & Sons. {DOI}"),
        ({"type": "thesis", "source": None}, f"Lovelace, A. (2019). A title [Thesis]. Smith & Sons. {DOI}"),
        (
            {"type": "dataset", "source": CitedSourceRecord("Zenodo", "repository", []), "publisher": None},
            f"Lovelace, A. (2019). A title [Data set]. Zenodo. {DOI}",
        ),
        (
            {
                "type": "preprint",
                "arxiv": "1909.09157",
                "doi": None,
                "landing_page_url": None,
                "publisher": None,
                "source": CitedSourceRecord("arXiv", "archive", []),
            },
            "Lovelace, A. (2019). A title (arXiv:1909.09157). arXiv. https://arxiv.org/abs/1909.09157",
        ),
        (
            {"type": "preprint", "source": CitedSourceRecord("bioRxiv", "archive", []), "publisher": None},
            f"Lovelace, A. (2019). A title [Preprint]. bioRxiv. {DOI}",
        ),
        (
            {"type": "other", "source": None, "publisher": None, "doi": None, "landing_page_url": None},
            f"Lovelace, A. (2019). A title. {SITE}",
        ),
    ],
)
def test_a_reference_is_what_the_manual_says(work: "Work", fields: dict[str, Any], reference: str) -> None:
    assert apa(work(**{**PLAIN, **fields}), SITE) == reference


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (["Ada Lovelace", "Charles Babbage"], "Lovelace, A., & Babbage, C."),
        (["Jean-Paul Q. Sartre", "Jan van der Berg", "Éva Tardos"], "Sartre, J.-P. Q., van der Berg, J., & Tardos, É."),
        (["Martin Luther King Jr."], "King, M. L., Jr."),
        (["World Health Organization"], "World Health Organization."),
        (["王伟", "Plato"], "王伟, & Plato."),
        ([f"A. Author{i}" for i in range(20)], ", ".join(f"Author{i}, A." for i in range(19)) + ", & Author19, A."),
        ([f"A. Author{i}" for i in range(25)], ", ".join(f"Author{i}, A." for i in range(19)) + ", . . . Author24, A."),
    ],
)
def test_authors_are_listed_as_the_manual_says(work: "Work", names: list[str], authors: str) -> None:
    cited = work(**{**PLAIN, "authors": [CitedAuthorRecord(name) for name in names]})
    assert apa(cited, SITE).startswith(f"{authors} (2019). A title. ")
