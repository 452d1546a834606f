"""The daily digests: who is due gets a letter, and then it is noted that they got it.

A server that is killed between the two sends that letter again: nothing is lost, and at worst one comes twice.
"""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from graphdb.accounts.moments import now
from graphdb.graph import Graph
from graphdb.notifications.digest import Digest, due_digests, note_digest
from resolvers.context import RequestContext
from resolvers.mail import Letter, Post
from resolvers.notifications.digests import digest_letter
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks
from server.mail import REFUSED_FOR_GOOD, reply_code

log = structlog.stdlib.get_logger()

MAX_FAILURES = 3
"""Letters in a row that the mail server does not take, after which it is left alone until the next time."""


@dataclass(frozen=True, slots=True)
class Digests:
    """Sends digests from an hour of the day on, in UTC."""

    post: Post
    links: UnsubscribeLinks
    mail_url: str
    """What links in letters begin with."""
    hour: int
    clock: Callable[[], datetime] = now

    async def send(self, graph: Graph) -> int:
        """Send the digests that are due, and return how many letters went out."""
        moment = self.clock().astimezone(UTC)
        if moment.hour < self.hour:
            return 0
        day, last, sent, failures = moment.date().isoformat(), "", 0, 0
        while due := await due_digests(graph, day, last):
            for digest in due:
                if digest.count:
                    try:
                        await self.post.deliver(await self._letter(graph, digest))
                    except OSError as error:
                        if not _is_refused(error):
                            failures += 1
                            log.warning("digest_not_sent", account=digest.account, error=type(error).__name__)
                            if failures >= MAX_FAILURES:
                                return sent
                            continue
                        # It will not be taken in an hour either.
                        log.warning("digest_refused", account=digest.account)
                    else:
                        sent, failures = sent + 1, 0
                await note_digest(graph, digest.account, day if digest.count else None, digest.to)
            last = due[-1].account
        return sent

    async def _letter(self, graph: Graph, digest: Digest) -> Letter:
        # What a digest tells of is read as by somebody who is not signed in, by names alone.
        context = RequestContext(graph, self.mail_url, mail_url=self.mail_url)
        return await digest_letter(context, digest, self.links)


def _is_refused(error: OSError) -> bool:
    """Whether a mail server does not take letters to the address, now or later."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    code = reply_code(error)
    return code is not None and code >= REFUSED_FOR_GOOD
