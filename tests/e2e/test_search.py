"""The search page and the search box of every page."""

import re
from typing import Any

from playwright.async_api import Page, expect

expect.set_options(timeout=30_000)


async def test_the_box_completes_names_by_keyboard(tab: Page, strange: str) -> None:
    await tab.goto(f"{strange}/search")
    box = tab.get_by_role("combobox", name="Search people")
    await expect(box).to_have_attribute("aria-expanded", "false")
    await box.press_sequentially("maithra")
    options = tab.get_by_role("option")
    await expect(options.first).to_contain_text("Maithra Raghu")
    await expect(box).to_have_attribute("aria-expanded", "true")
    await box.press("ArrowDown")
    await expect(options.first).to_have_attribute("aria-selected", "true")
    assert await box.get_attribute("aria-activedescendant") == await options.first.get_attribute("id")
    await box.press("Escape")
    await expect(options).to_have_count(0)
    await expect(box).to_have_value("maithra")
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(tab.get_by_role("heading", level=1)).to_have_text("Maithra Raghu")
    await expect(tab).to_have_url(re.compile("/researchers/maithra-raghu$"))


async def test_a_late_answer_to_an_older_prefix_is_not_shown(tab: Page, strange: str) -> None:
    held: list[Any] = []

    async def hold(route: Any) -> None:
        if "%22prefix%22%3A%22maithra%22" in route.request.url:
            held.append(route)
        else:
            await route.continue_()

    await tab.route("**/graphql?*", hold)
    await tab.goto(f"{strange}/search")
    box = tab.get_by_role("combobox", name="Search people")
    async with tab.expect_request(lambda request: "maithra" in request.url):
        await box.fill("maithra")
    await box.fill("neurips")
    await expect(tab.get_by_role("option").first).to_contain_text("NeurIPS")
    for route in held:
        # The page has given it up, or is answered too late.
        await route.fulfill(json={"data": {"suggest": []}})
    await expect(tab.get_by_role("option").first).to_contain_text("NeurIPS")


async def test_results_are_marked_counted_by_kind_and_kept_in_the_address(tab: Page, strange: str) -> None:
    await tab.goto(f"{strange}/search")
    await expect(tab.get_by_text("Type what you look for")).to_be_visible()
    box = tab.get_by_role("combobox", name="Search people")
    await box.fill("deep learning")
    await box.press("Enter")
    await expect(tab).to_have_url(f"{strange}/search?q=deep%20learning")
    results = tab.get_by_role("region", name="Results")
    await expect(results.locator("mark").first).to_have_text(re.compile("deep|learning", re.IGNORECASE))
    kinds = tab.get_by_role("navigation", name="Kinds of results")
    await kinds.get_by_role("link", name=re.compile("topics")).click()
    await expect(tab).to_have_url(re.compile("kind=topics"))
    await expect(results.get_by_role("link", name="Deep learning", exact=True)).to_be_visible()
    await expect(kinds.locator("[aria-current=page]")).to_contain_text("topics")
    await tab.go_back()
    await expect(results.get_by_role("status").first).to_contain_text("result")


async def test_works_are_chosen_by_facets_in_the_address(tab: Page, strange: str) -> None:
    await tab.goto(f"{strange}/search?q=learning&kind=works")
    results = tab.get_by_role("region", name="Results")
    filters = tab.get_by_role("region", name="Filters")
    await expect(results.locator("mark").first).to_be_visible()
    await expect(results.locator("ol > li")).to_have_count(20)
    await results.get_by_role("button", name=re.compile("Show more")).click()
    await expect(results.locator("ol > li")).to_have_count(40)
    source = filters.get_by_role("group", name="Source").get_by_role("button").first
    count = re.search(r"([\d,]+)\s+works", await source.inner_text())
    assert count is not None
    await source.click()
    await expect(results.get_by_role("status").first).to_have_text(f"{count[1]} works")
    since = filters.get_by_label("From")
    await since.select_option(index=await since.locator("option").count() - 1)
    await expect(tab).to_have_url(re.compile(r"source=s_\w+&from=\d{4}"))
    await filters.get_by_label("Order").select_option("cited")
    address = tab.url
    first = await results.locator("h3").first.inner_text()
    await tab.goto(address)
    await expect(results.locator("h3").first).to_have_text(first)
    await filters.get_by_role("button", name="Take all filters away").click()
    await expect(tab).to_have_url(re.compile(r"q=learning&kind=works&order=cited$"))


async def test_what_nothing_answers_says_what_to_do(tab: Page, strange: str) -> None:
    await tab.goto(f"{strange}/search?q=maithro")
    await expect(tab.get_by_text("Nothing answers all of these words")).to_be_visible()
    await tab.get_by_role("link", name="a letter more or less").click()
    await expect(tab.get_by_role("link", name="Maithra Raghu")).to_be_visible()
    await tab.goto(f"{strange}/search?kind=works&from=1066&to=1066")
    await expect(tab.get_by_text("No work is all of that")).to_be_visible()
