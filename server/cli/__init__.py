"""The `bzpeer` command: it parses, calls the layers below, and prints."""

import importlib.metadata
import logging
import sys
from typing import Annotated

import typer
from pydantic import ValidationError

from graphdb.errors import GraphError
from server.cli import db, doctor, fetch, imports, moderator, quarantine, schema, serve
from server.cli.output import say

_INTERRUPTED = 130

app = typer.Typer(name="bzpeer", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command("serve")(serve.serve)
app.command("import")(imports.import_files)
app.command("fetch")(fetch.fetch)
app.command("doctor")(doctor.doctor)
app.add_typer(db.app, name="db")
app.add_typer(moderator.app, name="moderator")
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(schema.app, name="schema")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(importlib.metadata.version("bzpeer"))
        raise typer.Exit


@app.callback()
def bzpeer(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A research graph over Neo4j: import scholarly records and serve them as a typed GraphQL API."""


def main() -> None:
    """Run the command line; what a person can mend is said in one line and ends with exit code 1."""
    # Without a handler the driver's warnings, of tries that it repeats, would go to the terminal as they are.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        app()
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            say("bzpeer: interrupted.")
            sys.exit(1)
        raise
    except GraphError as error:
        say(f"bzpeer: {error}")
        sys.exit(1)
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"]).upper()
            say(f"bzpeer: the setting BZPEER_{name} is wrong: {problem['msg']}. docs/settings.md describes it.")
        sys.exit(1)
