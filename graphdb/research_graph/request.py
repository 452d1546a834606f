"""What is asked for when a slice is asked for, within its bounds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graphdb.entities import check_id
from graphdb.ids import digest
from graphdb.keyset import BadBoundError
from graphdb.research_graph.paths import PATHS, Path
from graphdb.research_graph.records import EdgeKind, EntityKind

MAX_DEPTH = 3
MAX_PER_KIND = 50
MAX_SEEDS = 100
MAX_EXCLUDED = 1000
MAX_NODES = 1000
"""A slice has no more; the rest is said in its truncations."""


@dataclass(frozen=True, slots=True)
class SliceRequest:
    """Arguments within their bounds; `slice_request` makes it."""

    seeds: tuple[str, ...]
    """Each once, in the order given."""
    depth: int
    kinds: frozenset[EntityKind]
    """The kinds of node that may stand beside the seeds."""
    edges: frozenset[EdgeKind]
    per_kind: int
    first_year: int | None
    last_year: int | None
    exclude: tuple[str, ...]
    """Each once, sorted."""

    def follows(self, path: Path) -> bool:
        """Whether the slice expands along `path`."""
        return path.edge in self.edges and path.far in self.kinds

    def total_is_exact(self, path: Path) -> bool:
        """Whether all edges of `path` lead to nodes that may be in the slice."""
        by_year = path.far is EntityKind.WORK and not (self.first_year is None and self.last_year is None)
        return not self.exclude and not by_year

    def id_with(self, seeds: Collection[str]) -> str:
        """Return the slice's id, given the current ids of the seeds that were found."""
        return "g_" + digest(
            "slice",
            " ".join(sorted(seeds)),
            str(self.depth),
            " ".join(sorted(self.kinds)),
            " ".join(sorted(self.edges)),
            str(self.per_kind),
            f"{self.first_year} {self.last_year}",
            " ".join(self.exclude),
        )


def slice_request(
    seeds: Sequence[str],
    *,
    depth: int = 1,
    kinds: Collection[EntityKind] | None = None,
    edges: Collection[EdgeKind] | None = None,
    per_kind: int = 12,
    first_year: int | None = None,
    last_year: int | None = None,
    exclude: Sequence[str] = (),
) -> SliceRequest:
    """Return the request for a slice; `kinds` and `edges` are all of them unless given.

    Raises `BadBoundError` for an argument outside of its bounds, `BadIdError` for a seed or excluded id that cannot
    be an id.
    """
    _check_range("depth", depth, MAX_DEPTH)
    _check_range("perKind", per_kind, MAX_PER_KIND)
    _check_length("seeds", seeds, MAX_SEEDS)
    _check_length("exclude", exclude, MAX_EXCLUDED)
    if first_year is not None and last_year is not None and first_year > last_year:
        raise BadBoundError(f"`years` begins in {first_year}, after its end in {last_year}.", "Swap the two.")
    return SliceRequest(
        seeds=tuple(check_id(id_) for id_ in dict.fromkeys(seeds)),
        depth=depth,
        kinds=frozenset(EntityKind if kinds is None else kinds),
        edges=frozenset(EdgeKind if edges is None else edges),
        per_kind=per_kind,
        first_year=first_year,
        last_year=last_year,
        exclude=tuple(sorted({check_id(id_) for id_ in exclude})),
    )


def _check_range(name: str, value: int, largest: int) -> None:
    if not 1 <= value <= largest:
        raise BadBoundError(f"`{name}` may be 1 to {largest}, not {value}.")


def _check_length(name: str, ids: Sequence[str], largest: int) -> None:
    if len(ids) > largest:
        raise BadBoundError(f"`{name}` may hold {largest} ids, not {len(ids)}.", "Ask for less at once.")


def steps_allowed(request: SliceRequest) -> dict[str, bool]:
    """Return for each path's name whether the slice expands along it."""
    return {path.name: request.follows(path) for path in PATHS}
