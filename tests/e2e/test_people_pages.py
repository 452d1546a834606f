"""People on the pages: claims of records, what moderators decide, invitations, and what is written then."""

import re
from collections.abc import Callable

import httpx
from playwright.async_api import Page, expect

from tests.e2e.conftest import enter

# Much is planned for the first time here, which takes long on a busy machine.
expect.set_options(timeout=60_000)

SignIn = Callable[..., httpx.Client]
NOTE = "My page names these works, and nobody types that twice."


async def test_a_stranger_is_led_to_sign_in_and_back_to_the_claim(tab: Page, server_url: str) -> None:
    await tab.goto(f"{server_url}/researchers/jon-kleinberg")
    panel = tab.get_by_role("region", name="Claim")
    to = re.compile(r"/sign-in\?to=%2Fresearchers%2Fjon-kleinberg%2Fclaim$")
    await expect(panel.get_by_role("link", name="Log in to claim")).to_have_attribute("href", to)
    await tab.goto(f"{server_url}/researchers/jon-kleinberg/claim")
    await expect(tab.get_by_role("heading", level=1)).to_have_text("Are you Jon Kleinberg?")
    await expect(tab.get_by_role("link", name="Log in to claim")).to_have_attribute("href", to)


async def test_a_claim_is_made_proven_withdrawn_and_made_again(
    member: Page, server_url: str, link_in_letter: Callable[..., str]
) -> None:
    await member.goto(f"{server_url}/researchers/jon-kleinberg")
    panel = member.get_by_role("region", name="Claim")
    await panel.get_by_role("link", name="Claim this record").click()
    note = member.get_by_label("A note to the moderators")
    await note.fill(NOTE)
    # The session ends while the form is filled in: what was typed stays, and is sent once one has signed in again.
    cookies = await member.context.cookies()
    await member.context.clear_cookies()
    await member.get_by_role("button", name="This is me").click()
    await expect(member.get_by_role("alert")).to_contain_text("Your session has ended")
    await member.context.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": server_url} for each in cookies]
    )
    await member.reload()
    await expect(note).to_have_value(NOTE)
    await member.get_by_role("button", name="This is me").click()
    claim = member.get_by_role("region", name=re.compile("^Your claim"))
    await expect(claim.get_by_role("heading")).to_contain_text("Under review")
    await expect(claim.get_by_text(NOTE)).to_be_visible()
    statement = member.get_by_role("region", name="A statement for the moderators")
    await statement.get_by_label("What they should know").fill("I teach there.")
    await statement.get_by_label("Where it can be checked").fill("https://example.org/people/jon")
    await statement.get_by_role("button", name="Add the statement").click()
    await expect(claim.get_by_text("I teach there.")).to_be_visible()
    address = member.get_by_role("region", name="An address of your institution")
    await address.get_by_label("E-mail address").fill("jon@nowhere.example")
    await address.get_by_role("button", name="Send the letter").click()
    await expect(address.get_by_text("A letter is on its way")).to_be_visible()
    # Whether the address counts is said where it is confirmed.
    await member.goto(link_in_letter("jon@nowhere.example"))
    await member.get_by_role("button", name="Confirm the address").click()
    await expect(member.get_by_text("at no domain of an institution")).to_be_visible()
    await member.goto(f"{server_url}/claims")
    await expect(member.get_by_role("region", name="Claims").get_by_text("Under review")).to_be_visible()
    await member.get_by_role("link", name="Go on with the claim of Jon Kleinberg").click()
    await claim.get_by_role("button", name="Withdraw the claim…").click()
    await member.get_by_role("dialog").get_by_role("button", name="Withdraw it").click()
    await expect(member.get_by_role("status").get_by_text("Your last claim: withdrawn")).to_be_visible()
    await member.get_by_role("button", name="This is me").click()
    await expect(claim.get_by_text("No evidence yet.")).to_be_visible()
    await member.goto(f"{server_url}/researchers/jon-kleinberg")
    await expect(panel.get_by_text("Your claim waits for a decision.")).to_be_visible()
    await panel.get_by_role("link", name="Your claim and its evidence").click()
    await claim.get_by_role("button", name="Withdraw the claim…").click()
    await member.get_by_role("dialog").get_by_role("button", name="Withdraw it").click()
    await expect(member.get_by_role("button", name="This is me")).to_be_visible()


CLAIM = """
mutation ($id: ID!) { claimResearcher(id: $id) { __typename ... on UserError { code } } }
"""


