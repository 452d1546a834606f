"""Every page by axe, wide in light colours and narrow in dark ones; motion for those who want none."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

expect.set_options(timeout=30_000)

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NEXT_FRAME = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))"

PAGES = {
    "start": "/",
    "profile": "/researchers/maithra-raghu",
    "work": "/works/a-work-that-others-cite",
    "topic": "/topics/strange-records",
    "institution": "/institutions/faculty-of-strange-records",
    "source": "/sources/neurips",
    "search": "/search?q=deep%20learning",
    "works": "/search?q=deep&kind=works&from=2019",
    "sign-in": "/sign-in",
    "claim": "/researchers/maithra-raghu/claim",
    "nothing": "/nothing/at/all",
}
OWN_PAGES = {
    "feed": "/feed",
    "settings": "/settings",
    "claims": "/claims",
    "claim": "/researchers/maithra-raghu/claim",
    "edit": "/researchers/maithra-raghu/edit",
    "invite": "/researchers/maithra-raghu/invite",
    "conversations": "/conversations",
    "notifications": "/notifications",
    "moderation": "/moderation",
}


async def violations(page: Page) -> list[str]:
    """Return what axe complains of, each with where it is."""
    found: list[dict[str, Any]] = await page.evaluate(
        "async (runOnly) => (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations",
        RULES,
    )
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


async def check(page: Page) -> None:
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    # Some pages listen for as long as they are open: the network is never idle.
    await expect(page.locator("[class*=skeleton]")).to_have_count(0)
    await page.evaluate(AXE.read_text())
    for scheme, width in (("light", 1280), ("dark", 360)):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        await page.set_viewport_size({"width": width, "height": 800})
        # What is drawn changes with the next frame.
        await page.evaluate(NEXT_FRAME)
        assert await violations(page) == [], f"{scheme}, {width} pixels"
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
async def test_a_page_is_accessible(tab: Page, strange: str, path: str) -> None:
    await tab.goto(f"{strange}{path}")
    await check(tab)


@pytest.mark.parametrize("shows", ["Drawing", "Table"])
async def test_the_explorer_is_accessible(tab: Page, server_url: str, shows: str) -> None:
    await tab.emulate_media(reduced_motion="reduce")
    await tab.goto(f"{server_url}/explore?seed=r_gqwtcfjh7qyi6g7p&steps=1")
    await expect(tab.locator("[data-settled=true]")).to_be_visible()
    await tab.get_by_role("button", name=shows).click()
    await check(tab)


@pytest.mark.parametrize("path", OWN_PAGES.values(), ids=OWN_PAGES.keys())
async def test_what_is_ones_own_is_accessible(member: Page, server_url: str, path: str) -> None:
    await member.goto(f"{server_url}{path}")
    await check(member)


async def test_nothing_moves_for_those_who_want_no_motion(tab: Page, server_url: str) -> None:
    await tab.emulate_media(reduced_motion="reduce")
    await tab.goto(f"{server_url}/researchers/maithra-raghu")
    await expect(tab.get_by_role("button", name="Maithra Raghu, researcher")).to_be_visible()
    moving = await tab.evaluate(
        "[...document.querySelectorAll('*')].filter((element) => {"
        " const { transitionDuration, animationDuration } = getComputedStyle(element);"
        " return parseFloat(transitionDuration) > 0.001 || parseFloat(animationDuration) > 0.001;"
        "}).length"
    )
    assert moving == 0
    # One of no length may stop at its first frame, in which nothing is there yet.
    node = tab.get_by_role("button", name="Maithra Raghu, researcher")
    assert await node.evaluate("(node) => getComputedStyle(node).animationName") == "none"
