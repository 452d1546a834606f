"""What is read with its parent is what would have been read by itself: same answers, errors and order by both ways."""

import random
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.selection import ALL, WHOLE
from schema import institution, lists, researcher, source, topic, work

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

DOCUMENTS = 24
LISTED = {
    "Researcher": {"works": "Work", "topics": "Topic", "institutions": "Institution", "collaborators": "Researcher"},
    "Work": {"authorships": "Authorship", "topics": "Topic", "references": "Work", "citedBy": "Work"},
    "Topic": {"works": "Work", "researchers": "Researcher", "broader": "Topic", "narrower": "Topic"},
    "Institution": {"works": "Work", "researchers": "Researcher", "parents": "Institution", "children": "Institution"},
    "Source": {"works": "Work", "researchers": "Researcher"},
    "Authorship": {},
}
LEAVES = {
    "Researcher": ["name", "nameVariants", "hIndex", "url", "bio { text }", "affiliation { institution { name } }"],
    "Work": ["title", "abstract", "year", "citationCount", "slug", "source { name }", "citation(style: APA)"],
    "Topic": ["name", "level", "worksCount", "url"],
    "Institution": ["name", "country", "domains", "researchersCount"],
    "Source": ["name", "kind", "issn"],
    "Authorship": ["position", "rawName", "corresponding", "institutions { name }"],
}
FACTS = ["identifiers { scheme value url }", "provenance { source }", "countsByYear { year works citations }"]
"""Every kind of entity has them."""
BESIDE = {
    "Work.topics": ["score", "primary"],
    "Researcher.institutions": ["since", "until", "works"],
    "Researcher.collaborators": ["works", "weight"],
}
ORDERS = {
    "Work": ["YEAR", "CITATIONS", "TITLE"],
    "Researcher": ["NAME", "WORKS", "H_INDEX"],
    "Topic": ["NAME", "WORKS"],
    "Institution": ["NAME", "CITATIONS"],
}
FIXED = {"authorships", "collaborators", "Work.topics"}
"""Lists that have one order."""


class Documents:
    """Makes operations at random."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._names = 0

    def operation(self, root: str) -> str:
        return f"query($size: Int, $on: Boolean!) {{ {root} }}"

    def entity(self, kind: str, depth: int) -> str:
        facts = [] if kind == "Authorship" else [self._random.choice(FACTS)]
        chosen = self._random.sample(["id", "__typename", *LEAVES[kind], *facts], self._random.randint(1, 3))
        if kind == "Authorship" and self._random.random() < 0.8:
            chosen.append(f"researcher {{ {self.entity('Researcher', depth)} }}")
        lists_ = [*LISTED[kind]]
        for name in self._random.sample(lists_, min(len(lists_), self._random.randint(0, 2 if depth else 0))):
            chosen += [self.list(kind, name, depth - 1) for _ in range(self._random.choice([1, 1, 2]))]
        if self._random.random() < 0.2:
            chosen[0] = f"... on {kind} @include(if: $on) {{ {chosen[0]} }}"
        return " ".join(chosen)

    def list(self, kind: str, name: str, depth: int) -> str:
        listed = LISTED[kind][name]
        self._names += 1
        parts = [f"nodes {{ {self.entity(listed, depth)} }}", "totalCount", "pageInfo { hasNextPage endCursor }"]
        beside = self._random.sample(["cursor", *BESIDE.get(f"{kind}.{name}", [])], 1)[0]
        parts.append(f"edges {{ {beside} node {{ {self.entity(listed, depth)} }} }}")
        chosen = " ".join(self._random.sample(parts, self._random.choice([1, 1, 2, 3])))
        return f"x{self._names}: {name}{self._arguments(kind, name, listed)} {{ {chosen} }}"

    def _arguments(self, kind: str, name: str, listed: str) -> str:
        given = [self._random.choice(["", "first: 1", "first: 3", "last: 2", "first: $size", "first: 0", "first: 101"])]
        if self._random.random() < 0.3 and not FIXED & {name, f"{kind}.{name}"}:
            field, direction = self._random.choice(ORDERS[listed]), self._random.choice(["ASC", "DESC"])
            given.append(f"orderBy: {{field: {field}, direction: {direction}}}")
        found = ", ".join(part for part in given if part)
        return f"({found})" if found else ""


def roots(made: Documents, g: "SmallGraph") -> list[str]:
    return [
        f'researcher(by: {{id: "{g.researchers[0]["id"]}"}}) {{ {made.entity("Researcher", 3)} }}',
        f'work(by: {{slug: "small-work-2"}}) {{ {made.entity("Work", 3)} }}',
        f'topic(by: {{id: "{g.topics[0]["id"]}"}}) {{ {made.entity("Topic", 2)} }}',
        f'institution(by: {{id: "{g.institutions[1]["id"]}"}}) {{ {made.entity("Institution", 2)} }}',
        f'source(by: {{id: "{g.sources[0]["id"]}"}}) {{ {made.entity("Source", 2)} }}',
        f'works(first: 4, filter: {{topics: ["{g.topics[0]["id"]}"]}}) {{ nodes {{ {made.entity("Work", 2)} }} }}',
    ]


def ordered(data: Any) -> Any:
    if isinstance(data, dict):
        return [(name, ordered(value)) for name, value in data.items()]
    return [ordered(value) for value in data] if isinstance(data, list) else data


async def test_answers_are_the_same_whether_lists_are_read_with_their_parents_or_by_themselves(
    ask: "Ask", small_graph: "SmallGraph", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    for seed in range(DOCUMENTS):
        made = Documents(seed)
        every = roots(made, small_graph)
        asked.append(made.operation(every[seed % len(every)]))
    together = [await ask(text, size=2, on=bool(i % 3)) for i, text in enumerate(asked)]
    for module in (researcher, work, topic, institution, source):
        monkeypatch.setattr(module, "selected_of_entity", lambda _: WHOLE)
    monkeypatch.setattr(lists, "selected_of_list", lambda _: ALL)
    apart = [await ask(text, size=2, on=bool(i % 3)) for i, text in enumerate(asked)]
    for text, one, other in zip(asked, together, apart, strict=True):
        assert ordered(one.data) == ordered(other.data), text
        # Fields that fail at the same time may do so in another order.
        assert sorted(map(repr, one.errors)) == sorted(map(repr, other.errors)), text
    assert sum(len(answer.calls) for answer in together) < 0.75 * sum(len(answer.calls) for answer in apart)
