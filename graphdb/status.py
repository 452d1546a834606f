"""What a store is and holds, for people and for other Bolt clients."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from neo4j import Session

from graphdb.driver import open_driver
from graphdb.embedded.server import data_folder
from graphdb.endpoint import Endpoint
from graphdb.reachability import explained
from graphdb.settings import GraphSettings


@dataclass(frozen=True, slots=True)
class Status:
    """A store that answers."""

    uri: str
    user: str
    password_file: Path | None
    """File with the password of the embedded server; None where the password comes from the settings."""
    database: str
    version: str
    """Version of Neo4j."""
    nodes: Mapping[str, int]
    """Nodes per label."""
    edges: Mapping[str, int]
    """Edges per kind."""


def read_status(settings: GraphSettings, endpoint: Endpoint) -> Status:
    """Ask a server what it holds; the counts are those that it keeps, so a large graph costs no more than a small one.

    Raises:
        GraphError: it does not answer.
    """
    embedded = settings.neo4j_uri is None
    with (
        explained(endpoint),
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        nodes, edges = _counts(session)
        return Status(
            uri=endpoint.uri,
            user=endpoint.user,
            password_file=data_folder(settings).password_file if embedded else None,
            database=endpoint.database,
            version=_version(session),
            nodes=nodes,
            edges=edges,
        )


GRAPH_COUNTS = "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data"


def _counts(session: Session) -> tuple[dict[str, int], dict[str, int]]:
    data = session.run(GRAPH_COUNTS).single(strict=True)["data"]
    nodes = {row["label"]: row["count"] for row in data["nodes"] if "label" in row}
    edges = {
        row["relationshipType"]: row["count"]
        for row in data["relationships"]
        if "relationshipType" in row and "startLabel" not in row and "endLabel" not in row
    }
    return dict(sorted(nodes.items())), dict(sorted(edges.items()))


SERVER_VERSION = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"


def _version(session: Session) -> str:
    return str(session.run(SERVER_VERSION).single(strict=True)["version"])
