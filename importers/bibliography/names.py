"""People and organisations as bibliographies write them."""

import re
from dataclasses import dataclass

from graphdb.text import fold
from importers.text import clean_name, fold_space

_REST = frozenset({"others", "et al", "and others"})
_BRACES = re.compile(r"[{}]")
# `Fanning E.`: initials that follow the family name without a comma.
_INITIALS_LAST = re.compile(r"(?P<family>[^\s.,]{2,}(?: [^\s.,]{2,})*) (?P<given>(?:[^\W\d_a-z]\.[ -]?)+)")


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; an organisation, or a person whose parts are not told apart, has a literal only."""

    given: str = ""
    particle: str = ""
    """What stands between given and family name: `van`, `de la`."""
    family: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str | None = None
    affiliation: str | None = None

    @property
    def printed(self) -> str:
        """The whole name in reading order; may be empty."""
        return clean_name(" ".join((self.literal or self.given, self.particle, self.family, self.suffix)))

    @property
    def sort_word(self) -> str:
        """The last word of the family name, folded: the same whether particles are told apart or not."""
        return (fold(clean_name(self.family or self.literal)).split() or [""])[-1]


def stands_for_the_rest(printed: str) -> bool:
    """Say whether a name is none, but says that more people took part: `and others`, `et al.`."""
    return fold(printed) in _REST


def name_with_commas(written: str) -> Name:
    """Return the name in `Family, Given, Suffix`; without a comma it is an organisation, or in reading order."""
    parts = [fold_space(part) for part in written.split(",")]
    if len(parts) > 1 and any(parts[1:]):
        return Name(family=parts[0], given=parts[1], suffix=" ".join(parts[2:]).strip())
    swapped = _INITIALS_LAST.fullmatch(parts[0])
    if swapped is not None:
        return Name(given=swapped["given"].strip(), family=swapped["family"])
    return Name(literal=parts[0])


def in_braces(written: str) -> str | None:
    """Return what one pair of braces holds if it holds the whole name, which is then an organisation's; else None.

    An accent has braces too, and is followed by the rest of the name.
    """
    if not (written.startswith("{") and written.endswith("}")) or written.startswith("{\\"):
        return None
    depth = 0
    for brace in _BRACES.finditer(written):
        depth += 1 if brace[0] == "{" else -1
        if not depth and brace.end() < len(written):
            return None
    return written[1:-1]
