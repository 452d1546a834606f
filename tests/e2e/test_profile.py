"""The profile of a researcher, as visitors see and use it."""

import asyncio
import re
from typing import Any

from playwright.async_api import Page, Route, expect

expect.set_options(timeout=30_000)

PROFILE = "/researchers/maithra-raghu"
MOST_SCRIPT = 150_000
"""Bytes, as they travel."""


async def open_profile(page: Page, server_url: str) -> None:
    await page.goto(f"{server_url}{PROFILE}")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Maithra Raghu")


async def test_every_element_of_the_profile_is_there(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    await expect(tab).to_have_title("Maithra Raghu – BZPEER")
    await expect(tab.get_by_text("Open to collaborate")).to_be_visible()
    trust = tab.get_by_role("region", name="Trust snapshot")
    for text in (re.compile(r"Trust \d+ – \w+"), "Verification L1", "Unclaimed author"):
        await expect(trust.get_by_text(text)).to_be_visible()
    for figure in ("works", "followers", "topics", "close collaborators"):
        await expect(trust.locator("dt", has_text=re.compile(f"^{figure}$"))).to_be_visible()
    await expect(trust.get_by_text("Prove an e-mail address")).to_be_hidden()
    await trust.get_by_text("What this is made of").click()
    await expect(trust.get_by_text("Prove an e-mail address")).to_be_visible()
    await expect(tab.get_by_role("link", name=re.compile(r"^Follow \d"))).to_have_attribute(
        "href", re.compile("^/sign-in")
    )
    await expect(tab.get_by_role("link", name="Log in to claim")).to_have_attribute("href", re.compile("^/sign-in"))
    for action in ("Invite to collaborate", "Send a message"):
        button = tab.get_by_role("button", name=action)
        await expect(button).to_have_attribute("aria-disabled", "true")
        await expect(button).to_have_accessible_description(re.compile("Log in"))
    works = tab.get_by_role("region", name="Published works")
    await expect(works.get_by_text("15 published items")).to_be_visible()
    await expect(works.get_by_text("Abstract not imported").first).to_be_visible()


async def test_the_first_paint_takes_one_operation_and_few_scripts(page: Page, server_url: str) -> None:
    asked: list[str] = []
    scripts: dict[str, int] = {}

    async def weigh(response: Any) -> None:
        if "/graphql?" in response.url:
            asked.append(response.url)
        elif response.url.endswith(".js"):
            scripts[response.url] = (await response.request.sizes())["responseBodySize"]

    page.on("response", weigh)
    await open_profile(page, server_url)
    await expect(page.get_by_role("button", name="Maithra Raghu, researcher")).to_be_visible()
    await page.wait_for_load_state("networkidle")
    # The profile and the graph, which comes after.
    assert len(asked) == 2
    assert scripts
    assert sum(scripts.values()) <= MOST_SCRIPT, scripts


async def test_nothing_moves_once_it_is_drawn(page: Page, server_url: str) -> None:
    await page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {"
        " if (!entry.hadRecentInput) window.shift += entry.value; }))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    await open_profile(page, server_url)
    await expect(page.get_by_role("button", name="Maithra Raghu, researcher")).to_be_visible()
    assert await page.evaluate("window.shift") < 0.1


async def test_the_graph_is_walked_with_the_keyboard_and_grows_in_place(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    seed = tab.get_by_role("button", name="Maithra Raghu, researcher")
    await seed.focus()
    await tab.keyboard.press("ArrowUp")
    focused = tab.locator("svg [role=button]:focus")
    await expect(focused).not_to_have_attribute("aria-label", re.compile("^Maithra Raghu"))
    await tab.keyboard.press("Enter")
    card = tab.get_by_role("complementary", name="About")
    await expect(card).to_be_visible()
    await tab.keyboard.press("Escape")
    await expect(card).to_be_hidden()
    await tab.get_by_role("button", name="Samy Bengio, researcher").click()
    before = await tab.locator("svg [role=button]").count()
    await card.get_by_role("button", name="Show what is around").click()
    await expect(card.get_by_role("button", name="Take back what it brought")).to_be_visible()
    await expect(tab.get_by_text("Reading the graph…")).to_be_hidden()
    assert await tab.locator("svg [role=button]").count() > before
    await card.get_by_role("button", name="Take back").click()
    await expect(tab.locator("svg [role=button]")).to_have_count(before)


async def test_the_graph_is_a_table_too(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    drawn = tab.get_by_role("group", name="The research graph around").get_by_role("button")
    await expect(drawn.first).to_be_visible()
    number = await drawn.count()
    await tab.get_by_role("button", name="Table").click()
    rows = tab.get_by_role("region", name="The research graph as a table").locator("tbody tr")
    await expect(rows).to_have_count(number)
    await rows.get_by_role("link", name="Samy Bengio").click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text("Samy Bengio")
    await expect(tab).to_have_url(re.compile("/researchers/samy-bengio"))


async def test_works_are_filtered_by_year_and_type_in_the_address(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    works = tab.get_by_role("region", name="Published works")
    await works.get_by_label("Year").select_option("2020")
    await expect(works.locator("ol > li")).to_have_count(3)
    await works.get_by_label("Type").select_option("conference")
    await expect(works.get_by_text("No works of that year and type")).to_be_visible()
    assert tab.url.endswith("?year=2020&type=conference")
    await works.get_by_label("Year").select_option("2021")
    await expect(works.locator("ol > li")).to_have_count(2)
    await tab.reload()
    await expect(works.locator("ol > li")).to_have_count(2)


async def test_more_works_follow_the_first(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    works = tab.get_by_role("region", name="Published works")
    await expect(works.locator("ol > li")).to_have_count(10)
    await works.get_by_role("button", name="Show more").click()
    await expect(works.locator("ol > li")).to_have_count(15)
    await expect(works.get_by_role("button", name="Show more")).to_be_hidden()


async def test_the_query_of_the_page_opens_in_graphiql(tab: Page, server_url: str) -> None:
    await open_profile(tab, server_url)
    await tab.get_by_role("link", name="Open this page’s query").click()
    await expect(tab.locator(".graphiql-query-editor .view-lines")).to_contain_text("query Profile")


async def test_a_profile_that_nobody_has_suggests_some(tab: Page, server_url: str) -> None:
    answer = await tab.goto(f"{server_url}/researchers/maithra-ragh")
    assert answer is not None
    assert answer.status == 404
    await tab.get_by_role("link", name="Maithra Raghu").click()
    await expect(tab).to_have_url(f"{server_url}{PROFILE}")


async def test_a_server_out_of_reach_is_said_and_tried_again(tab: Page, server_url: str) -> None:
    async def refuse(route: Route) -> None:
        await route.abort("internetdisconnected")

    await tab.route("**/graphql?*", refuse)
    await tab.goto(f"{server_url}{PROFILE}")
    alert = tab.get_by_role("alert")
    await expect(alert).to_contain_text("The researcher could not be loaded")
    await expect(alert).to_contain_text("cannot be reached")
    await tab.unroute("**/graphql?*")
    await alert.get_by_role("button", name="Try again").click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text("Maithra Raghu")


async def test_a_graph_that_fails_leaves_the_rest_of_the_profile(tab: Page, server_url: str) -> None:
    async def fail(route: Route) -> None:
        if "perKind" in route.request.url:
            await route.fulfill(
                status=503, json={"errors": [{"message": "Too busy.", "extensions": {"code": "GRAPH_BUSY"}}]}
            )
        else:
            await route.continue_()

    await tab.route("**/graphql?*", fail)
    await open_profile(tab, server_url)
    await expect(tab.get_by_role("alert")).to_contain_text("The research graph could not be loaded")
    await expect(tab.get_by_text("15 published items")).to_be_visible()


async def test_a_name_of_ten_thousand_characters_and_a_slow_server_leave_the_page_whole(
    tab: Page, server_url: str
) -> None:
    answered = asyncio.Event()

    async def endless(route: Route) -> None:
        answer = await route.fetch()
        body = await answer.json()
        if (body.get("data") or {}).get("researcher"):
            await answered.wait()
            body["data"]["researcher"]["name"] = "Endless" * 1_500
        await route.fulfill(response=answer, json=body)

    await tab.route("**/graphql?*", endless)
    await tab.set_viewport_size({"width": 360, "height": 700})
    await tab.goto(f"{server_url}{PROFILE}")
    await expect(tab.locator("[aria-busy=true]").first).to_be_visible()
    answered.set()
    heading = tab.get_by_role("heading", level=1)
    await expect(heading).to_contain_text("EndlessEndless")
    box = await heading.bounding_box()
    assert box is not None
    assert box["height"] < 350
    assert await tab.evaluate("document.documentElement.scrollWidth") <= 360
