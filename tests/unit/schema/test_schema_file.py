from pathlib import Path

from schema.build import sdl


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    committed = Path(__file__).parents[3] / "schema" / "schema.graphql"
    assert committed.read_text() == sdl(), "run: bzpeer schema export > schema/schema.graphql"
