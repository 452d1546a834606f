"""What somebody who types the beginning of a name or title may mean.

The full-text indexes give what has all the words, and of very much the part that stands out; the indexes of slug bases
give what begins with the text as it stands, words among it that no full-text index knows ("On the …").
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.entities import PROJECTION, RECORD_TYPES, Entity, entity
from graphdb.fulltext.folding import fold
from graphdb.fulltext.highlight import TextPart, marked
from graphdb.fulltext.indexes import (
    ENTITY_TEXT,
    INDEX_OF_KIND,
    NOTHING,
    RESEARCHER_TEXT,
    WORK_TEXT,
    completed_terms,
)
from graphdb.fulltext.query import MAX_LENGTH, MAX_TERMS, Term
from graphdb.graph import Graph
from graphdb.keyset import BadBoundError
from graphdb.records import InstitutionRecord, ResearcherRecord, SourceRecord, TopicRecord, WorkRecord
from graphdb.research_graph.paths import LABELS
from graphdb.research_graph.records import EntityKind
from graphdb.standing import STANDING
from graphdb.text import slug_prefix


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """An entity whose name or title goes on from what was typed."""

    id: str
    """Global id of the entity."""
    kind: EntityKind
    label: str
    """Name or title."""
    subtitle: str | None
    """A few words that tell it from others of the same label."""
    parts: list[TextPart]
    """The label in pieces."""
    entity: Entity


_KINDS: dict[type[Entity], EntityKind] = {RECORD_TYPES[label]: kind for kind, label in LABELS.items()}


def _by_slug(label: LiteralString) -> LiteralString:
    return f"MATCH (n:{label}) WHERE n.slugBase STARTS WITH $suggest.slugs.{label} RETURN n LIMIT 50"


_BY_SLUG: LiteralString = "\n  UNION\n  ".join([_by_slug(label) for label in LABELS.values()])
SUGGEST: LiteralString = f"""
CALL () {{
  CALL db.index.fulltext.queryNodes('work_text', $suggest.works, {{limit: 100}}) YIELD node AS n RETURN n
  UNION
  CALL db.index.fulltext.queryNodes('researcher_text', $suggest.people, {{limit: 100}}) YIELD node AS n RETURN n
  UNION
  CALL db.index.fulltext.queryNodes('entity_text', $suggest.others, {{limit: 100}}) YIELD node AS n
  WITH n WHERE any(label IN labels(n) WHERE label IN $suggest.labels) RETURN n
  UNION
  {_BY_SLUG}
}}
WITH n, coalesce(n.plainTitle, n.name) AS label,
  CASE WHEN n.slugBase = $suggest.slug THEN 4 WHEN n.slugBase STARTS WITH $suggest.slug THEN 2 ELSE 1 END * {STANDING}
    AS rank
ORDER BY rank DESC, label, n.id LIMIT $suggest.limit
RETURN label, coalesce(n.venueName, head(COLLECT {{
  MATCH (n)-[e:AFFILIATED_WITH]->(i)
  RETURN i.name ORDER BY coalesce(e.until, 9999) DESC, coalesce(e.works, 0) DESC, i.name LIMIT 1
}})) AS place, {PROJECTION}
"""


async def suggestions(graph: Graph, prefix: str, kinds: Collection[EntityKind], limit: int) -> list[SuggestionRecord]:
    """Return up to `limit` entities of `kinds` with all words of `prefix` in their name or title; in one Cypher call.

    The last word may be the beginning of a longer one. A label that is the prefix counts four times, one that begins
    with it twice what others do, each times `STANDING`. Raises `BadBoundError` for too long a prefix.
    """
    if len(prefix) > MAX_LENGTH:
        raise BadBoundError(f"`prefix` may hold {MAX_LENGTH} characters, not {len(prefix)}.", "Type less.")
    terms = completed_terms(prefix)
    if len(terms) > MAX_TERMS:
        raise BadBoundError(f"`prefix` may hold {MAX_TERMS} words, not {len(terms)}.", "Type less.")
    if not terms or not kinds:
        return []
    slug = slug_prefix(prefix) or None
    # A slug spells other scripts in Latin letters, by which 深 (shen) would begin every Sheng.
    sought = slug if fold(prefix).isascii() else None
    asked = {INDEX_OF_KIND[kind]: INDEX_OF_KIND[kind].completion(terms) for kind in kinds}
    parameter: dict[str, Any] = {
        "works": asked.get(WORK_TEXT, NOTHING),
        "people": asked.get(RESEARCHER_TEXT, NOTHING),
        "others": asked.get(ENTITY_TEXT, NOTHING),
        "labels": [LABELS[kind] for kind in kinds],
        "slug": slug,
        "slugs": {label: sought if kind in kinds else None for kind, label in LABELS.items()},
        "limit": limit,
    }
    return [
        _suggestion(label, place, entity(record), terms)
        for label, place, record in await graph.read(SUGGEST, suggest=parameter)
    ]


def _suggestion(label: str, place: str | None, found: Entity, terms: Sequence[Term]) -> SuggestionRecord:
    kind = _KINDS[type(found)]
    return SuggestionRecord(found.id, kind, label, _subtitle(found, place), marked(label, terms), found)


def _subtitle(found: Entity, place: str | None) -> str | None:
    parts: tuple[str | int | None, ...]
    match found:
        case WorkRecord():
            parts = (place or found.type, found.year)
        case ResearcherRecord():
            parts = (place or ("1 work" if found.works_count == 1 else f"{found.works_count} works"),)
        case TopicRecord():
            parts = (found.scheme, found.code)
        case InstitutionRecord():
            parts = (found.city, found.country)
        case SourceRecord():
            parts = (found.kind,)
    return ", ".join(str(part) for part in parts if part) or None
