"""The start page, as people see it."""

from typing import Literal

import pytest
from playwright.async_api import Browser, Page, expect

# Two cores that also run Neo4j, the server and the browser may take a while.
expect.set_options(timeout=30_000)


async def test_an_example_opens_graphiql_with_its_query(page: Page, server_url: str) -> None:
    await page.goto(server_url)
    await expect(page).to_have_title("BZPEER")
    await page.get_by_role("link", name="Her research graph, two steps out").click()
    await expect(page).to_have_title("GraphiQL – BZPEER")
    await expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("researchGraph(depth: 2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_stands_out_in_light_and_in_dark(
    browser: Browser, server_url: str, scheme: Literal["light", "dark"]
) -> None:
    context = await browser.new_context(color_scheme=scheme)
    page = await context.new_page()
    await page.goto(server_url)
    luminances = await page.evaluate(
        """() => {
            const luminance = (color) => {
                const [r, g, b] = color.match(/[0-9.]+/g).map(Number);
                const linear = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
                return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
            };
            const paper = luminance(getComputedStyle(document.body).backgroundColor);
            const shown = ["h1", "p", "a", ".quiet", "dt", "dd"].map((name) => document.querySelector(name));
            return [paper, shown.map((element) => luminance(getComputedStyle(element).color))];
        }"""
    )
    paper, inks = luminances
    assert (paper > 0.5) is (scheme == "light")
    for ink in inks:
        brighter, darker = max(paper, ink), min(paper, ink)
        # The contrast that WCAG 2.2 asks for at level AA.
        assert (brighter + 0.05) / (darker + 0.05) >= 4.5
    await context.close()


async def test_an_address_that_does_not_exist_leads_back(page: Page, server_url: str) -> None:
    await page.goto(f"{server_url}/nothing")
    await expect(page.get_by_role("heading", name="Not Found")).to_be_visible()
    await page.get_by_role("link", name="Start page").click()
    await expect(page).to_have_title("BZPEER")
