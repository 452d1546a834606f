"""Entities of any kind: by id, by another name, all of a kind, and what is known of each."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from graphdb.entities import BadIdError, check_id, nodes_by_id
from graphdb.extent import Extent
from graphdb.fact import Fact
from graphdb.identifiers import normalise
from graphdb.ids import KIND_OF_PREFIX, kind_of, kind_of_peoples
from graphdb.keyset import MAX_ROOT_PAGE, BadBoundError
from graphdb.pages import Edge, Page
from graphdb.records import EntityRecord
from graphdb.records.kinds import Entity
from graphdb.root_lists import root_page
from graphdb.selection import WHOLE, Selection
from resolvers.context import RequestContext
from resolvers.lists import Listing
from resolvers.loaders.entities import EntityName
from resolvers.private_nodes import PrivateNode, private_node

MAX_IDS = 100

R = TypeVar("R", bound=Entity)
V = TypeVar("V")

_PLURALS = {
    "Researcher": "researchers",
    "Work": "works",
    "Topic": "topics",
    "Institution": "institutions",
    "Source": "sources",
}


async def node(context: RequestContext, id_: str) -> Entity | PrivateNode | None:
    """Return what `id_` names, None if that is nothing, or is not the viewer's to see.

    Raises `BadIdError` for what cannot be an id.
    """
    if kind_of_peoples(id_) is not None:
        return await private_node(context, id_)
    return (await nodes_by_id(context.graph, [check_id(id_)])).get(id_)


async def nodes(context: RequestContext, ids: Sequence[str]) -> list[Entity | PrivateNode | BadIdError | None]:
    """Return for each of `ids` what `node` returns, the error if it cannot be an id.

    Raises `BadBoundError` for more than 100 ids.
    """
    if len(ids) > MAX_IDS:
        raise BadBoundError(f"`ids` may hold {MAX_IDS} ids, not {len(ids)}.", "Ask for them in several requests.")
    private = [id_ for id_ in dict.fromkeys(ids) if kind_of_peoples(id_) is not None]
    found: dict[str, Entity | PrivateNode | None] = {**await nodes_by_id(context.graph, dict.fromkeys(ids))}
    found |= zip(private, await asyncio.gather(*(private_node(context, id_) for id_ in private)), strict=True)
    return [found[id_] if id_ in found else _missing(id_) for id_ in ids]


def _missing(id_: str) -> BadIdError | None:
    try:
        check_id(id_)
    except BadIdError as error:
        return error
    return None


async def lookup(
    context: RequestContext, record: type[R], kind: str, scheme: str, value: str, *, selection: Selection = WHOLE
) -> R | None:
    """Return the entity of `kind`, whose records are `record`, that (scheme, value) names, None if there is none.

    Identifiers may be written in any form that `normalise` knows. Raises `BadIdError` for an `id` that cannot be one of
    the kind.
    """
    if scheme == "id":
        check_id(value, kind)
    normal = value if scheme in {"id", "slug"} else normalise(scheme, value)
    if not normal:
        return None
    found = await context.loaders.entity_by_name.load(EntityName(kind, scheme, normal, selection))
    return found if isinstance(found, record) else None


async def all_of(context: RequestContext, kind: str, listing: Listing) -> Page[Edge[Entity]]:
    """Return a page of all entities of `kind`; raises `BadBoundError`, `BadCursorError` and `BadIdError`."""
    filter_ = listing.filter(kind)
    request = listing.page(f"Query.{_PLURALS[kind]}", filter_, MAX_ROOT_PAGE)
    page = await root_page(context.graph, kind, request, filter_, listing.selected)
    return replace(page, extent=Extent(filter=filter_)) if kind == "Work" else page


async def fact_of(context: RequestContext, facts: Mapping[str, Fact[V]], entity: EntityRecord) -> V:
    """Return what is known of an entity, by the one of `facts`, by label, that is of its kind.

    A fact that was read with its entity is there.
    """
    fact = facts[kind_of(entity.id) or ""]
    if entity.along is not None and fact in entity.along:
        known: V = entity.along[fact]
        return known
    found: V = await context.loaders.fact.load((fact, entity.id))
    return found


def permalink(context: RequestContext, id_: str, slug: str) -> str:
    """Return the address of an entity's page."""
    return f"{context.public_url}/{_PLURALS[KIND_OF_PREFIX[id_[:2]]]}/{slug}"


async def related(context: RequestContext, record: type[R], kind: str, ids: Sequence[str]) -> list[R]:
    """Return the entities of `kind`, whose records are `record`, that `ids` name, in their order."""
    names = [EntityName(kind, "id", id_) for id_ in ids]
    found = await context.loaders.entity_by_name.load_many(names)
    return [entity for entity in found if isinstance(entity, record)]