async def test_two_people_are_approved_invite_each_other_and_talk(
    member: Page, page: Page, server_url: str, signed_in: SignIn
) -> None:
    """`member` is the one who invites, `page` first a moderator's, then the other one's."""
    ask = {"query": '{ researcher(by: {slug: "simon-kornblith"}) { id } }'}
    other = signed_in("simon-who-is-invited@example.org")
    simon = other.post("/graphql", json=ask, timeout=60).json()["data"]["researcher"]["id"]
    made = other.post("/graphql", json={"query": CLAIM, "variables": {"id": simon}}, timeout=60).json()
    assert made["data"]["claimResearcher"]["__typename"] == "ResearcherClaimed"
    await member.goto(f"{server_url}/researchers/aniruddh-raghu/claim")
    await member.get_by_role("button", name="This is me").click()
    await expect(member.get_by_role("region", name=re.compile("^Your claim"))).to_contain_text("Under review")

    moderator = signed_in("moderator-of-pages@example.org", moderator=True)
    await enter(page.context, moderator.cookies, server_url)
    await page.goto(f"{server_url}/moderation")
    asked = page.get_by_role("article", name=re.compile("Aniruddh Raghu"))
    await asked.get_by_label("Reason, which the claimant reads").fill("Which of the two are you?")
    await asked.get_by_role("button", name="Ask for evidence").click()
    await expect(asked).to_have_count(0)
    await member.goto(f"{server_url}/notifications")
    await member.get_by_role("link", name=re.compile("needs more evidence")).click()
    await expect(member.get_by_text("Which of the two are you?")).to_be_visible()
    await member.get_by_label("What they should know").fill("The one who wrote about vision.")
    await member.get_by_role("button", name="Add the statement").click()
    await expect(member.get_by_role("region", name=re.compile("^Your claim"))).to_contain_text("Under review")
    await page.reload()
    await expect(asked.get_by_text("The one who wrote about vision.")).to_be_visible()
    for name in ("Aniruddh Raghu", "Simon Kornblith"):
        claim = page.get_by_role("article", name=re.compile(name))
        await claim.get_by_role("button", name="Approve").click()
        await expect(claim).to_have_count(0)

    await member.goto(f"{server_url}/researchers/simon-kornblith")
    await member.get_by_role("link", name="Invite to collaborate").click()
    await member.get_by_label("What you would like to do together").fill("Shall we write this up?")
    await member.get_by_role("button", name="Send the invitation").click()
    await expect(member.get_by_text("The invitation is sent")).to_be_visible()

    await page.context.clear_cookies()
    await enter(page.context, other.cookies, server_url)
    await page.goto(f"{server_url}/moderation")
    await expect(page.get_by_text("This page is for moderators")).to_be_visible()
    await page.goto(f"{server_url}/conversations")
    invitation = page.get_by_role("article", name="Invitation from Aniruddh Raghu")
    await expect(invitation.get_by_text("Shall we write this up?")).to_be_visible()
    await invitation.get_by_role("button", name="Accept").click()
    await page.get_by_label("Your message").fill("Gladly. <b>When?</b>")
    await page.get_by_role("button", name="Send", exact=True).click()
    messages = page.get_by_role("region", name="Messages")
    await expect(messages.get_by_text("Gladly. <b>When?</b>")).to_be_visible()

    # Whom one talks with is written to from their profile; one's own records lead to where they are edited.
    await member.goto(f"{server_url}/researchers/simon-kornblith")
    way = member.get_by_role("link", name="Send a message")
    await expect(way).to_have_attribute("href", re.compile("/conversations/cnv_"))
    await way.click()
    await member.get_by_label("Your message").fill("Tomorrow.")
    await member.keyboard.press("Control+Enter")
    await expect(member.get_by_role("region", name="Messages").get_by_text("Tomorrow.")).to_be_visible()
    # It comes to the other one without being asked for.
    await expect(messages.get_by_text("Tomorrow.")).to_be_visible()

    # What should not have been said is reported, and upheld; who said it is suspended, and sees so where they are.
    said = messages.get_by_role("listitem").filter(has_text="Tomorrow.")
    await said.get_by_role("link", name="Report").click()
    await page.get_by_label("It threatens or harasses").check()
    await page.get_by_role("button", name="Send the report").click()
    await expect(page.get_by_text("The moderators are told")).to_be_visible()
    await page.context.clear_cookies()
    await enter(page.context, moderator.cookies, server_url)
    await page.goto(f"{server_url}/moderation?view=reports")
    report = page.get_by_role("article").filter(has_text="Tomorrow.")
    await report.get_by_role("button", name="Uphold…").click()
    await page.get_by_role("dialog").get_by_role("button", name="Uphold it").click()
    await report.get_by_role("button", name="Suspend…").click()
    suspending = page.get_by_role("dialog", name="Suspend the account of Aniruddh Raghu?")
    await suspending.get_by_label("From now on, for").select_option("30 days")
    await suspending.get_by_role("button", name="Suspend it").click()
    await expect(report.get_by_text("Suspended until")).to_be_visible()
    talk = member.get_by_role("region", name="Messages")
    await expect(talk.get_by_text("This message was removed by a moderator.")).to_be_visible()
    await expect(talk.get_by_text("Tomorrow.")).to_have_count(0)
    banner = member.get_by_role("status").filter(has_text="Your account is suspended")
    await expect(banner).to_be_visible()
    await expect(member.get_by_text("You cannot write here")).to_be_visible()
    await member.goto(f"{server_url}/notifications")
    await member.get_by_role("link", name=re.compile("suspended your account")).click()
    await expect(member).to_have_url(f"{server_url}/settings")
    await expect(banner).to_be_visible()
