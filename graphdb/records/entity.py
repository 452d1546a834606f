"""What all kinds of entity have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphdb.fact import Fact
    from graphdb.selection import PageKey


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """A researcher, work, topic, institution or source."""

    id: str
    """The stored id, which is also the global id of the API: `r_…`, `w_…`, `t_…`, `i_…` or `s_…`."""
    slug: str
    """Unique among the entities of its kind."""
    along: "Mapping[PageKey | Fact[Any], Any] | None" = field(default=None, kw_only=True, compare=False, repr=False)
    """Pages of its lists, and facts, that were read with it; None: nothing."""


@dataclass(frozen=True, slots=True)
class IdentifierRecord:
    """A name that an authority gave to an entity."""

    scheme: str
    """`doi`, `arxiv`, `acl`, `openalex`, `dblp`, `s2`, `orcid`, `ror`, `issn`, …"""
    value: str
    """In the normal form of `graphdb.identifiers`."""
    url: str | None
    """Where the authority shows the thing; None for a scheme without such a place."""


@dataclass(frozen=True, slots=True)
class ProvenanceRecord:
    """Where a part of an entity came from."""

    source: str
    """The importer's source: `arxiv`, `acl`, `demo`, …"""
    run: str
    """Id of the import run that wrote it last."""
    imported_at: str
    """ISO 8601 date-time in UTC."""


@dataclass(frozen=True, slots=True)
class YearCountRecord:
    """The works of one year and the citations that arrived in it."""

    year: int
    works: int
    """Works that appeared in the year."""
    citations: int
    """Citations by works that appeared in the year."""
