"""`bzpeer db`: the embedded Neo4j server, the schema's migrations, dumps and checks."""

from pathlib import Path
from typing import Annotated

import typer

from graphdb import check as consistency
from graphdb import migrate as migrations
from graphdb.connect import connect
from graphdb.embedded import admin, server
from graphdb.embedded.holder import Holder, living_holder
from graphdb.errors import GraphError
from graphdb.settings import GraphSettings
from graphdb.status import read_status
from server.cli.output import print_json, say

app = typer.Typer(no_args_is_help=True, help="The graph database: start, stop, migrate, dump, load, check.")

_Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace what is there.")]
_Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def _embedded_settings() -> GraphSettings:
    settings = GraphSettings()
    if settings.neo4j_uri is not None:
        raise GraphError(
            "BZPEER_NEO4J_URI is set: this command is for the embedded Neo4j.",
            "Use that server's own tools, or unset the variable.",
        )
    return settings


@app.command()
def start() -> None:
    """Start the embedded server; it runs on after this command, until `bzpeer db stop`."""
    settings = _embedded_settings()
    folder = server.data_folder(settings)
    endpoint = server.find(folder, say)
    if endpoint is None:
        print(server.start(settings, say, detached=True).endpoint.uri)
        return
    holder = living_holder(folder)
    if holder is None or not holder.detached:
        raise GraphError(
            f"A Neo4j server already runs on {folder.root}{_number(holder)}; it ends with the command that started it.",
            "End that command first, or go on using its server.",
        )
    say(f"A Neo4j server already runs on {folder.root}{_number(holder)}.")
    print(endpoint.uri)


def _number(holder: Holder | None) -> str:
    return f" (process {holder.pid})" if holder is not None else ""


@app.command()
def stop() -> None:
    """Stop the embedded server, whoever started it, once its store is closed."""
    folder = server.data_folder(_embedded_settings())
    pid = server.stop(folder)
    say(f"No Neo4j server runs on {folder.root}." if pid is None else f"Stopped Neo4j (process {pid}).")


@app.command()
def status(json: _Json = False) -> None:
    """Say where the graph is, how other Bolt clients reach it, and what it holds."""
    settings = GraphSettings()
    holder = living_holder(server.data_folder(settings)) if settings.neo4j_uri is None else None
    with connect(settings, say) as endpoint:
        found = read_status(settings, endpoint)
    running = settings.neo4j_uri is not None or holder is not None
    if json:
        print_json(
            {
                "uri": found.uri,
                "user": found.user,
                "passwordFile": str(found.password_file) if found.password_file is not None else None,
                "database": found.database,
                "version": found.version,
                "running": running,
                "pid": holder.pid if holder is not None else None,
                "counts": {"nodes": found.nodes, "edges": found.edges},
            }
        )
        return
    state = f"running{_number(holder)}" if running else "stopped; it was started for this report"
    lines = {
        "Neo4j": f"{found.version}, {state}",
        "address": found.uri,
        "database": found.database,
        "user": found.user,
        "password": f"in {found.password_file}" if found.password_file is not None else "BZPEER_NEO4J_PASSWORD",
    }
    for name, value in lines.items():
        print(f"{name:<10}{value}")
    for title, counts in (("nodes", found.nodes), ("edges", found.edges)):
        print(title)
        for name, count in counts.items():
            print(f"  {name:<24}{count:>14,}")


@app.command()
def migrate() -> None:
    """Apply the migrations that the graph lacks and print their names."""
    with connect(GraphSettings(), say) as endpoint:
        applied = migrations.migrate(endpoint)
    for name in applied:
        print(name)
    if not applied:
        say("Nothing to migrate.")


@app.command()
def dump(
    file: Annotated[Path, typer.Argument(help="Where the dump is written.")],
    overwrite: _Overwrite = False,
) -> None:
    """Write the whole graph into one file; the server must be stopped."""
    admin.dump(_embedded_settings(), file, say, overwrite=overwrite)
    print(file)


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="A file made by `bzpeer db dump`.")],
    overwrite: _Overwrite = False,
) -> None:
    """Replace the graph by the one in a dump; the server must be stopped."""
    settings = _embedded_settings()
    admin.load(settings, file, say, overwrite=overwrite)
    print(server.data_folder(settings).root)


@app.command()
def check(
    digest: Annotated[
        bool, typer.Option("--digest", help="Print a digest of the graph without runs, times and aliases instead.")
    ] = False,
) -> None:
    """Verify counters and derived edges; exit code 1 and one line for each problem where they are wrong."""
    with connect(GraphSettings(), say) as endpoint:
        if digest:
            print(consistency.digest(endpoint))
            return
        problems = consistency.check(endpoint)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print("ok")
