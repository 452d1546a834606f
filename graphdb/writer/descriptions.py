"""Topics, institutions, sources and people as the sum of what sources say of them.

A registry's own record of a thing is a `Record`; what works say of it in passing is a `Mention`, one for each wording.
Both describe the node, which is made anew from all of them when one arrives.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, LiteralString

import msgspec

from graphdb.writer.lookup import collected
from graphdb.writer.state import Description, Key
from graphdb.writer.transaction import Transaction

DESCRIBED = """
UNWIND $ids AS id
MATCH (mention:Mention {id: id})-[:DESCRIBES]->(n)
SET n:Dirty
RETURN collect([id, n.id])
"""


def described_by(tx: Transaction, mentions: Iterable[str]) -> dict[str, str]:
    """Return what the mentions describe, for those that stand already, and have the figures of that made anew."""
    return dict(collected(tx.run(DESCRIBED, ids=list(mentions))))


class Said(msgspec.Struct, frozen=True):
    """One description as the graph holds it."""

    id: str
    source: str
    payload: str
    is_record: bool
    """A registry's own record; otherwise a mention."""


SAID: dict[str, LiteralString] = {
    "Topic": """
UNWIND $ids AS id
MATCH (:Topic {id: id})<-[:DESCRIBES]-(said)
RETURN collect([id, said.id, said.source, said.payload, said:Record])
""",
    "Institution": """
UNWIND $ids AS id
MATCH (:Institution {id: id})<-[:DESCRIBES]-(said)
RETURN collect([id, said.id, said.source, said.payload, said:Record])
""",
    "Source": """
UNWIND $ids AS id
MATCH (:Source {id: id})<-[:DESCRIBES]-(said)
RETURN collect([id, said.id, said.source, said.payload, said:Record])
""",
    "Researcher": """
UNWIND $ids AS id
MATCH (:Researcher {id: id})<-[:DESCRIBES]-(said)
RETURN collect([id, said.id, said.source, said.payload, said:Record])
""",
}


def said_of(tx: Transaction, label: str, ids: Iterable[str]) -> dict[str, list[Said]]:
    """Return all descriptions of the nodes `ids` of `label`."""
    found: dict[str, list[Said]] = {}
    for id_, *said in collected(tx.run(SAID[label], ids=sorted(ids))):
        found.setdefault(id_, []).append(Said(*said))
    return found


EXISTING: dict[str, LiteralString] = {
    "Topic": "UNWIND $ids AS id MATCH (n:Topic {id: id}) RETURN collect(id)",
    "Institution": "UNWIND $ids AS id MATCH (n:Institution {id: id}) RETURN collect(id)",
    "Source": "UNWIND $ids AS id MATCH (n:Source {id: id}) RETURN collect(id)",
}


def existing(tx: Transaction, label: str, ids: Iterable[str]) -> set[str]:
    """Return those of `ids` that are nodes of `label`."""
    return set(collected(tx.run(EXISTING[label], ids=sorted(ids))))


CREATE: dict[str, LiteralString] = {
    "Topic": """
UNWIND $rows AS row
CREATE (n:Topic:Dirty {id: row.id, worksCount: 0, researchersCount: 0, citationCount: 0, followersCount: 0})
SET n += row.properties
""",
    "Institution": """
UNWIND $rows AS row
CREATE (n:Institution:Dirty {id: row.id, worksCount: 0, researchersCount: 0, citationCount: 0, followersCount: 0})
SET n += row.properties
FOREACH (key IN row.identifiers |
  CREATE (:Identifier {scheme: key[0], value: key[1]})-[:IDENTIFIES]->(n)
)
FOREACH (key IN row.present |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(n)
)
""",
    "Source": """
UNWIND $rows AS row
CREATE (n:Source:Dirty {id: row.id, worksCount: 0, researchersCount: 0, citationCount: 0, followersCount: 0})
SET n += row.properties
FOREACH (key IN row.identifiers |
  CREATE (:Identifier {scheme: key[0], value: key[1]})-[:IDENTIFIES]->(n)
)
FOREACH (key IN row.present |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(n)
)
""",
}


def create_described(
    tx: Transaction,
    label: str,
    nodes: Mapping[str, Mapping[str, Any]],
    identifiers: Mapping[str, Sequence[Key]],
    present: Container[Key],
) -> None:
    """Create nodes of `label` by id, with their properties and those identifiers that tell them apart.

    `present` are identifiers that the graph knows already.
    """
    rows = [
        {
            "id": id_,
            "properties": dict(properties),
            "identifiers": [list(key) for key in identifiers.get(id_, ()) if key not in present],
            "present": [list(key) for key in identifiers.get(id_, ()) if key in present],
        }
        for id_, properties in sorted(nodes.items())
    ]
    tx.run(CREATE[label], rows=rows).consume()


