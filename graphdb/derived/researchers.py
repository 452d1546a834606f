"""Researchers: names, affiliations, counters, trust and slugs, from the works that they authored."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, LiteralString

import msgspec

from graphdb.audit import SITE
from graphdb.claims.evidence import Proven
from graphdb.claims.heirs import leave_claims
from graphdb.claims.settling import settle_claims
from graphdb.derived.affiliations import affiliate
from graphdb.derived.fronts import make_fronts
from graphdb.derived.slugs import assign_slugs
from graphdb.fulltext import folding
from graphdb.fulltext.indexes import JOINED_BY
from graphdb.owner_edits.words import NO_WORDS, Words, place, words_of
from graphdb.records.researcher import AffiliationState
from graphdb.standing import STANDING_WORDS
from graphdb.steps import write_by
from graphdb.text import name_key, slug_base
from graphdb.trust import CLOSE_COLLABORATION_WEIGHT, TrustFigures
from graphdb.trust_history import WRITE_CHANGES, TrustCause, scored, trust_change
from graphdb.writer.lookup import collected
from graphdb.writer.people import forget_people
from graphdb.writer.transaction import Transaction

CONFIDENCE = {"AUTHORITY_LISTED": 0.98, "ANTHOLOGY_NAME": 0.95}
"""How sure the rules are by which an authorship is somebody's whom an authority names; 1 where not said."""

FIGURES = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(w)
  RETURN collect([a.rawName, a.preferredName, w.citationCount, a.origins IS NULL]) AS authored,
    collect(DISTINCT a.rule) AS rules,
    max(size(a.institutionIds)) IS NOT NULL AS affiliated
}
CALL (r) {
  MATCH (r)-[:AUTHORED]->()-[:ABOUT]->(t)
  RETURN count(DISTINCT t) AS topics
}
CALL (r) {
  MATCH (r)-[:AUTHORED]->()-[:PUBLISHED_IN]->(s)
  RETURN count(DISTINCT s) AS sources
}
RETURN collect([r.id, r.slugBase, coalesce(r.sourcesName, r.name), r.preferredName, r.registryNames, r.keyed, authored,
  rules, topics, sources, COUNT { (r)-[:COLLABORATED_WITH]-() },
  COUNT { (r)-[c:COLLABORATED_WITH]-() WHERE c.weight >= $close },
  affiliated OR EXISTS { (r)-[:AFFILIATED_WITH]->() }, EXISTS { (r)<-[:DESCRIBES]-() }, EXISTS { (r)<-[:FOLLOWS]-() },
  EXISTS { (r)-[:REPLACED_BY]->() }, [(r)<-[e:KEEPS|SPLITS_OFF]-(d) | type(e) + ' ' + d.kind],
  r.claimState IS NOT NULL OR EXISTS { (r)<-[:CLAIMS]-() }, r.trustScore, r.verificationLevel])
"""


_SPLIT_OFF = "SPLITS_OFF SPLIT"
NOTHING_PROVEN = Proven()


class Facts(msgspec.Struct, frozen=True):
    """What is known of a researcher, besides her edges to institutions."""

    id: str
    slug_base: str | None
    name: str
    """The one shown so far, where her owner had no say."""
    preferred_name: str | None
    """Of a registry."""
    registry_names: Sequence[str] | None
    keyed: bool
    authored: Sequence[tuple[str, str | None, int, bool]]
    """Of each authorship: the printed name, the one that its source prefers, the work's citations, and whether she has
    it by no decision but by the rules."""
    rules: Sequence[str]
    topics: int
    sources: int
    collaborators: int
    close_collaborators: int
    affiliated: bool
    described: bool
    """A registry has a record of her."""
    followed: bool = False
    replaced: bool = False
    """Somebody else was given an authorship of hers."""
    decisions: Sequence[str] = ()
    """Of moderators about her: the edge from each and its kind."""
    claimed: bool = False
    """There are claims of her record, or were."""
    trust_score: int | None = None
    verification_level: int | None = None
    """As they were."""

    @property
    def is_curated(self) -> bool:
        """Somebody looked and said so: she is several people merged, or was split off another."""
        return bool({"KEEPS MERGE", _SPLIT_OFF} & set(self.decisions))

    @property
    def is_split_off(self) -> bool:
        """Her works were another's, by the rules."""
        return _SPLIT_OFF in self.decisions


