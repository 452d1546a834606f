"""What entities of all kinds tell of themselves: identifiers, provenance, counts by year."""

import strawberry


@strawberry.type(description="A name that an authority gave to a thing.")
class Identifier:
    """A scheme and a value."""

    scheme: str = strawberry.field(
        description="`doi`, `arxiv`, `acl`, `openalex`, `dblp`, `s2`, `orcid`, `ror`, `issn`, …"
    )
    value: str = strawberry.field(description="In the scheme's normal form: no address, no version, one case.")
    url: str | None = strawberry.field(description="Where the authority shows the thing; null if it has no such place.")


@strawberry.type(description="Where a part of an entity came from.")
class Provenance:
    """A source and a run of its importer."""

    source: str = strawberry.field(description="The importer's source: `arxiv`, `acl`, `demo`, …")
    run: str = strawberry.field(description="Id of the import run that wrote it last.")
    imported_at: str = strawberry.field(description="When that was: ISO 8601 date-time in UTC.")


@strawberry.type(description="The works of one year, and the citations that arrived in it.")
class YearCount:
    """One bar of a chart."""

    year: int = strawberry.field(description="The year.")
    works: int = strawberry.field(description="Works that appeared in the year.")
    citations: int = strawberry.field(
        description="Citations, by works of the graph that appeared in the year, of works of any year."
    )


@strawberry.type(description="A number and what it counts.")
class DefinedCount:
    """A count whose name does not say it all."""

    value: int = strawberry.field(description="The number.")
    definition: str = strawberry.field(description="What is counted, as a sentence.")


@strawberry.type(description="The accounts that follow something. Who they are is theirs to tell.")
class FollowerConnection:
    """A count alone."""

    total_count: int = strawberry.field(description="How many they are.")
