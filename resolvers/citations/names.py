"""The parts of a printed name.

Works print names in reading order, and no rule tells the parts of all of them: the last word is taken for the family
name, with the particles before it. Libraries for it take family names of science for titles and degrees (`Ma`, `Do`).
"""

import re
from dataclasses import dataclass

_PARTICLES = frozenset(
    (
        *("van", "von", "der", "den", "de", "del", "della", "dello", "di", "da", "dal", "dall", "das", "do", "dos"),
        *("du", "des", "la", "le", "las", "los", "ter", "ten", "te", "op", "zu", "zum", "zur", "af", "av", "bin"),
        *("ibn", "al", "el"),
    )
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:collaborations?|consortium|group|team|project|committee|university|institute|laborator(?:y|ies)"
    r"|organi[sz]ation|society|foundation|network|association|cent(?:er|re)|council|commission|agency|ministry"
    r"|department|initiative|corporation|inc|ltd|llc|gmbh)\b\.?",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; where these are not told apart, or of an organisation, a literal alone."""

    given: str = ""
    particle: str = ""
    """What stands between given and family name: `van`, `de la`."""
    family: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""
    literal: str = ""
    is_organisation: bool = False

    @property
    def family_with_particle(self) -> str:
        """The family name as lists of references sort it."""
        return f"{self.particle} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """`Family, Given`, or the literal."""
        return self.literal or ", ".join(part for part in (self.family_with_particle, self.given) if part)


def parts_of(printed: str) -> Name:
    """Return the parts of a name in reading order, or of one written `Family, Given`."""
    text = " ".join(printed.split())
    if _ORGANISATION.search(text) or text.startswith("The "):
        return Name(literal=text, is_organisation=True)
    head, comma, tail = text.partition(", ")
    if ", " in tail or not _LATIN.search(text):
        return Name(literal=text)
    if comma:
        text = f"{head} {tail}" if _SUFFIX.fullmatch(tail) else f"{tail} {head}"
    words = text.split(" ")
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = len(words) - 1
    while start > 1 and (words[start - 1] in _PARTICLES or _is_part_of_particle(words, start - 1)):
        start -= 1
    return Name(" ".join(words[:start]), " ".join(words[start:-1]), words[-1], suffix)


def _is_part_of_particle(words: list[str], at: int) -> bool:
    """`Van den`, `De la`: a capital before another particle."""
    return words[at].lower() in _PARTICLES and words[at + 1] in _PARTICLES