UPDATE: dict[str, LiteralString] = {
    "Topic": """
UNWIND $rows AS row
MATCH (n:Topic {id: row.id})
WITH n, row, n.slugBase AS base
SET n += row.properties, n:Dirty
WITH DISTINCT base, row.properties.slugBase AS current
WHERE base <> current
MATCH (other:Topic {slugBase: base})
SET other:Dirty
""",
    "Institution": """
UNWIND $rows AS row
MATCH (n:Institution {id: row.id})
WITH n, row, n.slugBase AS base
SET n += row.properties, n:Dirty
WITH DISTINCT base, row.properties.slugBase AS current
WHERE base <> current
MATCH (other:Institution {slugBase: base})
SET other:Dirty
""",
    "Source": """
UNWIND $rows AS row
MATCH (n:Source {id: row.id})
WITH n, row, n.slugBase AS base
SET n += row.properties, n:Dirty
WITH DISTINCT base, row.properties.slugBase AS current
WHERE base <> current
MATCH (other:Source {slugBase: base})
SET other:Dirty
""",
}


def update_described(tx: Transaction, label: str, nodes: Mapping[str, Mapping[str, Any]]) -> None:
    """Set the properties of nodes of `label` that stand already; null for what nobody says (any more)."""
    rows = [{"id": id_, "properties": dict(properties)} for id_, properties in sorted(nodes.items())]
    tx.run(UPDATE[label], rows=rows).consume()


STORE_MENTIONS: dict[str, LiteralString] = {
    "Topic": """
UNWIND $rows AS row
MATCH (n:Topic {id: row.entity})
CREATE (mention:Mention)-[:DESCRIBES]->(n)
SET mention = row.properties
""",
    "Institution": """
UNWIND $rows AS row
MATCH (n:Institution {id: row.entity})
CREATE (mention:Mention)-[:DESCRIBES]->(n)
SET mention = row.properties
""",
    "Source": """
UNWIND $rows AS row
MATCH (n:Source {id: row.entity})
CREATE (mention:Mention)-[:DESCRIBES]->(n)
SET mention = row.properties
""",
}
STORE_ENTRIES: dict[str, LiteralString] = {
    "Topic": """
UNWIND $rows AS row
MATCH (n:Topic {id: row.entity})
MERGE (record:Record {id: row.properties.id})
SET record += row.properties
MERGE (record)-[:DESCRIBES]->(n)
""",
    "Institution": """
UNWIND $rows AS row
MATCH (n:Institution {id: row.entity})
MERGE (record:Record {id: row.properties.id})
SET record += row.properties
MERGE (record)-[:DESCRIBES]->(n)
""",
    "Source": """
UNWIND $rows AS row
MATCH (n:Source {id: row.entity})
MERGE (record:Record {id: row.properties.id})
SET record += row.properties
MERGE (record)-[:DESCRIBES]->(n)
""",
    "Researcher": """
UNWIND $rows AS row
MATCH (n:Researcher {id: row.entity})
MERGE (record:Record {id: row.properties.id})
SET record += row.properties
MERGE (record)-[:DESCRIBES]->(n)
""",
}


def store_descriptions(
    tx: Transaction, label: str, descriptions: Iterable[tuple[Description, str]], run: str, now: str
) -> None:
    """Keep new mentions, and new and changed records, beside the nodes of `label` that they describe."""
    mentions: list[dict[str, Any]] = []
    entries: list[dict[str, Any]] = []
    for description, entity in descriptions:
        properties = {
            "id": description.id,
            "source": description.source,
            "payload": description.payload,
            "run": run,
            "importedAt": now,
        }
        if description.key is None:
            mentions.append({"entity": entity, "properties": properties})
        else:
            own = {"key": description.key, "hash": description.hash}
            entries.append({"entity": entity, "properties": properties | own})
    if mentions:
        tx.run(STORE_MENTIONS[label], rows=mentions).consume()
    if entries:
        tx.run(STORE_ENTRIES[label], rows=entries).consume()


IDENTIFY_OTHERWISE: dict[str, LiteralString] = {
    "Institution": """
UNWIND $rows AS row
MATCH (n:Institution {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
    "Researcher": """
UNWIND $rows AS row
MATCH (n:Researcher {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
}


def identify_otherwise(tx: Transaction, label: str, rows: Iterable[tuple[str, Key]]) -> None:
    """Point identifiers that several nodes may have at nodes of `label`, each (id, identifier)."""
    distinct = sorted({(id_, *key) for id_, key in rows})
    if distinct:
        tx.run(IDENTIFY_OTHERWISE[label], rows=[list(row) for row in distinct]).consume()
