"""Filters made of filters list, count and group what fulfils them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import hypothesis
from hypothesis import strategies as st

from tests.integration.schema.filters.truth import (
    LISTS,
    WORKS,
    Filter,
    connection_of,
    countries_of,
    ids,
    institutions_of,
    operation,
    sources_of,
)

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


@dataclass(frozen=True)
class Combined:
    """A filter made of others."""

    name: str
    """Of one in `WORKS`, or `and`, `or`, `not`."""
    parts: tuple["Combined", ...] = ()

    def given(self, g: "SmallGraph") -> Filter:
        inner = [part.given(g) for part in self.parts]
        match self.name:
            case "and" | "or":
                return {self.name: inner}
            case "not":
                return {"not": inner[0]}
        return WORKS[self.name][0](g)

    def fulfils(self, g: "SmallGraph", w: int) -> bool:
        match self.name:
            case "and":
                return all(part.fulfils(g, w) for part in self.parts)
            case "or":
                return any(part.fulfils(g, w) for part in self.parts)
            case "not":
                return not self.parts[0].fulfils(g, w)
        return WORKS[self.name][1](g, w)


# Those that are combinations themselves would only be deeper.
SINGLE = st.sampled_from([name for name in WORKS if name not in {"and", "or", "not", "deep"}]).map(Combined)
COMBINED = st.recursive(
    SINGLE,
    lambda inner: st.one_of(
        st.builds(Combined, st.sampled_from(["and", "or"]), st.lists(inner, max_size=3).map(tuple)),
        st.builds(Combined, st.just("not"), st.tuples(inner)),
    ),
    max_leaves=8,
)
DIMENSIONS: dict[str, Callable[["SmallGraph", int], set[str]]] = {
    "YEAR": lambda g, w: {str(g.works[w]["year"])} - {"None"},
    "TYPE": lambda g, w: {g.works[w]["type"]},
    "TOPIC": lambda g, w: set(ids(g.topics, *g.topics_of(w))),
    "INSTITUTION": lambda g, w: set(ids(g.institutions, *institutions_of(g, w))),
    "SOURCE": lambda g, w: set(ids(g.sources, *sources_of(g, w))),
    "COUNTRY": countries_of,
    "AUTHOR": lambda g, w: set(ids(g.researchers, *g.authors_of(w))),
}


@hypothesis.settings(
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@hypothesis.given(
    combined=COMBINED, list_name=st.sampled_from(["works", "institution.works"]), by=st.sampled_from([*DIMENSIONS])
)
async def test_any_combination_of_filters_lists_counts_and_groups_what_fulfils_it(
    ask: "Ask", indexed_graph: "SmallGraph", combined: Combined, list_name: str, by: str
) -> None:
    g = indexed_graph
    slug, listed = LISTS[list_name]
    connection = f"{{ totalCount nodes {{ id }} facets(by: {by}, first: 100) {{ value count }} }}"
    text = operation(list_name, slug, "WorkFilter", connection)
    answer = await ask(text, filter={"and": [combined.given(g), {"importedFrom": ["small"]}]}, first=100)
    assert answer.errors == []
    page = connection_of(answer.data, list_name)
    expected = [w for w in listed(g) if combined.fulfils(g, w)]
    assert {node["id"] for node in page["nodes"]} == set(ids(g.works, *expected))
    assert page["totalCount"] == len(page["nodes"]) == len(expected)
    counted = Counter(value for w in expected for value in DIMENSIONS[by](g, w))
    assert {facet["value"]: facet["count"] for facet in page["facets"]} == counted
