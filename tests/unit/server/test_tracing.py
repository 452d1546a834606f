"""Traces: how queries are called in them, and that nobody pays for them who has not asked for them."""

import subprocess
import sys
from pathlib import Path

import pytest

from server.tracing import summary

ROOT = Path(__file__).resolve().parents[3]
MAKE_AN_APPLICATION = """
import sys
from graphdb.endpoint import Endpoint
from schema.build import build_schema
from server.app import create_app
from server.settings import ServerSettings

create_app(ServerSettings(), Endpoint("bolt://127.0.0.1:1", "neo4j", None), build_schema())
print(sorted(name for name in sys.modules if name.startswith(("opentelemetry", "google"))))
"""


@pytest.mark.parametrize(
    ("cypher", "name"),
    [
        ("MATCH (r:Researcher {id: $id})-[:AUTHORED]->(w:Work) RETURN w", "MATCH Researcher AUTHORED Work"),
        ("\n// why\nUNWIND $ids AS id\nMATCH (n:Work {id: id})\nRETURN n", "UNWIND Work"),
        ("CALL db.index.fulltext.queryNodes($index, $query)", "CALL"),
        ("MATCH (w:Work) WHERE w:Work RETURN w", "MATCH Work"),
        ("RETURN 1", "RETURN"),
        ("", "cypher"),
    ],
)
def test_a_query_is_called_by_how_it_begins_and_what_it_names(cypher: str, name: str) -> None:
    assert summary(cypher) == name


def test_without_the_setting_opentelemetry_is_not_even_imported() -> None:
    run = subprocess.run(
        [sys.executable, "-c", MAKE_AN_APPLICATION], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
