"""What every importer maps its source to: one shape for works, people and citations of all formats.

A record says what one source says, normalised but not interpreted: joining it with what other sources say is the
pipeline's affair. All records are immutable, hashable and serialisable, so that mapping is a pure function.
"""

from enum import StrEnum

import msgspec


class Identifier(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A name that an authority gave to a thing, in the normal form of `importers.identifiers`."""

    scheme: str
    """`doi`, `arxiv`, `acl`, `openalex`, `dblp`, `s2`, `orcid`, `ror`, `issn`, …"""
    value: str


class WorkType(StrEnum):
    """The kinds of work; what a source calls otherwise is mapped to the nearest."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    CONFERENCE = "conference"
    DATASET = "dataset"
    EDITORIAL = "editorial"
    OTHER = "other"
    PREPRINT = "preprint"
    PROCEEDINGS = "proceedings"
    REPORT = "report"
    REVIEW = "review"
    SOFTWARE = "software"
    THESIS = "thesis"


class SourceKind(StrEnum):
    """The kinds of source (venue or archive)."""

    ARCHIVE = "archive"
    CONFERENCE = "conference"
    JOURNAL = "journal"
    OTHER = "other"
    REPOSITORY = "repository"


class IdentityRule(StrEnum):
    """Why several authorships are said to be one person's."""

    AUTHORITY = "AUTHORITY"
    """An authority's id (ORCID, an explicit Anthology id, …) stands on each authorship."""
    CURATED = "CURATED"
    """Somebody looked and said so."""
    ANTHOLOGY_NAME = "ANTHOLOGY_NAME"
    """The ACL Anthology lists one person under this name."""
    NAME_AND_EVIDENCE = "NAME_AND_EVIDENCE"
    """The same normalised name with a shared co-author or affiliation."""
    SINGLE_AUTHORSHIP = "SINGLE_AUTHORSHIP"
    """One authorship alone: nothing was joined."""


class InstitutionRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """An institution as a source names it. At least one identifier, or a curated name, makes it a node."""

    name: str
    identifiers: tuple[Identifier, ...] = ()
    """`ror` first where known. A curated name without an authority's id has the scheme `name` and a folded value."""
    country: str | None = None
    """ISO 3166 alpha-2 code."""
    city: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    type: str | None = None
    homepage: str | None = None
    domains: tuple[str, ...] = ()


class AuthorRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One authorship: a person as one work prints her."""

    name: str
    """As printed, in reading order, decoded; never empty."""
    key: Identifier | None = None
    """The strongest name of the person that the source gives, if any; None: known by name only."""
    rule: IdentityRule = IdentityRule.SINGLE_AUTHORSHIP
    """Why `key` names one person; ignored without a key."""
    identifiers: tuple[Identifier, ...] = ()
    """Further identifiers of the person."""
    preferred_name: str | None = None
    """The name the source's authority prefers for the person, where it says one."""
    raw_affiliation: str | None = None
    """The affiliation as printed; several are joined by `; `."""
    institutions: tuple[InstitutionRecord, ...] = ()
    corresponding: bool = False


class VenueRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """The source (venue, archive) that a work appeared in."""

    name: str
    kind: SourceKind
    identifiers: tuple[Identifier, ...] = ()
    """At least one: `issn`, `acl-venue`, `archive`, or `name` with a folded value."""
    url: str | None = None


class TopicRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A subject that a source gives to a work."""

    scheme: str
    """`arxiv`, `openalex` or `keyword`."""
    code: str
    """The scheme's key: `cs.CL`, `T10181`, a folded keyword."""
    name: str
    score: float | None = None
    """0 to 1, where the source says one."""
    primary: bool = False


class WorkRecord(msgspec.Struct, frozen=True, omit_defaults=True, tag="work", tag_field="kind"):
    """A work as one source describes it."""

    source: str
    """The importer's source: `arxiv`, `acl`, `demo`, …; its rank decides which of several sources is believed."""
    key: str
    """The source's own key of the record, unique within the source."""
    identifiers: tuple[Identifier, ...]
    """At least one."""
    title: str
    """As the source prints it, markup included; white space folded."""
    plain_title: str
    """The title with LaTeX, MathML and HTML decoded to plain text; never empty."""
    type: WorkType
    authors: tuple[AuthorRecord, ...] = ()
    """In the order of the printed list."""
    abstract: str | None = None
    """Plain text."""
    year: int | None = None
    first_published_at: str | None = None
    """ISO 8601 date or date-time in UTC."""
    latest_version_at: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    venue: VenueRecord | None = None
    topics: tuple[TopicRecord, ...] = ()
    references: tuple[Identifier, ...] = ()
    """The works it cites, by any identifier."""
    url: str | None = None
    pdf_url: str | None = None
    is_open_access: bool | None = None
    retracted: bool = False
    external_citation_count: int | None = None
    withdrawn: str | None = None
    """Why its authors withdrew it, where they did."""
    versions: tuple[str, ...] = ()
    """When each of its versions appeared, the first first: ISO 8601 dates or date-times in UTC."""
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    unresolved_references: tuple[str, ...] = ()
    """What it cites without an identifier, as printed."""
    supplement: bool = False
    """It says a part only of what its source knows: where they differ, whole records are believed, of any source."""


class CitationRecord(msgspec.Struct, frozen=True, omit_defaults=True, tag="citation", tag_field="kind"):
    """One citation of an edge list; either end may be missing from the graph."""

    source: str
    citing: Identifier
    cited: Identifier


class EntityKind(StrEnum):
    """The kinds of things that have ids of their own."""

    INSTITUTION = "institution"
    RESEARCHER = "researcher"
    SOURCE = "source"
    TOPIC = "topic"
    WORK = "work"


class AffiliationRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a registry says that a person works or worked."""

    institution: InstitutionRecord
    since: int | None = None
    """Year."""
    until: int | None = None
    """Year; None: not known, or to this day."""
    role: str | None = None


class ResearcherEntry(msgspec.Struct, frozen=True, omit_defaults=True, tag="researcher", tag_field="kind"):
    """A person's own record in a registry: ORCID, OpenAlex authors, DBLP home pages, Semantic Scholar authors."""

    source: str
    key: str
    identifiers: tuple[Identifier, ...]
    """At least one; the registry's own id first."""
    name: str
    name_variants: tuple[str, ...] = ()
    bio: str | None = None
    """Plain text."""
    affiliations: tuple[AffiliationRecord, ...] = ()
    works: tuple[Identifier, ...] = ()
    """Works that the record lists as hers, by any identifier that names the work itself."""
    urls: tuple[str, ...] = ()


class InstitutionEntry(msgspec.Struct, frozen=True, omit_defaults=True, tag="institution", tag_field="kind"):
    """An institution's own record in a registry: ROR, OpenAlex institutions."""

    source: str
    key: str
    institution: InstitutionRecord
    name_variants: tuple[str, ...] = ()
    """Aliases, acronyms and labels in other languages."""
    parents: tuple[Identifier, ...] = ()
    """The institutions that it is part of."""
    successors: tuple[Identifier, ...] = ()
    """Who took its place, where it is no more."""
    active: bool = True
    established: int | None = None
    """Year."""


class SourceEntry(msgspec.Struct, frozen=True, omit_defaults=True, tag="source", tag_field="kind"):
    """A venue's or an archive's own record in a registry: OpenAlex sources, DBLP proceedings."""

    source: str
    key: str
    venue: VenueRecord
    name_variants: tuple[str, ...] = ()
    publisher: str | None = None


class TopicEntry(msgspec.Struct, frozen=True, omit_defaults=True, tag="topic", tag_field="kind"):
    """A subject's own record in a classification."""

    source: str
    key: str
    topic: TopicRecord
    level: str | None = None
    """`domain`, `field`, `subfield`, `topic`; None: the scheme has no levels."""
    description: str | None = None
    keywords: tuple[str, ...] = ()
    broader: TopicRecord | None = None
    """The next wider subject of the same scheme."""


class Redirect(msgspec.Struct, frozen=True, omit_defaults=True, tag="redirect", tag_field="kind"):
    """An identifier that its authority has merged into another: the old one must still answer."""

    source: str
    entity: EntityKind
    old: Identifier
    new: Identifier


class Retraction(msgspec.Struct, frozen=True, omit_defaults=True, tag="retraction", tag_field="kind"):
    """A notice that a work is retracted, withdrawn or removed; either may be missing from the graph."""

    source: str
    notice: Identifier
    work: Identifier


Record = (
    WorkRecord | CitationRecord | ResearcherEntry | InstitutionEntry | SourceEntry | TopicEntry | Redirect | Retraction
)


class Rejected(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record that cannot be used: goes to the quarantine, the run goes on."""

    file: str
    place: str
    """Where in the file: `line 12`, `volume 1 paper 7`, …"""
    reason: str
    """What is wrong, in a sentence that a person understands."""
    raw: str
    """The record as read, cut at 10,000 characters."""
