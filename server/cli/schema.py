"""`bzpeer schema`: the GraphQL schema, its errors, and the documents that are known by their digests, as text."""

from pathlib import Path
from typing import Annotated

import typer
from graphql import GraphQLSyntaxError

from server.cli.output import say

app = typer.Typer(no_args_is_help=True, help="The GraphQL schema.")


@app.callback()
def schema() -> None:
    """The GraphQL schema."""


@app.command()
def export() -> None:
    """Print the schema in the schema definition language."""
    # The schema takes longer to make than most commands to run, which do without it.
    from schema.build import sdl

    print(sdl(), end="")


@app.command()
def errors() -> None:
    """Print the catalogue of the codes that errors carry, as JSON."""
    from server.error_codes import catalogue_json

    print(catalogue_json(), end="")


@app.command()
def documents(
    sources: Annotated[
        list[Path],
        typer.Argument(
            exists=True,
            help="Folders of `.graphql` files, and the manifest that the code generator of the pages wrote.",
            metavar="SOURCE…",
        ),
    ],
) -> None:
    """Print the manifest of documents that requests may name by their SHA-256 digests."""
    from server.persisted_documents import manifest_of

    try:
        print(manifest_of(sources), end="")
    except GraphQLSyntaxError as error:
        say(f"bzpeer: {error.message}")
        raise typer.Exit(1) from None
