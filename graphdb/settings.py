"""Settings of the graph database, read from the environment with the prefix `BZPEER_`."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class GraphSettings(BaseSettings):
    """Where the graph is kept and how it is reached.

    With `neo4j_uri` unset, a Neo4j server embedded in `data_dir` is started on demand; with it set, that server is used
    and nothing is started.
    """

    model_config = SettingsConfigDict(env_prefix="BZPEER_", env_ignore_empty=True, extra="ignore")

    neo4j_uri: str | None = Field(
        default=None,
        description="Bolt address of an existing Neo4j (`bolt://`, `neo4j://`, `neo4j+s://`). Unset: the embedded one.",
    )
    neo4j_user: str = Field(default="neo4j", description="User name at the Neo4j of `BZPEER_NEO4J_URI`.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="Password at the Neo4j of `BZPEER_NEO4J_URI`. Unset: no authentication."
    )
    neo4j_database: str = Field(default="neo4j", description="Name of the database inside Neo4j.")
    neo4j_connections: int = Field(
        default=100,
        ge=1,
        le=10_000,
        description="Connections to Neo4j that each worker may hold at once; a request for which none becomes free in "
        "5 seconds gets 503 with the code GRAPH_BUSY.",
    )
    neo4j_heap: str = Field(
        default="512m", pattern=r"^\d+[kmgKMG]$", description="Java heap of the embedded Neo4j, such as `512m` or `2g`."
    )
    data_dir: Path = Field(
        default=Path(".bzpeer"),
        description="Folder of the embedded store, its password, logs, quarantine and outbox.",
    )
