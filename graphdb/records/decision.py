"""What a decision on who is who did, or would do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """A researcher as her page shows her, before or after a decision."""

    id: str
    slug: str | None
    name: str
    identifiers: tuple[tuple[str, str], ...]
    """Schemes and values, sorted; without old ids and slugs."""
    works_count: int
    citation_count: int
    h_index: int
    topics_count: int
    sources_count: int
    institutions_count: int
    collaborators_count: int
    close_collaborators_count: int
    followers_count: int
    trust_score: int


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A merge, a split, or the undoing of one."""

    id: str | None
    """None: it was a preview, nothing was written."""
    kind: str
    """`MERGE` or `SPLIT`."""
    state: str
    """`APPLIED`, `UNDONE`, or `PENDING`: an import is on, at whose end it takes effect."""
    before: tuple[PersonFigures, ...]
    """The people whom it is about, as they were; she whose works they are first."""
    after: tuple[PersonFigures, ...]
    """Those who are there afterwards. While an import is on that has to do with them, their figures are not final."""
    works: tuple[str, ...]
    """Ids of the works that change hands, sorted."""
    identifiers: tuple[tuple[str, str], ...]
    """Identifiers that do, sorted."""
    contradictions: tuple[str, ...]
    """Schemes in which one authority has different names for the two: `orcid`, …; of a merge."""
