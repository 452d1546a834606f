"""Signing in, following, and the settings, as people use them."""

import re
from collections.abc import Callable

import httpx
from playwright.async_api import Page, expect

expect.set_options(timeout=30_000)

SignIn = Callable[..., httpx.Client]
TOPIC = "/topics/deep-learning"
FOLLOW = re.compile(r"^Follow \d")
FOLLOWING = re.compile(r"^Following \d")


def count_in(text: str) -> int:
    """Return the number in the text of a button."""
    return int("".join(re.findall(r"\d", text)))


async def test_a_letter_signs_in_and_leads_back_to_where_one_was(
    page: Page, server_url: str, link_in_letter: Callable[..., str]
) -> None:
    await page.goto(f"{server_url}{TOPIC}")
    await page.get_by_role("link", name=FOLLOW).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    await page.get_by_label("E-mail address").fill("Letter@Example.org")
    await page.get_by_role("button", name="Send me a link").click()
    await expect(page.get_by_text("A letter is on its way")).to_be_visible()
    link = link_in_letter("letter@example.org")
    # Mail programs open links in a tab of their own.
    tab = await page.context.new_page()
    await tab.goto(link)
    await tab.get_by_role("button", name="Sign in to BZPEER").click()
    await expect(tab).to_have_url(f"{server_url}{TOPIC}")
    await tab.get_by_role("button", name="Account: letter@example.org").click()
    await tab.get_by_role("button", name="Sign out").click()
    await expect(tab.get_by_role("navigation", name="Site").get_by_role("link", name="Sign in")).to_be_visible()
    await tab.goto(link)
    await tab.get_by_role("button", name="Sign in to BZPEER").click()
    await expect(tab.get_by_role("alert")).to_contain_text("The link did not sign you in")
    await tab.get_by_role("link", name="Ask for another link").click()
    await expect(tab.get_by_label("E-mail address")).to_be_visible()


async def test_what_one_follows_is_counted_listed_and_taken_back(member: Page, server_url: str) -> None:
    await member.goto(f"{server_url}{TOPIC}")
    before = await member.get_by_role("button", name=FOLLOW).inner_text()
    await member.get_by_role("button", name=FOLLOW).click()
    following = member.get_by_role("button", name=FOLLOWING)
    await expect(following).to_have_attribute("aria-pressed", "true")
    assert count_in(await following.inner_text()) == count_in(before) + 1
    await member.goto(f"{server_url}/researchers/maithra-raghu")
    await member.get_by_role("button", name=FOLLOW).click()
    await expect(member.get_by_role("button", name=FOLLOWING)).to_be_visible()
    await member.get_by_role("button", name=re.compile("Account")).click()
    await member.get_by_role("link", name="What I follow").click()
    await expect(member.get_by_role("heading", name="2 followed things")).to_be_visible()
    await expect(member.get_by_text("Nothing new yet")).to_be_visible()
    await member.get_by_role("button", name="Unfollow Deep learning").click()
    await expect(member.get_by_role("heading", name="1 followed thing")).to_be_visible()
    await member.get_by_role("button", name="Unfollow Maithra Raghu").click()
    await expect(member.get_by_role("heading", name="0 followed things")).to_be_visible()


async def test_a_token_is_shown_once_works_and_is_revoked(member: Page, server_url: str) -> None:
    await member.goto(f"{server_url}/settings")
    form = member.get_by_role("form", name="A new token")
    await form.get_by_label("What it is for").fill("Notebook")
    await form.get_by_label("7 days", exact=True).check()
    await form.get_by_role("button", name="Make a token").click()
    secret = await member.locator("code", has_text=re.compile("^bzp_[^…]")).inner_text()
    asked = {"query": "{ viewer { accessTokens { name } } }"}
    bearer = {"authorization": f"Bearer {secret}"}
    async with httpx.AsyncClient(base_url=server_url, headers=bearer, timeout=30) as program:
        answer = (await program.post("/graphql", json=asked)).json()
        assert answer["data"]["viewer"]["accessTokens"] == [{"name": "Notebook"}]
        await member.reload()
        await expect(member.get_by_text("Notebook")).to_be_visible()
        await expect(member.get_by_text(secret)).to_have_count(0)
        await member.get_by_role("button", name="Revoke Notebook").click()
        await expect(member.get_by_text("None yet.")).to_be_visible()
        assert (await program.post("/graphql", json=asked)).status_code == 401


async def test_other_sessions_are_listed_and_ended(member: Page, server_url: str, signed_in: SignIn) -> None:
    other = signed_in("test-other-sessions-are-listed-and-ended@example.org")
    await member.goto(f"{server_url}/settings")
    sessions = member.get_by_role("region", name="Where you are signed in")
    await expect(sessions.get_by_role("listitem")).to_have_count(2)
    await expect(sessions.get_by_text("this one")).to_have_count(1)
    await sessions.get_by_role("button").click()
    await expect(sessions.get_by_role("listitem")).to_have_count(1)
    assert other.post("/graphql", json={"query": "{ viewer { id } }"}).json()["data"]["viewer"] is None


async def test_a_session_that_ends_within_a_form_loses_nothing(member: Page, server_url: str) -> None:
    await member.goto(f"{server_url}/settings")
    form = member.get_by_role("form", name="A new token")
    await form.get_by_label("What it is for").fill("A long text that nobody types twice")
    cookies = await member.context.cookies()
    await member.context.clear_cookies()
    await form.get_by_role("button", name="Make a token").click()
    await expect(member.get_by_role("alert")).to_contain_text("Your session has ended")
    await expect(form.get_by_label("What it is for")).to_have_value("A long text that nobody types twice")
    # Signing in again, as in another tab, and sending it again; even loading the page anew keeps the text.
    await member.context.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": server_url} for each in cookies]
    )
    await member.reload()
    await expect(form.get_by_label("What it is for")).to_have_value("A long text that nobody types twice")
    await form.get_by_role("button", name="Make a token").click()
    await expect(member.get_by_role("button", name="Revoke A long text that nobody types twice")).to_be_visible()
    await expect(form.get_by_label("What it is for")).to_have_value("")


async def test_an_account_is_named_and_ends_when_its_owner_says_so_twice(member: Page, server_url: str) -> None:
    await member.goto(f"{server_url}/settings")
    await member.get_by_label("What you are called here").fill("Ada")
    await member.get_by_role("button", name="Save").click()
    await expect(member.get_by_role("button", name="Account: Ada")).to_be_visible()
    await member.get_by_role("button", name="Delete my account…").click()
    dialog = member.get_by_role("dialog", name="Delete this account for ever?")
    await expect(dialog.get_by_role("button", name="Delete it")).to_be_disabled()
    wanted = await dialog.locator("label").inner_text()
    await dialog.get_by_role("textbox").fill(wanted.removeprefix("Type ").removesuffix(" to go on"))
    await dialog.get_by_role("button", name="Delete it").click()
    # The page that was left says so too, for a moment.
    await expect(member.get_by_role("navigation", name="Site").get_by_role("link", name="Sign in")).to_be_visible()
    await expect(member).to_have_url(f"{server_url}/")
    await member.goto(f"{server_url}/settings")
    await expect(member.get_by_text("Sign in to see your settings")).to_be_visible()


async def test_a_strangers_way_to_what_is_ones_own_is_to_sign_in(tab: Page, server_url: str) -> None:
    await tab.goto(f"{server_url}/feed")
    await tab.get_by_role("main").get_by_role("link", name="Sign in").click()
    await expect(tab).to_have_url(f"{server_url}/sign-in?to=%2Ffeed")
