"""When a preprint and a published work are one: by title, authors and year, where no identifier says so.

The rule looks at two records alone, so that it holds, or does not, whatever else has been imported: the order of
imports cannot show.
"""

from collections.abc import Sequence
from itertools import combinations

from graphdb.ids import digest
from graphdb.text import fold, name_key
from importers.records import WorkRecord, WorkType

JOIN_RULE = "PREPRINT_AND_VERSION"
MAX_YEARS = 3
"""Between a preprint and what was published of it."""
MIN_WORDS = 3
MIN_LENGTH = 20
"""A shorter title is no evidence, unless it has `MIN_WORDS` words."""

_PUBLISHED = frozenset({WorkType.ARTICLE, WorkType.CHAPTER, WorkType.CONFERENCE, WorkType.REVIEW})
_PREPRINT_KEY, _VERSION_KEY = "preprint", "version"


def join_key(record: WorkRecord) -> str | None:
    """Return the key under which `record` may meet the other half; None if it has none."""
    if record.type is WorkType.PREPRINT:
        kind = _PREPRINT_KEY
    elif record.type in _PUBLISHED:
        kind = _VERSION_KEY
    else:
        return None
    title = fold(record.plain_title)
    if record.year is None or not record.authors or (len(title.split()) < MIN_WORDS and len(title) < MIN_LENGTH):
        return None
    return f"{kind} {digest('title', title.replace(' ', ''))}"


def opposite(key: str) -> str:
    """Return the join key of the other half: that of published versions for a preprint's, and the other way round."""
    kind, _, title = key.partition(" ")
    return f"{_VERSION_KEY if kind == _PREPRINT_KEY else _PREPRINT_KEY} {title}"


def are_versions(a: WorkRecord, b: WorkRecord) -> bool:
    """Say whether one of two records, of opposite join keys, describes a preprint of what the other describes.

    They are at most `MAX_YEARS` years apart and share at least half of the authors of the shorter list.
    """
    if a.year is None or b.year is None or abs(a.year - b.year) > MAX_YEARS:
        return False
    names_a, names_b = ({name_key(author.name) for author in record.authors} for record in (a, b))
    return 2 * len(names_a & names_b) >= min(len(names_a), len(names_b)) > 0


def is_joined_by_title(records: Sequence[WorkRecord]) -> bool:
    """Say whether `records`, all of one work, are held together by the rule where they share no identifier."""
    parent = list(range(len(records)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    first: dict[object, int] = {}
    for i, record in enumerate(records):
        for identifier in record.identifiers:
            parent[root(i)] = root(first.setdefault(identifier, i))
    if len({root(i) for i in range(len(records))}) == 1:
        return False
    keys = [join_key(record) for record in records]
    return any(
        key_a is not None
        and key_b is not None
        and opposite(key_a) == key_b
        and root(a) != root(b)
        and are_versions(records[a], records[b])
        for (a, key_a), (b, key_b) in combinations(enumerate(keys), 2)
    )
