"""Filters of lists. All conditions of a filter must hold; a condition that is null asks for nothing."""

from dataclasses import fields
from typing import Annotated, Any

import strawberry

from graphdb.filters.conditions import Value, Where
from schema.graph_slice import YearRange

AND = "All of these filters hold."
OR = "At least one of these filters holds; none does if the list is empty."
NOT = "This filter does not hold."
TEXT = (
    'Words that must all occur, in the language of `search`: "a phrase", prefix*, fuzzy~, field:word, -without, a OR b.'
)


def ids(what: str) -> Any:
    """Return a field of global ids, any of which will do."""
    return strawberry.field(default=None, description=f"Any of these {what}: global ids, current or old.")


def all_ids(what: str) -> Any:
    """Return a field of global ids, all of which must do."""
    return strawberry.field(default=None, description=f"All of these {what}: global ids, current or old.")


def condition(description: str) -> Any:
    """Return a field that asks for nothing unless it is given."""
    return strawberry.field(default=None, description=description)


@strawberry.input(description="Whole numbers from one to another, both included; a null bound is open.")
class IntRange:
    """Bounds."""

    gte: int | None = condition("The least.")
    lte: int | None = condition("The greatest.")


@strawberry.input(description="What works must be. Lists are alternatives, where not said otherwise.")
class WorkFilter:
    """See `graphdb.filters.works`."""

    year: YearRange | None = condition("Years of publication; works without a year are of none.")
    types: list[str] | None = condition("Any of these types, as `Work.type` gives them.")
    topics: list[strawberry.ID] | None = ids("topics")
    all_topics: list[strawberry.ID] | None = all_ids("topics")
    institutions: list[strawberry.ID] | None = ids("institutions, named for an author on the work")
    all_institutions: list[strawberry.ID] | None = all_ids("institutions, named for authors on the work")
    countries: list[str] | None = condition(
        "An author's institution on the work is in any of these countries: ISO 3166 alpha-2 codes."
    )
    all_countries: list[str] | None = condition(
        "Authors' institutions on the work are in all of these countries: ISO 3166 alpha-2 codes."
    )
    sources: list[strawberry.ID] | None = ids("sources")
    all_sources: list[strawberry.ID] | None = all_ids("sources")
    authors: list[strawberry.ID] | None = ids("authors")
    all_authors: list[strawberry.ID] | None = all_ids("authors")
    is_open_access: bool | None = condition("Free to read, or known not to be.")
    retracted: bool | None = condition("Retracted or withdrawn, or not.")
    min_citations: int | None = condition("Citations by works of the graph at least.")
    has_abstract: bool | None = condition("With an abstract, or without.")
    text: str | None = condition(f"{TEXT} In title, abstract or names of authors.")
    imported_from: list[str] | None = condition("Any of these sources of imports, such as `acl` or `arxiv`.")
    and_: list["WorkFilter"] | None = strawberry.field(name="and", default=None, description=AND)
    or_: list["WorkFilter"] | None = strawberry.field(name="or", default=None, description=OR)
    not_: Annotated["WorkFilter", strawberry.lazy("schema.filters")] | None = strawberry.field(
        name="not", default=None, description=NOT
    )


@strawberry.input(description="What researchers must be. Lists are alternatives, where not said otherwise.")
class ResearcherFilter:
    """See `graphdb.filters.people`."""

    name: str | None = condition(f"{TEXT} In the name or its variants.")
    institutions: list[strawberry.ID] | None = ids("institutions, past or present")
    all_institutions: list[strawberry.ID] | None = all_ids("institutions, past or present")
    topics: list[strawberry.ID] | None = ids("topics of the works")
    all_topics: list[strawberry.ID] | None = all_ids("topics of the works")
    countries: list[str] | None = condition(
        "An institution, past or present, is in any of these countries: ISO 3166 alpha-2 codes."
    )
    min_works: int | None = condition("Works at least.")
    min_citations: int | None = condition("Citations of the works at least.")
    min_trust: int | None = condition("Trust score at least, 0 to 100.")
    claimed: bool | None = condition("Held by an approved claim, or not.")
    open_to_collaborate: bool | None = condition("Open to collaborate, or not.")
    and_: list["ResearcherFilter"] | None = strawberry.field(name="and", default=None, description=AND)
    or_: list["ResearcherFilter"] | None = strawberry.field(name="or", default=None, description=OR)
    not_: Annotated["ResearcherFilter", strawberry.lazy("schema.filters")] | None = strawberry.field(
        name="not", default=None, description=NOT
    )


