"""What the pages of a search have given so far, remembered for as long as somebody may page on.

Ranks of a full text move with whatever is written, so that no place in the order tells what came before it. A cursor
therefore names the trail of pages that led to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cachetools import TTLCache

from graphdb.ids import digest

SECONDS = 600.0
"""From a page to the next one at most, for that one to hold nothing twice."""
ROOM = 200_000
"""Ids that a process remembers, some 15 MB; of more, those of pages that were asked for the longest ago go first."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The rows of a page, after those of the pages before it; what two trails begin with, they share."""

    token: str
    """Stands for all ids: who is given the same pages is given the same cursors."""
    ids: tuple[str, ...]
    """Of the page, in its order; at least one."""
    before: "Trail | None"

    def __len__(self) -> int:
        """How much room it takes: what came before is counted where it is remembered."""
        return len(self.ids)

    def all_ids(self) -> Iterator[str]:
        """Go through the ids of all pages."""
        trail: Trail | None = self
        while trail is not None:
            yield from trail.ids
            trail = trail.before


class Trails:
    """Those of everybody, in one process: several workers remember each for itself."""

    def __init__(self) -> None:
        self._kept: TTLCache[str, Trail] = TTLCache[str, Trail](ROOM, SECONDS, getsizeof=len)

    def lengthen(self, before: Trail | None, ids: Sequence[str]) -> Trail:
        """Return the trail that goes on with these rows, at least one, and remember it."""
        trail = _trail(before, tuple(ids))
        self._kept[trail.token] = trail
        return trail

    def up_to(self, token: str, id_: str) -> Trail | None:
        """Return the trail that ends with a row of the page `token` names; None where that is forgotten or has none."""
        trail: Trail | None = self._kept.get(token)
        if trail is None or id_ not in trail.ids:
            return None
        ids = trail.ids[: trail.ids.index(id_) + 1]
        return trail if len(ids) == len(trail.ids) else _trail(trail.before, ids)


def _trail(before: Trail | None, ids: tuple[str, ...]) -> Trail:
    return Trail(digest(before.token if before else "", *ids), ids, before)
