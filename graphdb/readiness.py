"""Whether the store is what this program expects, asked by the serving process."""

from functools import cache
from importlib.resources import files

from graphdb.errors import GraphError
from graphdb.graph import Graph
from graphdb.migrate import READ_APPLIED, AppliedMigration, Migration, load_migrations, pending


class NotMigratedError(GraphError):
    """The store lacks migrations of this program."""


async def check_ready(graph: Graph) -> None:
    """Ask Neo4j for the migrations it has; one round trip.

    Raises:
        GraphUnavailable: it does not answer.
        NotMigratedError: it lacks migrations.
        UnknownMigrationError, ChangedMigrationError: it has others than this program.
    """
    applied = [AppliedMigration(*row) for row in await graph.read(READ_APPLIED)]
    missing = pending(_known(), applied)
    if missing:
        labels = ", ".join(migration.label for migration in missing)
        raise NotMigratedError(f"The graph lacks the migrations {labels}.", "Run `bzpeer db migrate`.")


@cache
def _known() -> list[Migration]:
    return load_migrations(files("graphdb").joinpath("migrations"))
