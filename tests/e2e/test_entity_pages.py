"""The pages of works, topics, institutions and sources, as visitors see and use them."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.strange_works import MANY_AUTHORS, TITLES

expect.set_options(timeout=30_000)

CITED = "/works/a-work-that-others-cite"
TOPIC = "/topics/strange-records"


async def open_page(page: Page, address: str, heading: str) -> None:
    await page.goto(address)
    await expect(page.get_by_role("heading", level=1)).to_have_text(heading)


async def test_a_work_says_what_it_is_who_wrote_it_and_where_to_read_it(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}{CITED}", TITLES["cited"])
    await expect(tab).to_have_title(f"{TITLES['cited']} – BZPEER")
    await expect(tab.get_by_text("Open access", exact=True).first).to_be_visible()
    await expect(tab.get_by_role("link", name="PDF")).to_have_attribute("href", "https://pdf.example/cited.pdf")
    await expect(tab.get_by_role("link", name="Where it appeared")).to_be_visible()
    await expect(tab.get_by_text("elsewhere 4,321 are counted")).to_be_visible()
    record = tab.get_by_role("region", name="The record")
    await expect(record.get_by_role("link", name="W9900000002")).to_be_visible()
    folded = tab.get_by_role("region", name="Abstract")
    await folded.get_by_role("button", name="Read all of it").click()
    await expect(folded.get_by_role("button", name="Fold it")).to_have_attribute("aria-expanded", "true")
    await tab.get_by_role("button", name="Show their institutions").click()
    await expect(tab.get_by_role("link", name="Faculty of Strange Records").first).to_be_visible()
    await tab.get_by_role("link", name="أحمد منصور").click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text("أحمد منصور")


async def test_a_work_leads_to_those_that_cite_it_and_those_that_are_like_it(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}{CITED}", TITLES["cited"])
    citing = tab.get_by_role("region", name="Cited by")
    await expect(citing.locator("ol > li")).to_have_count(5)
    await citing.get_by_role("button", name="Show more (1 further item)").click()
    await expect(citing.locator("ol > li")).to_have_count(6)
    related = tab.get_by_role("region", name="Related works")
    await expect(related.get_by_text(re.compile("shared author")).first).to_be_visible()
    await related.get_by_role("button", name="What it stands on").click()
    await expect(related.get_by_text("no references of its references")).to_be_visible()
    await citing.get_by_role("link", name=TITLES["cjk"]).click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text(TITLES["cjk"])
    references = tab.get_by_role("region", name="References")
    await expect(references.get_by_role("link", name=TITLES["cited"])).to_be_visible()


async def test_a_citation_is_copied_in_the_style_that_is_chosen(tab: Page, strange: str) -> None:
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=strange)
    await open_page(tab, f"{strange}{CITED}", TITLES["cited"])
    cite = tab.get_by_role("region", name="Cite")
    await expect(cite.get_by_text("A work that others cite")).to_be_visible()
    await cite.get_by_role("radio", name="BibTeX").check()
    await expect(cite.locator("pre")).to_contain_text("@article{")
    await cite.get_by_role("button", name="Copy the citation").click()
    await expect(cite.get_by_role("status")).to_have_text("Copied")
    assert (await tab.evaluate("navigator.clipboard.readText()")).startswith("@article{")
    path = await cite.get_by_role("link", name="As a file").get_attribute("href")
    assert "@article{" in await (await tab.request.get(f"{strange}{path}")).text()


async def test_all_of_three_thousand_authors_are_shown_on_demand(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}/works/observation-of-a-new-particle-by-everybody", TITLES["many"])
    authors = tab.locator("header [data-authors] a")
    await expect(authors).to_have_count(12)
    await expect(tab.get_by_text("and 2,988 others")).to_be_visible()
    await tab.get_by_role("button", name="Show all 3,000 authors").click()
    await expect(authors).to_have_count(MANY_AUTHORS, timeout=60_000)
    await tab.get_by_role("button", name="Show fewer authors").click()
    await expect(authors).to_have_count(12)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("rtl", "drsh-fy-lt-lm-l-myq-wllghh-l-rbyh"),
        ("cjk", "shencengxuexiniyoruziranyanyuchulinoyanjiu"),
        ("endless", "endless-endless-endless-endless-endless-endless-endless-endless-endless-endless"),
    ],
)
async def test_a_title_of_any_script_and_length_fits_a_phone(tab: Page, strange: str, name: str, path: str) -> None:
    await tab.set_viewport_size({"width": 360, "height": 700})
    await open_page(tab, f"{strange}/works/{path}", TITLES[name])
    assert await tab.evaluate("document.documentElement.scrollWidth") <= 360
    direction = await tab.get_by_role("heading", level=1).evaluate("(heading) => getComputedStyle(heading).direction")
    assert direction == ("rtl" if name == "rtl" else "ltr")


async def test_markup_and_tex_in_titles_are_text(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}{TOPIC}", "Strange records")
    works = tab.get_by_role("region", name="Works")
    await expect(works.get_by_text("On α-decay and the √(2) bound of Étale maps")).to_be_visible()
    await expect(works.get_by_text("Effects of CO2 on E. coli & others <script>alert(1)</script>")).to_be_visible()


async def test_a_retracted_work_says_so_and_an_empty_record_what_it_lacks(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}/works/a-result-that-did-not-hold", TITLES["retracted"])
    await expect(tab.get_by_role("alert")).to_contain_text("Do not rely on it")
    await open_page(tab, f"{strange}/works/nothing-but-a-title", TITLES["bare"])
    for text in (
        "Year not imported",
        "No authors in the record",
        "Abstract not imported",
        "No work of the graph cites",
    ):
        await expect(tab.get_by_text(text).first).to_be_visible()


async def test_a_topic_stands_among_topics_and_shows_its_works_by_choice(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}{TOPIC}", "Strange records")
    await expect(tab.get_by_text("Records that pages must bear.")).to_be_visible()
    works = tab.get_by_role("region", name="Works")
    await works.get_by_label("Year").select_option("2021")
    await expect(works.get_by_text("1 item of that choice")).to_be_visible()
    await works.get_by_label("Year").select_option("")
    await works.get_by_label("Order").select_option("cited")
    await expect(works.locator("ol > li").first).to_contain_text(TITLES["cited"])
    assert tab.url.endswith("?order=cited")
    people = tab.get_by_role("region", name="Who writes about it")
    await expect(people.get_by_role("listitem")).to_have_count(8)
    await people.get_by_role("button", name=re.compile("Show more")).click()
    await expect(people.get_by_role("listitem")).to_have_count(28)
    await tab.get_by_role("region", name="Part of").get_by_role("link").click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text("Strange subfield")
    await expect(tab.get_by_role("region", name="Narrower topics").get_by_role("link")).to_contain_text(
        "Strange records"
    )


CHOOSE_AT_ONCE = """choices => {
  for (const label of document.querySelectorAll("label[for]")) {
    if (label.textContent in choices) {
      const select = document.getElementById(label.htmlFor);
      select.value = choices[label.textContent];
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}"""


async def test_a_choice_made_before_the_last_one_is_shown_takes_nothing_back(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}{TOPIC}?year=2021", "Strange records")
    works = tab.get_by_role("region", name="Works")
    await expect(works.get_by_text("1 item of that choice")).to_be_visible()
    await tab.evaluate(CHOOSE_AT_ONCE, {"Year": "", "Order": "cited"})
    await expect(works.locator("ol > li").first).to_contain_text(TITLES["cited"])
    assert tab.url.endswith("?order=cited")


async def test_an_institution_and_a_source_lead_to_people_works_and_kin(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}/institutions/faculty-of-strange-records", "Faculty of Strange Records")
    await expect(tab.get_by_text("Switzerland")).to_be_visible()
    await tab.get_by_role("region", name="Part of").get_by_role("link").click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text("University of Strange Records")
    await expect(tab.get_by_role("link", name="strange.example")).to_be_visible()
    await expect(tab.get_by_role("region", name="Its parts").get_by_role("link")).to_be_visible()
    await open_page(tab, f"{strange}/sources/neurips", "NeurIPS")
    await expect(tab.get_by_role("button", name="NeurIPS, source")).to_be_visible()
    people = tab.get_by_role("region", name="Who publishes here")
    await people.get_by_role("link").first.click()
    await expect(tab).to_have_url(re.compile("/researchers/"))


async def test_a_profile_leads_to_its_works_topics_and_places(tab: Page, strange: str) -> None:
    await open_page(tab, f"{strange}/researchers/maithra-raghu", "Maithra Raghu")
    work = tab.get_by_role("region", name="Published works").locator("h3 a").first
    title = await work.inner_text()
    await work.click()
    await expect(tab.get_by_role("heading", level=1)).to_have_text(title)
    await expect(tab).to_have_url(re.compile("/works/"))
    topic = tab.get_by_role("region", name="Topics").get_by_role("link").first
    await topic.click()
    await expect(tab).to_have_url(re.compile("/topics/"))


@pytest.mark.parametrize("kind", ["work", "topic", "institution", "source"])
async def test_an_address_that_nothing_has_is_a_404_with_suggestions(tab: Page, server_url: str, kind: str) -> None:
    slugs = {
        "work": "insights-on-representational",
        "topic": "deep-learnin",
        "institution": "google-b",
        "source": "neur",
    }
    answer = await tab.goto(f"{server_url}/{kind}s/{slugs[kind]}")
    assert answer is not None
    assert answer.status == 404
    await expect(tab.get_by_role("heading", level=1)).to_have_text(f"No {kind} goes by this address")
    await tab.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    await expect(tab).to_have_url(re.compile(f"/{kind}s/"))
    await expect(tab.get_by_role("heading", level=1)).not_to_contain_text("goes by this address")


async def test_a_failed_list_leaves_the_rest_of_the_page(tab: Page, strange: str) -> None:
    async def fail(route: Any) -> None:
        answer = await route.fetch()
        body = await answer.json()
        if "work" in (body.get("data") or {}):
            body["data"]["work"]["citedBy"] = None
            body["errors"] = [{"message": "Too busy.", "path": ["work", "citedBy"]}]
        await route.fulfill(response=answer, json=body)

    await tab.route("**/graphql?*", fail)
    await open_page(tab, f"{strange}{CITED}", TITLES["cited"])
    await expect(tab.get_by_role("region", name="Cited by").get_by_role("alert")).to_contain_text("could not be read")
    await expect(tab.get_by_role("region", name="References")).to_be_visible()
