"""The address of a Neo4j server, embedded or not."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a Bolt client needs to connect."""

    uri: str
    """Bolt address, such as `bolt://127.0.0.1:17687`."""
    user: str
    """User name; ignored when `password` is None."""
    password: str | None = field(repr=False)
    """Password, or None where the server asks for none."""
    database: str = "neo4j"
    """Name of the database inside the server."""
