"""How the trust in a record came to be what it is: an entry for each change of its score or level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

from graphdb.accounts.moments import now, written
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of
from graphdb.steps import Step, Steps
from graphdb.trust import FORMULA_VERSION, TrustFigures, trust, verification_level


class TrustCause(StrEnum):
    """What a change of trust came of."""

    CLAIM = "CLAIM"
    """Something was done about a claim of the record, or its evidence."""
    RECORDS = "RECORDS"
    """Works, collaborations or affiliations changed: an import, a merge or a split."""


@dataclass(frozen=True, slots=True)
class TrustChangeRecord:
    """One change of a score or level."""

    at: str
    """ISO 8601 date-time in UTC."""
    cause: TrustCause
    score_before: int
    score: int
    level_before: int
    level: int
    formula_version: str
    points: tuple[int, ...]
    """Of each component, in the order of `TrustComponentName`, after the change."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cause", TrustCause(self.cause))


SCORED: LiteralString = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN r.id, r{.worksCount, .closeCollaboratorsCount, .topicsCount, .sourcesCount, .claimed, .orcidProven,
  .emailProven, .affiliationValidated, .trustScore, .verificationLevel}
"""
SET_SCORE: LiteralString = """
MATCH (r:Researcher {id: $id})
SET r += $properties
"""
WRITE_CHANGES: LiteralString = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
CREATE (h:TrustChange)-[:TRUST_OF]->(r)
SET h = row.properties
"""


def figures_of(properties: Mapping[str, Any]) -> TrustFigures:
    """Return what the formula looks at, from the properties of a researcher."""
    return TrustFigures(
        works=properties.get("worksCount") or 0,
        close_collaborators=properties.get("closeCollaboratorsCount") or 0,
        topics=properties.get("topicsCount") or 0,
        sources=properties.get("sourcesCount") or 0,
        claim_approved=bool(properties.get("claimed")),
        orcid_proven=bool(properties.get("orcidProven")),
        institutional_email=bool(properties.get("emailProven")),
        affiliation_validated=bool(properties.get("affiliationValidated")),
    )


def scored(figures: TrustFigures) -> dict[str, Any]:
    """Return the properties that keep the score and level; the level of what was only imported is not kept."""
    level = verification_level(figures)
    return {"trustScore": trust(figures).score, "verificationLevel": level if level > 1 else None}


def trust_change(before: Mapping[str, Any], figures: TrustFigures, cause: TrustCause) -> dict[str, Any] | None:
    """Return the entry of a change, None where there is none: the first score of a record is no change."""
    found = trust(figures)
    old, level_before, level = (
        before.get("trustScore"),
        before.get("verificationLevel") or 1,
        verification_level(figures),
    )
    if old is None or (old == found.score and level_before == level):
        return None
    return {
        "at": written(now()),
        "number": now().timestamp(),
        "cause": cause,
        "scoreBefore": old,
        "score": found.score,
        "levelBefore": level_before,
        "level": level,
        "formulaVersion": FORMULA_VERSION,
        "points": [component.points for component in found.components],
    }


def rescore(ids: Sequence[str], cause: TrustCause) -> Steps[None]:
    """Recompute score and level of researchers from their figures, and note what has changed."""
    rows = yield Step(SCORED, {"ids": list(ids)})
    for id_, properties in rows:
        figures = figures_of(properties)
        wanted = scored(figures)
        if all(properties.get(name) == value for name, value in wanted.items()):
            continue
        yield Step(SET_SCORE, {"id": id_, "properties": wanted})
        change = trust_change(properties, figures, cause)
        if change is not None:
            yield Step(WRITE_CHANGES, {"rows": [{"id": id_, "properties": change}]})


HISTORY_ORDER = Order("AT DESC", (Key("h.number", float, descending=True),))
"""The last change first."""
_CHANGE: LiteralString = (
    "h{.at, .cause, score_before: h.scoreBefore, .score, level_before: h.levelBefore, .level, "
    "formula_version: h.formulaVersion, .points}"
)


def history_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of the history of a record; columns as in `graphdb.import_runs`."""
    condition = beyond(HISTORY_ORDER, backward, "$history.start")
    after: LiteralString = f"WHERE {condition} " if started else ""
    exists: LiteralString = f"EXISTS {{ MATCH (r)<-[:TRUST_OF]-(h) WHERE NOT ({condition}) }}" if started else "false"
    return f"""
MATCH (r:Researcher {{id: $history.id}})
RETURN COLLECT {{
  MATCH (r)<-[:TRUST_OF]-(h) {after}
  WITH h ORDER BY {order_by(HISTORY_ORDER, backward)} LIMIT $history.limit
  RETURN [{_CHANGE}, {key_list(HISTORY_ORDER)}]
}} AS rows, COUNT {{ (r)<-[:TRUST_OF]-() }} AS total, {exists} AS beyondStart
"""


async def trust_history(graph: Graph, researcher: str, request: PageRequest) -> Page[Edge[TrustChangeRecord]]:
    """Return a page of the changes of a record's trust, the last first; one Cypher call."""
    parameters = {"id": researcher, "start": list(request.start or ()), "limit": request.size + 1}
    rows = await graph.read(history_cypher(request.backward, request.start is not None), history=parameters)
    found, total, beyond_start = rows[0] if rows else ([], 0, False)
    edges = [Edge(request, keys, TrustChangeRecord(**row)) for row, keys in found]
    return page_of(request, edges, total, beyond_start)
