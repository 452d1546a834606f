"""Letters by SMTP, to a mail server that takes them, refuses them, or is away."""

import asyncio
import smtplib
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
import structlog
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pydantic import SecretStr
from structlog.testing import LogCapture

from resolvers.mail import Letter
from server import mail
from server.mail import PostOffice
from server.settings import ServerSettings
from tests.integration.server.mail_server import MailServer

LINK = "https://site.example/sign-in#a-secret-token"
LETTER = Letter("ada@example.org", "Sign in to BZPEER", f"Open this link:\n\n{LINK}\n.\n", LINK, {"X-Test": "yes"})
# Resolves to this machine without being one of the names that need no encryption.
ELSEWHERE = "127.0.0.2"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    capture = LogCapture()
    monkeypatch.setattr(mail, "log", structlog.wrap_logger(None, processors=[capture]))
    monkeypatch.setattr(mail, "PAUSE", 0.02)
    yield capture.entries
    # Whatever happened, nobody who reads the log can sign in, or learns who wanted to.
    said = str(capture.entries)
    assert "secret" not in said
    assert "ada@" not in said
    assert "pass" not in said


def office(server: MailServer, tmp_path: Path, *, host: str = "127.0.0.1", user: str = "") -> PostOffice:
    url = f"smtp://{user}{host}:{server.port}"
    return PostOffice(
        ServerSettings(data_dir=tmp_path, mail_url=SecretStr(url), mail_from="BZPEER <no-reply@b.example>")
    )


async def sent(post: PostOffice) -> None:
    """Send a letter in the background, and wait until that has come to an end."""
    post.send(LETTER)
    await asyncio.wait_for(asyncio.gather(*post._sending), 20)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of `ELSEWHERE` by itself, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, ELSEWHERE)])
    now = datetime.now(UTC)
    host = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address(ELSEWHERE))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(host, critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "mail.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return file


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


async def test_a_letter_goes_to_the_mail_server_as_it_was_written(tmp_path: Path, log: list[Any]) -> None:
    with MailServer() as server:
        await sent(office(server, tmp_path))
    [letter] = server.letters
    assert (letter["to"], letter["from"], letter["subject"]) == (
        LETTER.to,
        "BZPEER <no-reply@b.example>",
        LETTER.subject,
    )
    assert (letter["x-test"], letter["auto-submitted"]) == ("yes", "auto-generated")
    assert letter["message-id"].endswith("@b.example>")
    assert letter.get_content().replace("\r\n", "\n") == LETTER.text
    assert log == []


async def test_a_letter_with_a_line_break_in_its_head_is_none(tmp_path: Path) -> None:
    with MailServer() as server:
        for bad in (
            Letter("a@b.example\r\nBcc: c@d.example", "x", "x"),
            Letter("a@b.example", "x\nBcc: c@d.example", "x"),
        ):
            with pytest.raises(ValueError, match=r"linefeed|newline|header"):
                await office(server, tmp_path).deliver(bad)
    assert server.letters == []


async def test_what_is_not_taken_now_is_tried_again(tmp_path: Path, log: list[Any]) -> None:
    with MailServer() as server:
        server.answers = {"RCPT": ["450 4.2.0 Greylisted"], "MAIL": ["250 OK", "421 4.3.2 Closing"]}
        await sent(office(server, tmp_path))
    assert len(server.letters) == 1
    assert [(entry["event"], entry["code"]) for entry in log] == [("letter_not_sent", 450), ("letter_not_sent", 421)]


@pytest.mark.parametrize("command", ["RCPT", "MAIL", "DATA", "."])
async def test_what_is_refused_for_good_is_not_tried_again(tmp_path: Path, log: list[Any], command: str) -> None:
    with MailServer() as server:
        server.answers = {command: ["550 5.1.1 ada@example.org wants no a-secret-token"]}
        await sent(office(server, tmp_path))
    assert server.letters == []
    assert [(entry["event"], entry["code"], entry["attempt"]) for entry in log] == [("letter_not_sent", 550, 1)]


async def test_a_server_that_is_away_is_asked_three_times(tmp_path: Path, log: list[Any]) -> None:
    with MailServer() as server:
        post = office(server, tmp_path)
    await sent(post)
    assert [(entry["attempt"], entry["code"]) for entry in log] == [(1, None), (2, None), (3, None)]


async def test_a_password_goes_over_tls_alone(
    tmp_path: Path, log: list[Any], tls: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(server: MailServer) -> list[str]:
        return [command for command, _ in server.commands if command.startswith(("AUTH", "MAIL"))]

    user = "user:pass%20word@"
    with MailServer(ELSEWHERE) as plain, pytest.raises(ConnectionRefusedError):
        await office(plain, tmp_path, host=ELSEWHERE, user=user).deliver(LETTER)
    assert asked(plain) == []
    with MailServer(ELSEWHERE, tls) as unknown, pytest.raises(ssl.SSLCertVerificationError):
        await office(unknown, tmp_path, host=ELSEWHERE, user=user).deliver(LETTER)
    assert asked(unknown) == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with MailServer(ELSEWHERE, tls) as known:
        known.answers["AUTH"] = ["535 5.7.8 No"]
        post = office(known, tmp_path, host=ELSEWHERE, user=user)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            await post.deliver(LETTER)
        assert known.letters == []
        await sent(post)
    assert len(known.letters) == 1
    assert {encrypted for command, encrypted in known.commands if command.startswith(("AUTH", "MAIL", "RCPT"))} == {
        True
    }
    assert log == []
