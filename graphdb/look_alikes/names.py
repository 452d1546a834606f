"""Which names may be one person's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graphdb.text import name_key


class NameMatch(StrEnum):
    """How two people's names agree."""

    SAME = "SAME"
    """The same folded name, with a given name written out."""
    SAME_INITIALS = "SAME_INITIALS"
    """The same folded name, of whose given names there are initials alone; or a single word."""
    VARIANT = "VARIANT"
    """A spelling that works print of the one is one that they print of the other."""
    INITIALS = "INITIALS"
    """The same family name, and given names of which one may be short for the other."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one person, folded (`graphdb.text.name_key`)."""

    shown: str
    variants: frozenset[str]
    """Other spellings, without the one that is shown."""

    @classmethod
    def of(cls, name: str, variants: Iterable[str]) -> "Names":
        """Return the names of a person who is shown as `name`."""
        shown = name_key(name)
        return cls(shown, frozenset(map(name_key, variants)) - {shown})

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        return self.variants | {self.shown}

    @property
    def abbreviated(self) -> frozenset[str]:
        """The names with an initial instead of the given names."""
        return frozenset(f"{key[0]} {key.rpartition(' ')[2]}" for key in self.all if " " in key)

    @property
    def families(self) -> frozenset[str]:
        """The last words of names that have several."""
        return frozenset(key.rpartition(" ")[2] for key in self.all if " " in key)


def match_names(a: Names, b: Names) -> NameMatch | None:
    """Return how the names of two people agree, the strongest way first; None if they do not."""
    if a.shown == b.shown:
        return NameMatch.SAME if _is_full(a.shown) else NameMatch.SAME_INITIALS
    if a.all & b.all:
        return NameMatch.VARIANT
    return NameMatch.INITIALS if any(_may_be_short(x, y) for x in a.all for y in b.all) else None


def _is_full(key: str) -> bool:
    given, _, _ = key.rpartition(" ")
    return len(given.partition(" ")[0]) > 1


def _may_be_short(a: str, b: str) -> bool:
    """Say whether one of two names has an initial where the other has a given name that begins with it."""
    given_a, _, family_a = a.rpartition(" ")
    given_b, _, family_b = b.rpartition(" ")
    if not given_a or not given_b or family_a != family_b:
        return False
    first_a, first_b = given_a.partition(" ")[0], given_b.partition(" ")[0]
    return 1 in (len(first_a), len(first_b)) and first_a[0] == first_b[0]
