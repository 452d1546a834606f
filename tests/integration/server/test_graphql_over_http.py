"""The server passes every audit of GraphQL over HTTP that the npm package graphql-http has."""

import json
import subprocess
from pathlib import Path

AUDITS = Path(__file__).with_name("audits.mjs")


def test_all_audits_of_graphql_over_http_pass(server_url: str, node: str) -> None:
    run = subprocess.run(
        [node, AUDITS, f"{server_url}/graphql"], check=False, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    audits = json.loads(run.stdout)
    assert len(audits) >= 61
    assert [audit for audit in audits if audit["status"] != "ok"] == []
