"""How likely it is that two researchers are one: a pure function of what they have in common."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphdb.derived.common_names import is_distinctive
from graphdb.look_alikes.names import NameMatch
from graphdb.writer.people import PEOPLE

NAMES = {
    NameMatch.SAME: 0.3,
    NameMatch.SAME_INITIALS: 0.15,
    NameMatch.VARIANT: 0.25,
    NameMatch.INITIALS: 0.1,
}
"""What a name says."""
DISTINCTIVE = 0.15
"""What a full name that few people share says beside that."""
COAUTHORS = (0.2, 0.05, 0.35)
INSTITUTIONS = (0.1, 0.05, 0.15)
TOPICS = (0.03, 0.01, 0.08)
SOURCES = (0.03, 0.01, 0.07)
"""What the first of a kind says, each further one, and all together at most."""
CONTRADICTED = 0.25
"""What is left of it where ORCID, or a registry in which people are told apart by hand, has two names for them."""
DOUBTED = 0.6
"""And where another authority has, whose lists are made by programs: they often have one person twice."""
BY_PROGRAMS = frozenset({"openalex", "s2"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two researchers have in common, and what speaks against their being one."""

    name: NameMatch
    shared_coauthors: int
    shared_institutions: int
    shared_topics: int
    shared_sources: int
    """Venues; archives, in which everybody's works are, do not count."""
    contradictions: tuple[str, ...]
    """Schemes in which each has identifiers and they have none in common, sorted."""


def score(evidence: Evidence, name_key: str) -> float:
    """Return how likely it is that two are one, 0 to 1, with two decimals; `name_key` is the name of the first.

    A sum of what the name and what is shared says, times a factor for every authority that contradicts.
    """
    points = NAMES[evidence.name]
    if evidence.name is NameMatch.SAME and is_distinctive(name_key):
        points += DISTINCTIVE
    for count, said in (
        (evidence.shared_coauthors, COAUTHORS),
        (evidence.shared_institutions, INSTITUTIONS),
        (evidence.shared_topics, TOPICS),
        (evidence.shared_sources, SOURCES),
    ):
        points += _said(count, *said)
    for scheme in evidence.contradictions:
        points *= DOUBTED if scheme in BY_PROGRAMS else CONTRADICTED
    return round(min(points, 1.0), 2)


def _said(count: int, first: float, further: float, most: float) -> float:
    return min(first + (count - 1) * further, most) if count > 0 else 0.0


def contradictions(a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the schemes in which both have identifiers that tell people apart, and none in common."""
    names: dict[str, tuple[set[str], set[str]]] = {}
    for side, keys in enumerate((a, b)):
        for scheme, value in keys:
            if PEOPLE.tells_apart(scheme):
                names.setdefault(scheme, (set(), set()))[side].add(value)
    return tuple(sorted(scheme for scheme, (ours, theirs) in names.items() if ours and theirs and not ours & theirs))
