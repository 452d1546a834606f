"""The page on which owners say what their record shows."""

import re
from collections.abc import Callable
from typing import Any

import httpx
from playwright.async_api import Page, expect

from tests.e2e.conftest import enter

# Much is planned for the first time here, which takes long on a busy machine.
expect.set_options(timeout=60_000)

SignIn = Callable[..., httpx.Client]

SOMEBODY = """
{ researchers(first: 1, filter: {minWorks: 3, claimed: false}, orderBy: {field: NAME, direction: DESC}) {
    nodes { id slug works(first: 1) { nodes { title } } } } }
"""
CLAIM = "mutation ($id: ID!) { claimResearcher(id: $id) { ... on ResearcherClaimed { claim { id } } } }"
APPROVE = """
mutation ($id: ID!) { reviewClaim(id: $id, decision: APPROVE) { ... on ClaimReviewed { claim { state } } } }
"""
EDITS = "{ viewer { ownerEdits { nodes { id } } } }"
UNDO = "mutation ($id: ID!) { undoOwnerEdit(id: $id) { __typename } }"
WITHDRAW = "mutation ($id: ID!) { withdrawClaim(id: $id) { __typename } }"


def ask(client: httpx.Client, query: str, **variables: Any) -> Any:
    answer = client.post("/graphql", json={"query": query, "variables": variables}, timeout=60).json()
    assert "errors" not in answer, answer
    return answer["data"]


async def test_an_owner_says_what_the_record_shows_and_undoes_it(
    page: Page, server_url: str, signed_in: SignIn
) -> None:
    owner, moderator = signed_in("owner-of-pages@example.org"), signed_in("m-of-owners@example.org", moderator=True)
    [person] = ask(owner, SOMEBODY)["researchers"]["nodes"]
    claim = ask(owner, CLAIM, id=person["id"])["claimResearcher"]["claim"]["id"]
    ask(moderator, APPROVE, id=claim)
    [work] = person["works"]["nodes"]

    await enter(page.context, owner.cookies, server_url)
    await page.goto(f"{server_url}/researchers/{person['slug']}")
    await page.get_by_role("region", name="Claim").get_by_role("link", name="Edit your record").click()
    await expect(page.get_by_text("You have not said anything yet")).to_be_visible()
    words = page.get_by_role("region", name="What the record says")
    await expect(words.get_by_role("button", name="Save")).to_be_disabled()
    await words.get_by_label("Role").fill("Weaver <b>of words</b>")
    await words.get_by_label("About you").fill("I weave.")
    await words.get_by_label("Another institution").fill("univ")
    await words.get_by_role("button", name="Choose").first.click()
    await words.get_by_role("button", name="Save").click()
    await expect(words.get_by_text("Saved.")).to_be_visible()
    edits = page.get_by_role("region", name="Your edits").get_by_role("listitem")
    await expect(edits).to_have_count(3)

    listed = page.get_by_role("region", name="A work is not yours?").get_by_role("listitem")
    before = await listed.count()
    mine = listed.filter(has=page.get_by_role("link", name=work["title"], exact=True))
    await mine.get_by_role("button", name="Not mine").click()
    await page.get_by_role("dialog").get_by_role("button", name="It is not mine").click()
    await expect(listed).to_have_count(before - 1)
    await expect(edits).to_have_count(4)
    await edits.filter(has_text="Not yours").get_by_role("button", name="Undo").click()
    await page.get_by_role("dialog").get_by_role("button", name="Undo it").click()
    await expect(listed).to_have_count(before)

    missing = page.get_by_role("region", name="A work is missing?")
    await missing.get_by_label("Which work").fill("https://doi.org/10.1000/nowhere")
    await missing.get_by_role("button", name="Propose it").click()
    await expect(missing.get_by_role("alert")).to_contain_text("The work was not proposed")
    await expect(missing.get_by_label("Which work")).to_have_value("https://doi.org/10.1000/nowhere")

    await page.goto(f"{server_url}/researchers/{person['slug']}")
    await expect(page.get_by_text("Weaver <b>of words</b>")).to_be_visible()
    for edit in ask(owner, EDITS)["viewer"]["ownerEdits"]["nodes"]:
        ask(owner, UNDO, id=edit["id"])
    ask(owner, WITHDRAW, id=claim)
    await page.goto(f"{server_url}/researchers/{person['slug']}/edit")
    await expect(page.get_by_role("link", name=re.compile("Claim this record"))).to_be_visible()
