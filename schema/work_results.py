"""Works by many names at once: a result for each."""

from typing import Annotated, cast

import strawberry

from resolvers.works import works_by_names
from schema.entity import given_lookup
from schema.fields import field
from schema.node import Info
from schema.work import LOOKUP_SCHEMES, Work, WorkLookup


@strawberry.type(description="A name as it was asked for.")
class GivenName:
    """The one field of a lookup."""

    scheme: str = strawberry.field(description="The field of the lookup: `id`, `slug`, `doi`, `arxiv`, `openAlex`, …")
    value: str = strawberry.field(description="Its value, as it was written.")


@strawberry.type(description="The name is a work's.")
class WorkFound:
    """A result of `worksByIds`."""

    work: Work = strawberry.field(description="The work.")


@strawberry.type(description="The id is an old one: what had it is part of a work that has another id now.")
class WorkMerged:
    """A result of `worksByIds`."""

    work: Work = strawberry.field(description="The work that answers for the old id.")
    from_: strawberry.ID = strawberry.field(name="from", description="The old id, as it was asked for.")


@strawberry.type(description="No work has the name.")
class WorkNotFound:
    """A result of `worksByIds`."""

    by: GivenName = strawberry.field(description="The name.")
    message: str = strawberry.field(description="Whether the name is unknown or cannot be one, as a sentence.")


WorkResult = Annotated[
    WorkFound | WorkMerged | WorkNotFound, strawberry.union("WorkResult", description="What one name stands for.")
]


@strawberry.type
class WorkResultQuery:
    """Root fields."""

    @field(
        "The works of up to 100 names, in their order, each with a result of its own: what is unknown, or cannot be a "
        "name, does not fail the others."
    )
    async def works_by_ids(
        self,
        info: Info,
        by: Annotated[list[WorkLookup], strawberry.argument(description="Names, 100 at most.")],
    ) -> list[WorkResult] | None:
        given = [given_lookup(lookup) for lookup in by]
        names = [(LOOKUP_SCHEMES.get(name, name), value) for name, value in given]
        results: list[WorkResult] = []
        for (name, value), found in zip(given, await works_by_names(info.context, names), strict=True):
            work = cast("Work", cast("object", found.work))
            if found.work is None:
                results.append(_not_found(name, value, found.can_be))
            elif found.former_id is not None:
                results.append(WorkMerged(work=work, from_=strawberry.ID(found.former_id)))
            else:
                results.append(WorkFound(work=work))
        return results


def _not_found(name: str, value: str, can_be: bool) -> WorkNotFound:
    scheme = "openAlex" if name == "open_alex" else name
    message = f"No work has this {scheme}." if can_be else f"This cannot be the {scheme} of a work."
    return WorkNotFound(by=GivenName(scheme=scheme, value=value), message=message)
