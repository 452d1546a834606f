"""The programs of the cookbook do what it says of them."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

COOKBOOK = (Path(__file__).parents[3] / "docs" / "cookbook.md").read_text()


@pytest.mark.parametrize("filter_", [{}, {"year": {"gte": 2018}}])
def test_the_paging_program_yields_every_row_once(server_url: str, filter_: dict[str, Any]) -> None:
    [program] = re.findall(r"^```python\n(.*?)^```$", COOKBOOK, flags=re.MULTILINE | re.DOTALL)
    # Smaller pages than the text's, so that the demo has several.
    assert program.count("first: 1000") == 1
    names: dict[str, Any] = {}
    exec(program.replace("first: 1000", "first: 20"), names)
    rows = list(names["works"](f"{server_url}/graphql", filter_))
    query = "query($filter: WorkFilter) { works(filter: $filter, first: 0) { totalCount } }"
    answer = httpx.post(f"{server_url}/graphql", json={"query": query, "variables": {"filter": filter_}}).json()
    assert len({row["id"] for row in rows}) == len(rows) == answer["data"]["works"]["totalCount"] > 20
    assert [row["year"] for row in rows] == sorted((row["year"] for row in rows), reverse=True)


def test_there_are_twenty_questions() -> None:
    numbers = [int(number) for number in re.findall(r"^### (\d+)\.", COOKBOOK, flags=re.MULTILINE)]
    assert numbers == list(range(1, 21))
    assert len(re.findall(r"^```graphql$", COOKBOOK, flags=re.MULTILINE)) == 20
