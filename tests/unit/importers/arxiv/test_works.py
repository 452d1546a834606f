import pytest

from importers.arxiv.categories import code_of_subject
from importers.arxiv.works import Paper, work_of
from importers.records import Identifier, TopicRecord


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1103/PhysRevD.93.016005, 10.1103/PhysRevD.98.079901;10.1103/b", "10.1103/physrevd.93.016005"),
        ("10.1103/a;10.1103/b", "10.1103/a"),
        ("10.1175/1520-0469(1999)056<0127:X>2.0.CO;2", "10.1175/1520-0469(1999)056<0127:x>2.0.co;2"),
        ("https://doi.org/10.1103/a\n", "10.1103/a"),
        ("to appear", None),
        ("", None),
        (None, None),
    ],
)
def test_the_first_of_several_dois_is_the_papers_own(written: str | None, doi: str | None) -> None:
    found = work_of(Paper("2504.02860", "T", doi=written)).identifiers
    assert found == (Identifier("arxiv", "2504.02860"), *((Identifier("doi", doi),) if doi else ()))


def test_the_primary_category_comes_first_wherever_it_stands() -> None:
    work = work_of(Paper("2504.02860", "T", categories=("math.CA", "cs.CL"), primary="cs.CL"))
    assert work.topics == (
        TopicRecord("arxiv", "cs.CL", "Computation and Language", primary=True),
        TopicRecord("arxiv", "math.CA", "Classical Analysis and ODEs"),
    )


def test_subjects_of_dublin_core_are_categories() -> None:
    assert code_of_subject("Mathematics - Number Theory") == "math.NT"
    assert code_of_subject("Nuclear Experiment") == "nucl-ex"
    assert code_of_subject("Condensed Matter - Soft Condensed Matter") == "cond-mat.soft"
    assert code_of_subject("05C80, 05C15") is None
    assert code_of_subject("Mathematical Physics") == "math-ph"
