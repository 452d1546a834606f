"""The letter that tells somebody once a day what is new."""

from graphdb.notifications.digest import Digest
from resolvers.context import RequestContext
from resolvers.mail import Letter
from resolvers.notifications.notifications import in_words
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks

UNSUBSCRIBE_PATH = "/unsubscribe"

LETTER = """\
What is new for you at BZPEER:

{news}

Read more: {site}

You get at most one such letter a day. If you want none:
{unsubscribe}
"""


async def digest_letter(context: RequestContext, digest: Digest, links: UnsubscribeLinks) -> Letter:
    """Return the letter of a digest.

    It can be unsubscribed from by one click, as RFC 8058 has it: programs post to the address in the header, people who
    open it find a button.
    """
    news = [f"- {await in_words(context, record)}" for record in digest.told]
    if digest.count > len(news):
        news.append(f"- and {digest.count - len(news):,} more")
    unsubscribe = f"{context.mail_url}{UNSUBSCRIBE_PATH}?token={links.token(digest.account)}"
    text = LETTER.format(news="\n".join(news), site=context.mail_url, unsubscribe=unsubscribe)
    headers = {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Letter(digest.email, _subject(digest.count), text, headers=headers)


def _subject(count: int) -> str:
    return "BZPEER: 1 thing is new for you" if count == 1 else f"BZPEER: {count:,} things are new for you"
