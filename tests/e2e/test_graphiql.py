"""GraphiQL in a real browser: under its policy, without any other host."""

from collections.abc import AsyncIterator
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page, expect

# Two cores that also run Neo4j, the server and the browser may take a while.
expect.set_options(timeout=30_000)

EDITOR = ".graphiql-query-editor .view-lines"
RESULT = ".graphiql-response .view-lines"
TABS = ["Profile", "ResearchGraph", "NewestWorks", "Topic", "WorkByArxivId"]


class Watched:
    """A page, and what it said and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("request", lambda request: self.requested.append(request.url))


@pytest.fixture
async def watched(page: Page, server_url: str) -> AsyncIterator[Watched]:
    """The page is checked at the end: it stayed at home and had nothing to complain of."""
    watched = Watched(page)
    yield watched
    assert [url for url in watched.requested if not url.startswith((server_url, "blob:", "data:"))] == []
    assert watched.complaints == []


async def test_graphiql_opens_with_the_five_examples(watched: Watched, server_url: str) -> None:
    await watched.page.goto(f"{server_url}/graphql")
    await expect(watched.page.locator(EDITOR)).to_contain_text("query Profile")
    assert [await tab.inner_text() for tab in await watched.page.get_by_role("tab").all()] == TABS
    worker_files = [url for url in watched.requested if "worker" in url]
    assert worker_files


async def _execute(page: Page, server_url: str) -> dict[str, Any]:
    async with page.expect_response(f"{server_url}/graphql") as answer:
        await page.get_by_role("button", name="Execute query").click()
    body: dict[str, Any] = await (await answer.value).json()
    return body


@pytest.mark.parametrize("name", TABS)
async def test_an_example_runs_and_answers_without_errors(watched: Watched, server_url: str, name: str) -> None:
    page = watched.page
    await page.goto(f"{server_url}/graphql")
    await expect(page.locator(EDITOR)).to_contain_text("query Profile")
    await page.get_by_role("tab", name=name).click()
    await expect(page.locator(EDITOR)).to_contain_text(f"query {name}")
    body = await _execute(page, server_url)
    # GraphiQL reads the name of the operation a moment after the tab has changed.
    while body.get("errors", [{}])[0].get("extensions", {}).get("code") == "OPERATION_NOT_FOUND":
        await page.wait_for_timeout(200)
        body = await _execute(page, server_url)
    assert "errors" not in body
    assert all(value is not None for value in body["data"].values())
    await expect(page.locator(RESULT)).to_contain_text('"data"')


async def test_a_query_with_a_mistake_is_underlined(watched: Watched, server_url: str) -> None:
    page = watched.page
    await page.goto(f"{server_url}/graphql?query=%7B%20nosuchfield%20%7D")
    await expect(page.locator(".graphiql-query-editor .squiggly-error")).to_be_visible(timeout=15_000)


async def test_a_subscription_shows_its_last_event(watched: Watched, server_url: str) -> None:
    page = watched.page
    rings = 'subscription { researchGraph(seeds: ["r_gqwtcfjh7qyi6g7p"], depth: 3, perKind: 2) { counts { nodes } } }'
    await page.goto(f"{server_url}/graphql?query={quote(rings)}")
    await expect(page.locator(EDITOR)).to_contain_text("researchGraph")
    await page.get_by_role("button", name="Execute query").click()
    await expect(page.locator(RESULT)).to_contain_text('"counts"')


async def test_the_documentation_is_beside_the_query(watched: Watched, server_url: str) -> None:
    page = watched.page
    await page.goto(f"{server_url}/graphql")
    await page.get_by_role("button", name="Show Documentation Explorer").click()
    await page.get_by_role("link", name="Query", exact=True).click()
    await expect(page.get_by_role("link", name="researcher", exact=True)).to_be_visible()


async def test_a_link_carries_the_query_and_its_variables(watched: Watched, server_url: str) -> None:
    page = watched.page
    query = "query+Kind($id: ID!) { node(id: $id) { __typename } }"
    await page.goto(f"{server_url}/graphql?query={query}&variables=%7B%22id%22%3A%22x%22%7D")
    await expect(page.locator(EDITOR)).to_contain_text("query Kind")
    await expect(page.locator(".graphiql-editor-tool .view-lines").first).to_contain_text('"id":"x"')
    await page.get_by_role("button", name="Link to this query").click()
    await expect(page.get_by_role("status").filter(has_text="ink")).to_be_attached()
    link = page.url
    assert "query=query+Kind" in link
    assert "variables=" in link


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_graphiql_follows_the_colours_of_the_system(
    browser: Browser, server_url: str, scheme: Literal["light", "dark"]
) -> None:
    context = await browser.new_context(color_scheme=scheme)
    page = await context.new_page()
    await page.goto(f"{server_url}/graphql")
    await expect(page.locator(EDITOR)).to_be_visible()
    color = await page.evaluate("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor")
    lightness = [float(part) for part in color.strip("rgba()").split(",")[:3]]
    assert (sum(lightness) > 384) is (scheme == "light")
    await context.close()


async def test_a_query_is_built_by_ticking_fields_and_filling_in_arguments(watched: Watched, server_url: str) -> None:
    page = watched.page
    await page.goto(f"{server_url}/graphql")
    await expect(page.locator(EDITOR)).to_contain_text("query Profile")
    await page.get_by_role("button", name="Query builder").click()
    builder = page.get_by_role("region", name="Query builder")
    await builder.get_by_role("checkbox", name="stats", exact=True).focus()
    await page.keyboard.press("Space")
    await builder.get_by_role("checkbox", name="waitingCitations", exact=True).check()
    await builder.get_by_role("checkbox", name="suggest", exact=True).check()
    prefix = builder.get_by_role("textbox", name="prefix: String!", exact=True)
    await prefix.fill("Maithra")
    await prefix.press("Enter")
    body = await _execute(page, server_url)
    assert body["data"]["stats"] == {"waitingCitations": body["data"]["stats"]["waitingCitations"]}
    assert body["data"]["suggest"]
    await builder.get_by_role("checkbox", name="stats", exact=True).uncheck()
    assert "stats" not in (await _execute(page, server_url))["data"]
