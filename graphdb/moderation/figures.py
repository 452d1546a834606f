"""People and works as a decision finds them and leaves them."""

from collections.abc import Collection, Sequence

from graphdb.moderation.errors import (
    AlreadyMergedError,
    NotTheirWorkError,
    SameResearcherError,
    UnknownResearcherError,
    UnknownWorkError,
)
from graphdb.records.decision import PersonFigures
from graphdb.writer.decisions.applying import current
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction


def researcher_of(tx: Transaction, id_: str) -> str:
    """Return the id of the researcher who answers to `id_`; raises `UnknownResearcherError`."""
    found, _ = current(tx, id_)
    if found is None:
        raise UnknownResearcherError(f"There is no researcher {id_}.", "Look the id up again.")
    return found


MERGED_BY = """
MATCH (:Researcher {id: $id})<-[:KEEPS]-(d:IdentityDecision {kind: 'MERGE'})
WHERE d.other IN $ids
RETURN d.id ORDER BY d.number DESC LIMIT 1
"""


def same_researcher(tx: Transaction, keep: str, merge: str, one: str) -> SameResearcherError:
    """Return the error that says why both ids are the researcher `one`."""
    found = tx.run(MERGED_BY, id=one, ids=[keep, merge]).single() if keep != merge else None
    if found is not None:
        return AlreadyMergedError(
            f"{merge} and {keep} were merged by the decision {found[0]}.", "Undo that to have them apart."
        )
    return SameResearcherError(f"{keep} and {merge} are one researcher.", "Name two.")


SHARED_WORKS = """
MATCH (:Researcher {id: $a})-[:AUTHORED]->(w)<-[:AUTHORED]-(:Researcher {id: $b})
RETURN DISTINCT w.id ORDER BY w.id LIMIT 3
"""


def shared_works(tx: Transaction, a: str, b: str) -> list[str]:
    """Return the ids of up to three works of which both are authors."""
    return [work for (work,) in tx.run(SHARED_WORKS, a=a, b=b).values()]


WORKS_OF = """
MATCH (:Researcher {id: $id})-[:AUTHORED]->(w)
RETURN collect(DISTINCT w.id)
"""


def works_of(tx: Transaction, id_: str) -> tuple[str, ...]:
    """Return the ids of the works of the researcher `id_`, sorted."""
    return tuple(sorted(collected(tx.run(WORKS_OF, id=id_))))


SEATS = """
UNWIND $works AS id
OPTIONAL MATCH (known:Work {id: id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: id})-[:IDENTIFIES]->(alias:Work)
WITH id, coalesce(known, alias) AS w
OPTIONAL MATCH (w)<-[a:AUTHORED]-(:Researcher {id: $owner})
RETURN id, w.id, a.key
"""


def seats_of(tx: Transaction, owner: str, works: Collection[str]) -> list[tuple[str, str]]:
    """Return the authorships of `owner`, each (work, key), on works whose ids may be old ones.

    Raises `UnknownWorkError` and `NotTheirWorkError`.
    """
    seats: dict[tuple[str, str], None] = {}
    for id_, work, key in tx.run(SEATS, works=sorted(set(works)), owner=owner).values():
        if work is None:
            raise UnknownWorkError(f"There is no work {id_}.", "Look the id up again.")
        if key is None:
            raise NotTheirWorkError(f"{owner} is no author of {id_}.", "Name works of the researcher alone.")
        seats[work, key] = None
    return list(seats)


IDENTIFIERS = """
MATCH (:Researcher {id: $id})<-[:IDENTIFIES]-(i:Identifier)
WHERE i.scheme <> 'id' AND NOT i.scheme STARTS WITH 'slug:'
WITH i ORDER BY i.scheme, i.value
RETURN collect([i.scheme, i.value])
"""


def identifiers_of(tx: Transaction, id_: str) -> tuple[tuple[str, str], ...]:
    """Return the identifiers of the researcher `id_`, sorted."""
    return tuple((scheme, value) for scheme, value in collected(tx.run(IDENTIFIERS, id=id_)))


FIGURES = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN collect(r{.*})
"""


def figures_of(tx: Transaction, ids: Sequence[str]) -> tuple[PersonFigures, ...]:
    """Return those of the researchers `ids` who are there."""
    found = {each["id"]: each for each in collected(tx.run(FIGURES, ids=list(dict.fromkeys(ids))))}
    return tuple(
        PersonFigures(
            id=id_,
            slug=found[id_].get("slug"),
            name=found[id_]["name"],
            identifiers=identifiers_of(tx, id_),
            works_count=found[id_].get("worksCount", 0),
            citation_count=found[id_].get("citationCount", 0),
            h_index=found[id_].get("hIndex", 0),
            topics_count=found[id_].get("topicsCount", 0),
            sources_count=found[id_].get("sourcesCount", 0),
            institutions_count=found[id_].get("institutionsCount", 0),
            collaborators_count=found[id_].get("collaboratorsCount", 0),
            close_collaborators_count=found[id_].get("closeCollaboratorsCount", 0),
            followers_count=found[id_].get("followersCount", 0),
            trust_score=found[id_].get("trustScore", 0),
        )
        for id_ in dict.fromkeys(ids)
        if id_ in found
    )
