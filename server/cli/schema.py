"""`bzpeer schema`: the GraphQL schema as text."""

import typer

from schema.build import sdl

app = typer.Typer(no_args_is_help=True, help="The GraphQL schema.")


@app.callback()
def schema() -> None:
    """The GraphQL schema."""


@app.command()
def export() -> None:
    """Print the schema in the schema definition language."""
    print(sdl(), end="")
