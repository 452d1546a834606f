"""The start page, as people see it."""

import re
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, expect

# Two cores that also run Neo4j, the server and the browser may take a while.
expect.set_options(timeout=30_000)


async def test_an_example_opens_graphiql_with_its_query(page: Page, server_url: str) -> None:
    await page.goto(server_url)
    await expect(page).to_have_title("BZPEER")
    await page.get_by_role("link", name="research graph").click()
    await expect(page).to_have_title("GraphiQL – BZPEER")
    await expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("researchGraph(")


async def test_the_start_page_shows_how_much_there_is_and_leads_to_people(page: Page, server_url: str) -> None:
    await page.goto(server_url)
    figures = page.get_by_label("What the graph holds")
    await expect(figures.locator("dd").first).to_have_text(re.compile(r"^\d[\d,]*$"))
    await page.locator("a[data-kind=RESEARCHER]").first.click()
    await expect(page).to_have_url(re.compile("/researchers/"))
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def test_the_export_of_the_start_page_finds_works(page: Page, server_url: str) -> None:
    await page.goto(server_url)
    path = await page.get_by_role("link", name="BibTeX").get_attribute("href")
    file = await page.request.get(f"{server_url}{path}")
    assert (await file.text()).count("\n@") >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_stands_out_in_light_and_in_dark(
    browser: Browser, server_url: str, scheme: Literal["light", "dark"]
) -> None:
    context = await browser.new_context(color_scheme=scheme)
    page = await context.new_page()
    await page.goto(server_url)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    luminances = await page.evaluate(
        """() => {
            const luminance = (color) => {
                const [r, g, b] = color.match(/[0-9.]+/g).map(Number);
                const linear = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
                return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
            };
            const paper = luminance(getComputedStyle(document.body).backgroundColor);
            const shown = ["h1", "p", "main li a", ".quiet", "dt", "dd"].map((name) => document.querySelector(name));
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
    await expect(page.get_by_role("heading", name="There is no page at this address")).to_be_visible()
    await page.get_by_role("link", name="Start page").click()
    await expect(page).to_have_title("BZPEER")
