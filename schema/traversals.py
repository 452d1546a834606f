"""What fields have the store go through before they can answer, in rows: their share of what a query costs.

A list that is stored in its order costs as much as it returns. A traversal goes through far more than it shows, and a
thousand of them behind one list would run out of time. The figures are those of people and works with many edges, at
about a tenth of a millisecond for a row, which is what a row that is returned takes.
"""

from collections.abc import Callable

from schema.list_sizes import HOLDERS, Arguments, given_length

LOOK_ALIKES = 25
SECOND_DEGREE = 150
SIMILAR_WORKS = 200
TWO_CITATIONS = 100
GROUPED_WORKS = 25
PATHS = 1_000
BRIDGED = 50


def _none(_arguments: Arguments) -> int:
    return 0


def _second_degree(arguments: Arguments) -> int:
    return SECOND_DEGREE if arguments.get("degree") == 2 else 0


_GONE_THROUGH: dict[str, Callable[[Arguments], int]] = {
    "Researcher.possibleDuplicates": lambda _: LOOK_ALIKES,
    "Researcher.collaborators": _second_degree,
    "Work.similar": lambda _: SIMILAR_WORKS,
    "Work.priorWorks": lambda _: TWO_CITATIONS,
    "Work.derivativeWorks": lambda _: TWO_CITATIONS,
    "WorkConnection.facets": lambda _: GROUPED_WORKS,
    "WorkConnection.groups": lambda _: GROUPED_WORKS,
    "Query.similarWorks": lambda arguments: SIMILAR_WORKS * given_length(arguments, "to"),
    "Query.pathsBetween": lambda _: PATHS,
    "Query.bridge": lambda arguments: BRIDGED * given_length(arguments, "from", "to"),
    # The nodes that a slice may hold are found, whatever is selected of it.
    "researchGraph": HOLDERS["GraphSlice"],
}


def gone_through_by(parent: str, field: str) -> Callable[[Arguments], int]:
    """Return the function that tells what the field of `parent` goes through, from its arguments."""
    return _GONE_THROUGH.get(f"{parent}.{field}") or _GONE_THROUGH.get(field) or _none