AFFILIATE = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[old:AFFILIATED_WITH]->(i)
  SET i:Dirty
  DELETE old
}
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(w)
  WHERE a.institutionIds IS NOT NULL
  UNWIND a.institutionIds AS institution
  MATCH (i:Institution {id: institution})
  WITH r, i, count(DISTINCT w) AS works, min(w.year) AS since, max(w.year) AS until, max(a.run) AS run
  CREATE (r)-[:AFFILIATED_WITH {since: since, until: until, works: works, source: 'authorship', run: run}]->(i)
  SET i:Dirty
}
RETURN collect([id, COUNT { (r)-[:AFFILIATED_WITH]->() }])
"""
SET_FIGURES: LiteralString = f"""
UNWIND $rows AS row
MATCH (n:Researcher {{id: row.id}})
SET n += row
SET n.standing = {STANDING_WORDS}
REMOVE n:Dirty:Loaded
"""
NOT_REPLACED = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})-[e:REPLACED_BY]->()
DELETE e
"""


def h_index(citations: Sequence[int]) -> int:
    """Return the largest h such that h works have at least h citations each (J. E. Hirsch, PNAS 102, 2005)."""
    ranked = sorted(citations, reverse=True)
    return sum(1 for rank, count in enumerate(ranked, start=1) if count >= rank)


def shown_name(preferred: str | None, printed: Sequence[str]) -> str | None:
    """Return the name to show: what an authority prefers, else the most frequent, then the longest, then the first."""
    if preferred or not printed:
        return preferred
    counts = Counter(printed)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def weakest_rule(rules: Sequence[str]) -> tuple[str, float]:
    """Return the least sure of the rules by which authorships were given to one person, and how sure it is."""
    rule = min(rules, key=lambda rule: (CONFIDENCE.get(rule, 1.0), rule), default="AUTHORITY")
    return rule, CONFIDENCE.get(rule, 1.0)


# A row each, as in `collaborations`.
WAITING_RESEARCHERS = """
MATCH (r:Researcher&(Dirty|Loaded))
RETURN r.id
"""


def waiting_researchers(tx: Transaction) -> list[str]:
    """Return the ids of all researchers whose figures wait to be recomputed.

    Beside the dirty ones these are the loaded ones: what a bulk import brought, with its collaborations.
    """
    return sorted(id_ for (id_,) in tx.run(WAITING_RESEARCHERS))


def refresh_researchers(tx: Transaction, ids: list[str]) -> None:
    """Recompute affiliations, names, counters, fronts and slugs of researchers; collaborations must stand already.

    A person who has lost the last work, and whom nobody follows or claims and no record describes, is removed.
    """
    found = [Facts(*row) for row in collected(tx.run(FIGURES, ids=ids, close=CLOSE_COLLABORATION_WEIGHT))]
    bare = [each for each in found if not (each.authored or each.described or each.followed or each.decisions)]
    heirs = leave_claims(tx, [each.id for each in bare if each.claimed])
    orphans = [each for each in bare if not each.claimed or each.id in heirs]
    gone = {each.id for each in orphans}
    kept = [each for each in found if each.id not in gone]
    institutions: dict[str, int] = {}
    if named := [each.id for each in kept if each.affiliated and not each.described]:
        institutions.update(collected(tx.run(AFFILIATE, ids=named)))
    if described := [each.id for each in kept if each.described]:
        institutions.update(affiliate(tx, described))
    proven: dict[str, Proven] = {}
    words: dict[str, Words] = {}
    if claimed := [each.id for each in kept if each.claimed]:
        settled = write_by(tx, settle_claims(claimed, SITE))
        proven = {id_: record.proven for id_, record in settled.items()}
        words = words_of(tx, claimed)
        institutions.update(place(tx, words))
    rows = [
        figures(each, institutions.get(each.id, 0), proven.get(each.id, NOTHING_PROVEN), words.get(each.id, NO_WORDS))
        for each in kept
    ]
    changes = [change for each, row in zip(kept, rows, strict=True) if (change := _trust_change(each, row)) is not None]
    bases: set[str] = {each.slug_base for each in found if each.slug_base} | {row["slugBase"] for row, _ in rows}
    if gone:
        forget_people(tx, sorted(gone))
    if replaced := [each.id for each in kept if each.replaced]:
        tx.run(NOT_REPLACED, ids=replaced).consume()
    tx.run(SET_FIGURES, rows=[row for row, _ in rows]).consume()
    make_fronts(tx, "Researcher", [each.id for each in kept])
    if changes:
        tx.run(WRITE_CHANGES, rows=changes).consume()
    assign_slugs(tx, "Researcher", bases)
    if others := sorted(set(heirs.values()) - set(ids)):
        # What their new owners say is theirs to show.
        refresh_researchers(tx, others)


