"""Works."""

from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from graphdb import work as lists
from graphdb.facets import WorkDimension
from graphdb.keyset import PageArguments
from graphdb.pages import Page
from graphdb.records import AuthorshipRecord, InstitutionRecord, WorkRecord
from resolvers import related_works
from resolvers import work as resolve
from resolvers.citations.styles import CitationFormat
from resolvers.entities import all_of, fact_of, lookup, related
from resolvers.lists import nested
from schema import filters
from schema.entity import Entity, given_lookup, record_of
from schema.facets import Facet, Group, facets_of, groups_of
from schema.fields import field
from schema.lists import WorkOrderBy, listing, works_field
from schema.node import Info
from schema.orders import work_order
from schema.paging import After, Before, First, Last, ListConnection, ListEdge
from schema.researcher import Researcher
from schema.selection import is_fact, pages_of, selected_of_entity
from schema.similarity import Methods

strawberry.enum(
    CitationFormat,
    description="A style of citation: an entry of BibTeX, a reference in RIS, an item of CSL-JSON, a line as the 7th "
    "edition of the APA's manual has it, a description in JSON-LD with the vocabulary of schema.org.",
)

if TYPE_CHECKING:
    from schema.institution import Institution
    from schema.related_works import LinkedWorkConnection, SimilarWorkConnection
    from schema.source import Source
    from schema.topic import WorkTopicConnection


@strawberry.type(description="One person's part in one work.")
class Authorship:
    """Read from an `AuthorshipRecord`."""

    position: int = strawberry.field(description="Place in the printed list of authors, from 1.")
    raw_name: str = strawberry.field(description="The name as the work prints it.")
    raw_affiliation: str | None = strawberry.field(
        description="The affiliation as the work prints it; several are joined by `; `."
    )
    corresponding: bool = strawberry.field(description="The work names the person for letters.")
    researcher: Researcher = strawberry.field(description="The person.")

    @field("Institutions that the work names for the person, in its order.")
    async def institutions(self, info: Info) -> list[Annotated["Institution", strawberry.lazy("schema.institution")]]:
        record = cast("AuthorshipRecord", cast("object", self))
        found = await related(info.context, InstitutionRecord, "Institution", record.institution_ids)
        return cast("list[Any]", found)


@strawberry.type(description="An authorship in a list.")
class AuthorshipEdge(ListEdge):
    """A row."""

    node: Authorship = strawberry.field(description="The authorship.")


@strawberry.type(description="A page of the list of a work's authorships.")
class AuthorshipConnection(ListConnection):
    """A page."""

    edges: list[AuthorshipEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Authorship] = strawberry.field(description="The authorships of the page.")


@strawberry.type(description="An article, preprint, book, dataset or other thing that people publish.")
class Work(Entity):
    """Read from a `WorkRecord`."""

    title: str = strawberry.field(description="Plain text: markup decoded.")
    abstract: str | None = strawberry.field(description="Plain text; null if no source has it.")
    type: str = strawberry.field(
        description="`article`, `book`, `chapter`, `conference`, `dataset`, `editorial`, `other`, `preprint`, "
        "`proceedings`, `report`, `review`, `software` or `thesis`."
    )
    year: int | None = strawberry.field(description="Year of publication.")
    first_published_at: str | None = strawberry.field(description="ISO 8601 date or date-time of the first version.")
    latest_version_at: str | None = strawberry.field(description="ISO 8601 date or date-time of the latest version.")
    language: str | None = strawberry.field(description="ISO 639-1 code.")
    is_open_access: bool | None = strawberry.field(description="Free to read; null if no source says.")
    retracted: bool = strawberry.field(description="A source says that it was retracted or withdrawn.")
    landing_page_url: str | None = strawberry.field(description="The page of the work at its publisher or archive.")
    pdf_url: str | None = strawberry.field(description="Address of the PDF.")
    authors_count: int = strawberry.field(description="How many authorships it has.")
    references_count: int = strawberry.field(description="Works of the graph that it cites.")
    citation_count: int = strawberry.field(description="Works of the graph that cite it.")
    external_citation_count: int | None = strawberry.field(
        description="Citations as a source counts them, beyond the graph; null if none says."
    )
    imported_at: str | None = strawberry.field(
        description="When it came into the graph: ISO 8601 date-time in UTC; what `orderBy: IMPORTED` goes by."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, WorkRecord)

    @field("The venue or archive that it appeared in; of several, a journal or conference before an archive.")
    @is_fact({"Work": lists.MAIN_SOURCE})
    async def source(self, info: Info) -> Annotated["Source", strawberry.lazy("schema.source")] | None:
        return cast("Source | None", await fact_of(info.context, {"Work": lists.MAIN_SOURCE}, record_of(self)))

    @field("Its authorships, as printed.")
    @pages_of(lists.AUTHORSHIPS, lambda _: lists.AUTHORSHIP_ORDER)
    async def authorships(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> AuthorshipConnection | None:
        asked = listing(info, lists.AUTHORSHIP_ORDER, None, PageArguments(first, after, last, before))
        page = await nested(info.context, lists.AUTHORSHIPS, record_of(self), asked)
        return cast("AuthorshipConnection", page)

    @field("Its topics: the primary one first, then by score, name and id.")
    @pages_of(lists.TOPICS, lambda _: lists.TOPIC_ORDER)
    async def topics(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Annotated["WorkTopicConnection", strawberry.lazy("schema.topic")] | None:
        asked = listing(info, lists.TOPIC_ORDER, None, PageArguments(first, after, last, before))
        page = await nested(info.context, lists.TOPICS, record_of(self), asked)
        return cast("WorkTopicConnection", page)

    references: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.REFERENCES, "Works of the graph that it cites."
    )
    cited_by: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.CITED_BY, "Works of the graph that cite it."
    )

    @field(
        "The work cited in a style, as text. Its address is its DOI, else that of its publisher or archive, else its "
        "permalink. Names are taken apart by rule: the last word, with the particles before it, is the family name."
    )
    async def citation(
        self,
        info: Info,
        style: Annotated[CitationFormat, strawberry.argument(description="The style.")],
    ) -> str:
        return await resolve.citation(info.context, self.id, style)

    @field("Works that are like it, the most similar first, then by title and id.")
    async def similar(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        methods: Methods = None,
    ) -> Annotated["SimilarWorkConnection", strawberry.lazy("schema.related_works")] | None:
        page = await related_works.similar(info.context, self.id, methods, PageArguments(first, after))
        return cast("SimilarWorkConnection | None", page)

    @field(
        "What it stands on: the works that its references cite, those that most of them cite first, then the most "
        "cited, by title and by id."
    )
    async def prior_works(
        self, info: Info, *, first: First = None, after: After = None
    ) -> Annotated["LinkedWorkConnection", strawberry.lazy("schema.related_works")] | None:
        page = await related_works.prior_works(info.context, self.id, PageArguments(first, after))
        return cast("LinkedWorkConnection | None", page)

    @field(
        "What came of it: the works that cite those that cite it, those that cite most of them first, then the most "
        "cited, by title and by id."
    )
    async def derivative_works(
        self, info: Info, *, first: First = None, after: After = None
    ) -> Annotated["LinkedWorkConnection", strawberry.lazy("schema.related_works")] | None:
        page = await related_works.derivative_works(info.context, self.id, PageArguments(first, after))
        return cast("LinkedWorkConnection | None", page)