@strawberry.input(description="What topics must be. Lists are alternatives.")
class TopicFilter:
    """See `graphdb.filters.entities`."""

    name: str | None = condition(f"{TEXT} In the name.")
    schemes: list[str] | None = condition("Any of these schemes: `arxiv`, `openalex` or `keyword`.")
    level: IntRange | None = condition("Depths in the scheme's hierarchy, the root being 0.")
    broader: list[strawberry.ID] | None = ids("topics one step up the hierarchy")
    min_works: int | None = condition("Works at least.")
    min_citations: int | None = condition("Citations of the works at least.")
    and_: list["TopicFilter"] | None = strawberry.field(name="and", default=None, description=AND)
    or_: list["TopicFilter"] | None = strawberry.field(name="or", default=None, description=OR)
    not_: Annotated["TopicFilter", strawberry.lazy("schema.filters")] | None = strawberry.field(
        name="not", default=None, description=NOT
    )


@strawberry.input(description="What institutions must be. Lists are alternatives.")
class InstitutionFilter:
    """See `graphdb.filters.entities`."""

    name: str | None = condition(f"{TEXT} In the name.")
    countries: list[str] | None = condition("In any of these countries: ISO 3166 alpha-2 codes.")
    types: list[str] | None = condition("Any of these types, as `Institution.type` gives them.")
    part_of: list[strawberry.ID] | None = ids("institutions that they are part of")
    min_works: int | None = condition("Works at least.")
    min_citations: int | None = condition("Citations of the works at least.")
    and_: list["InstitutionFilter"] | None = strawberry.field(name="and", default=None, description=AND)
    or_: list["InstitutionFilter"] | None = strawberry.field(name="or", default=None, description=OR)
    not_: Annotated["InstitutionFilter", strawberry.lazy("schema.filters")] | None = strawberry.field(
        name="not", default=None, description=NOT
    )


@strawberry.input(description="What sources must be. Lists are alternatives.")
class SourceFilter:
    """See `graphdb.filters.entities`."""

    name: str | None = condition(f"{TEXT} In the name.")
    kinds: list[str] | None = condition(
        "Any of these kinds: `archive`, `conference`, `journal`, `repository`, `other`."
    )
    min_works: int | None = condition("Works at least.")
    min_citations: int | None = condition("Citations of the works at least.")
    and_: list["SourceFilter"] | None = strawberry.field(name="and", default=None, description=AND)
    or_: list["SourceFilter"] | None = strawberry.field(name="or", default=None, description=OR)
    not_: Annotated["SourceFilter", strawberry.lazy("schema.filters")] | None = strawberry.field(
        name="not", default=None, description=NOT
    )


AnyFilter = WorkFilter | ResearcherFilter | TopicFilter | InstitutionFilter | SourceFilter

Works = Annotated[WorkFilter | None, strawberry.argument(description="What works must be; all if null.")]
Researchers = Annotated[
    ResearcherFilter | None, strawberry.argument(description="What researchers must be; all if null.")
]
Topics = Annotated[TopicFilter | None, strawberry.argument(description="What topics must be; all if null.")]
Institutions = Annotated[
    InstitutionFilter | None, strawberry.argument(description="What institutions must be; all if null.")
]
Sources = Annotated[SourceFilter | None, strawberry.argument(description="What sources must be; all if null.")]


def where(given: AnyFilter | None) -> Where | None:
    """Return a filter as conditions with their values; those of a range are `…_gte` and `…_lte`."""
    if given is None:
        return None
    conditions: list[tuple[str, Value]] = []
    for name, value in ((field.name, getattr(given, field.name)) for field in fields(given)):
        if value is None or name in {"and_", "or_", "not_"}:
            continue
        if isinstance(value, YearRange | IntRange):
            bounds = ((f"{name}_gte", value.gte), (f"{name}_lte", value.lte))
            conditions += [(bound, limit) for bound, limit in bounds if limit is not None]
        else:
            conditions.append((name, tuple(value) if isinstance(value, list) else value))
    return Where(
        tuple(conditions),
        _all(given.and_) or (),
        _all(given.or_),
        where(given.not_),
    )


def _all(given: Any) -> tuple[Where, ...] | None:
    return None if given is None else tuple(found for part in given if (found := where(part)) is not None)
