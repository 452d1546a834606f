"""Sending letters: by SMTP, or into files where no mail server is named."""

import asyncio
import secrets
import smtplib
import ssl
import time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import structlog

from resolvers.mail import Letter
from server.settings import LOOPBACK_NAMES, ServerSettings

log = structlog.stdlib.get_logger()

TIMEOUT = 20.0
"""Seconds that a mail server may take to answer."""
REFUSED_FOR_GOOD = 500
"""Numbers of answers from here on say that it is no use to try again (RFC 5321, 4.2.1)."""
ATTEMPTS = 3
PAUSE = 5.0
"""Seconds between two attempts to send in the background."""
AT_ONCE = 500
"""Letters that wait to be sent in the background; further ones are not sent, and the log says so."""


class PostOffice:
    """Writes letters, and sends them or puts them into `outbox/`; see `resolvers.mail.Post`."""

    def __init__(self, settings: ServerSettings) -> None:
        self._sender = settings.mail_sender()
        url = settings.mail_url
        self._server = urlsplit(url.get_secret_value()) if url is not None else None
        self._outbox = settings.data_dir / "outbox"
        self._sending: set[asyncio.Task[None]] = set()

    def send(self, letter: Letter) -> None:
        """See `Post.send`."""
        if len(self._sending) >= AT_ONCE:
            log.error("letter_not_sent", reason=f"{AT_ONCE} letters wait already")
            return
        task = asyncio.create_task(self._send(letter))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def deliver(self, letter: Letter) -> None:
        """See `Post.deliver`."""
        message = self._message(letter)
        if self._server is None:
            path = await asyncio.to_thread(_put, self._outbox, message)
            log.info("letter_written", file=str(path), link=letter.link)
        else:
            await asyncio.to_thread(_hand_over, self._server, message)

    async def close(self) -> None:
        """Wait a moment for the letters that are being sent, and give up on the others."""
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=PAUSE)
            for task in late:
                task.cancel()
            if late:
                log.error("letters_not_sent", letters=len(late), reason="the server stopped")

    async def _send(self, letter: Letter) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self.deliver(letter)
            except OSError as error:
                # What a mail server says may repeat the letter; its kind of failure is enough to look for the reason.
                code = reply_code(error)
                log.warning("letter_not_sent", attempt=attempt, error=type(error).__name__, code=code)
                if code is not None and code >= REFUSED_FOR_GOOD:
                    return
                if attempt < ATTEMPTS:
                    await asyncio.sleep(PAUSE)
            else:
                return

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        # The policy refuses line breaks in headers.
        message["From"] = self._sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = formatdate()
        message["Message-ID"] = make_msgid(domain=self._sender.rpartition("@")[2].rstrip(">"))
        message["Auto-Submitted"] = "auto-generated"
        for name, value in letter.headers.items():
            message[name] = value
        message.set_content(letter.text)
        return message


def reply_code(error: OSError) -> int | None:
    """Return what a mail server answered, by its number; None where there was no answer.

    Of a letter to one address, whose refusal is an error that has the answer within.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min((code for code, _ in error.recipients.values()), default=None)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else None


def _put(folder: Path, message: EmailMessage) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{time.time_ns()}-{secrets.token_hex(4)}.eml"
    draft = path.with_suffix(".part")
    draft.touch(mode=0o600)
    draft.write_bytes(message.as_bytes())
    return draft.rename(path)


def _hand_over(server: SplitResult, message: EmailMessage) -> None:
    host = server.hostname or "localhost"
    secure = ssl.create_default_context()
    if server.scheme == "smtps":
        with smtplib.SMTP_SSL(host, server.port or 465, timeout=TIMEOUT, context=secure) as connection:
            _log_in_and_send(connection, server, message)
        return
    with smtplib.SMTP(host, server.port or 25, timeout=TIMEOUT) as connection:
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=secure)
        elif server.username is not None and host not in {name.strip("[]") for name in LOOPBACK_NAMES}:
            raise ConnectionRefusedError("The mail server offers no encryption, and the password is not sent without.")
        _log_in_and_send(connection, server, message)


def _log_in_and_send(connection: smtplib.SMTP, server: SplitResult, message: EmailMessage) -> None:
    if server.username is not None:
        connection.login(unquote(server.username), unquote(server.password or ""))
    connection.send_message(message)