@strawberry.type(description="A work in a list.")
class WorkEdge(ListEdge):
    """A row."""

    node: Work = strawberry.field(description="The work.")


@strawberry.type(description="A page of a list of works.")
class WorkConnection(ListConnection):
    """A page."""

    edges: list[WorkEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Work] = strawberry.field(description="The works of the page.")

    @field("The works of the whole list, whatever the page, by one dimension: the largest facets, then by label.")
    async def facets(
        self,
        info: Info,
        by: Annotated[WorkDimension, strawberry.argument(description="The dimension.")],
        first: Annotated[int, strawberry.argument(description="Facets at most, 1 to 100.")] = 10,
    ) -> list[Facet]:
        return await facets_of(info, cast("Page[Any]", self), by, first)

    @field("The works of the whole list, whatever the page, by several dimensions at once: the largest groups.")
    async def groups(
        self,
        info: Info,
        by: Annotated[list[WorkDimension], strawberry.argument(description="One to three dimensions.")],
        first: Annotated[int, strawberry.argument(description="Groups at most, 1 to 100.")] = 50,
    ) -> list[Group]:
        return await groups_of(info, cast("Page[Any]", self), by, first)


@strawberry.input(one_of=True, description="A name of a work: exactly one.")
class WorkLookup:
    """One field is given."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Global id, current or old.")
    slug: str | None = strawberry.field(default=strawberry.UNSET, description="Slug, current or old.")
    doi: str | None = strawberry.field(default=strawberry.UNSET, description="DOI in any case, bare or as an address.")
    arxiv: str | None = strawberry.field(
        default=strawberry.UNSET, description="arXiv id, with or without `arXiv:` and version, or an address."
    )
    open_alex: str | None = strawberry.field(
        default=strawberry.UNSET, description="OpenAlex work id, bare or as an address."
    )
    acl: str | None = strawberry.field(default=strawberry.UNSET, description="ACL Anthology id, bare or as an address.")
    dblp: str | None = strawberry.field(default=strawberry.UNSET, description="DBLP key or address.")


LOOKUP_SCHEMES = {"open_alex": "openalex"}
"""Schemes of identifiers by the fields of `WorkLookup` that are called otherwise."""


@strawberry.type
class WorkQuery:
    """Root fields."""

    @field("The work of a name; null if there is none.")
    async def work(
        self, info: Info, by: Annotated[WorkLookup, strawberry.argument(description="The name.")]
    ) -> Work | None:
        name, value = given_lookup(by)
        found = await lookup(
            info.context, WorkRecord, "Work", LOOKUP_SCHEMES.get(name, name), value, selection=selected_of_entity(info)
        )
        return cast("Work | None", found)

    @field("All works.")
    async def works(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Works = None,
        order_by: WorkOrderBy = None,
    ) -> WorkConnection | None:
        asked = listing(info, work_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("WorkConnection", await all_of(info.context, "Work", asked))
