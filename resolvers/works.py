"""Works by many names at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphdb.entities import BadIdError, check_id
from graphdb.identifiers import normalise
from graphdb.keyset import BadBoundError
from graphdb.records import WorkRecord
from resolvers.context import RequestContext
from resolvers.entities import MAX_IDS
from resolvers.loaders.entities import EntityName


@dataclass(frozen=True, slots=True)
class LookedUpWork:
    """What a name of a work stands for."""

    work: WorkRecord | None
    former_id: str | None = None
    """The id that was asked for, where the work that had it is part of `work` now."""
    can_be: bool = True
    """The value can be a name in its scheme at all."""


async def works_by_names(context: RequestContext, names: Sequence[tuple[str, str]]) -> list[LookedUpWork]:
    """Return what each of `names`, pairs of scheme and value, stands for, in one Cypher call.

    Whatever a name looks like, the others are answered. Raises `BadBoundError` for more than 100 names.
    """
    if len(names) > MAX_IDS:
        raise BadBoundError(f"`by` may hold {MAX_IDS} names, not {len(names)}.", "Ask for them in several requests.")
    normal = [_normal(scheme, value) for scheme, value in names]
    keys = [EntityName("Work", scheme, value) for (scheme, _), value in zip(names, normal, strict=True) if value]
    found = iter(await context.loaders.entity_by_name.load_many(keys))
    return [
        _looked_up(scheme, value, next(found)) if value else LookedUpWork(None, can_be=False)
        for (scheme, _), value in zip(names, normal, strict=True)
    ]


def _normal(scheme: str, value: str) -> str | None:
    if scheme == "id":
        try:
            return check_id(value, "Work")
        except BadIdError:
            return None
    return value if scheme == "slug" else normalise(scheme, value)


def _looked_up(scheme: str, value: str, record: object) -> LookedUpWork:
    if not isinstance(record, WorkRecord):
        return LookedUpWork(None)
    return LookedUpWork(record, value if scheme == "id" and record.id != value else None)