def figures(
    facts: Facts, institutions: int, proven: Proven = NOTHING_PROVEN, words: Words = NO_WORDS
) -> tuple[dict[str, Any], TrustFigures]:
    """Return the properties of a researcher that follow from `facts`, and what her trust comes of.

    `institutions` says with how many she is affiliated, `proven` what the owner of her record has proven, `words` what
    that owner says.
    """
    # Whoever is split off was another's by the names that sources prefer; whoever is kept in a merge keeps her name.
    names = [(raw, None if facts.is_split_off else preferred) for raw, preferred, _, _ in facts.authored]
    own = [preferred or raw for raw, preferred, _, is_own in facts.authored if is_own]
    printed = own or [preferred or raw for raw, preferred in names]
    citations = [count for _, _, count, _ in facts.authored]
    shown = shown_name(facts.preferred_name, printed) or facts.name
    variants = {name for pair in names for name in pair if name}
    variants.update(facts.registry_names or ())
    named = words.name or shown
    if named != shown:
        variants |= {shown, named}
    trusted = TrustFigures(
        works=len(facts.authored),
        close_collaborators=facts.close_collaborators,
        topics=facts.topics,
        sources=facts.sources,
        claim_approved=proven.held,
        orcid_proven=proven.orcid,
        institutional_email=proven.email,
        affiliation_validated=proven.affiliation,
    )
    row: dict[str, Any] = {
        "id": facts.id,
        "name": named,
        # The rules go by what works print, whatever she calls herself.
        "sourcesName": shown if named != shown else None,
        "nameKey": name_key(shown),
        "slugBase": slug_base(named),
        "nameVariants": sorted(variants - {named}) or None,
        "searchNames": JOINED_BY.join(sorted({folding.fold(name) for name in variants | {named}})),
        "worksCount": len(facts.authored),
        "citationCount": sum(citations),
        "hIndex": h_index(citations),
        "topicsCount": facts.topics,
        "sourcesCount": facts.sources,
        "institutionsCount": institutions,
        "affiliationState": _affiliation_state(institutions, words),
        **words.properties(),
        "collaboratorsCount": facts.collaborators,
        "closeCollaboratorsCount": facts.close_collaborators,
        **scored(trusted),
    }
    if facts.keyed and not facts.is_curated:
        row["identityRule"], row["identityConfidence"] = weakest_rule(facts.rules)
    return row, trusted


def _affiliation_state(institutions: int, words: Words) -> AffiliationState:
    if words.institution is not None:
        return AffiliationState.CLAIMED
    return AffiliationState.IMPORTED if institutions else AffiliationState.NOT_IMPORTED


def _trust_change(facts: Facts, row: tuple[dict[str, Any], TrustFigures]) -> dict[str, Any] | None:
    before = {"trustScore": facts.trust_score, "verificationLevel": facts.verification_level}
    change = trust_change(before, row[1], TrustCause.RECORDS)
    return {"id": facts.id, "properties": change} if change is not None else None
