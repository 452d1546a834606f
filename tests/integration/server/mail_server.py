"""A small mail server on the loopback address, which speaks SMTP as RFC 5321 has it and keeps what it is given."""

import socketserver
import ssl
import threading
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import TracebackType
from typing import Self, cast

GREETING = "220 mail.example ESMTP"
_USUAL = {"MAIL": "250 OK", "RCPT": "250 OK", "DATA": "354 Go on", ".": "250 Kept", "AUTH": "235 Welcome"}


class _Session(socketserver.StreamRequestHandler):
    """One client."""

    def handle(self) -> None:
        """Answer until the client leaves, or a 421 ends it."""
        server = cast("_Server", self.server).mail
        self._say(GREETING)
        while line := self.rfile.readline(2_000):
            command = line.decode("ascii", "replace").strip()
            verb = command.partition(" ")[0].upper()
            server.commands.append((command, isinstance(self.request, ssl.SSLSocket)))
            if verb in {"EHLO", "HELO"}:
                offers = ["STARTTLS"] if server.tls is not None and not isinstance(self.request, ssl.SSLSocket) else []
                lines = ["mail.example", "AUTH PLAIN", *offers]
                self._say(*(f"250{' ' if each is lines[-1] else '-'}{each}" for each in lines))
            elif verb == "STARTTLS" and server.tls is not None:
                self._say("220 Go on")
                try:
                    self.request = server.tls.wrap_socket(self.request, server_side=True)
                except OSError:
                    return
                self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", 0)
            elif verb == "QUIT":
                self._say("221 Bye")
                return
            elif verb == "RSET":
                self._say("250 OK")
            else:
                answer = server.answer(verb)
                self._say(answer)
                if answer.startswith("421"):
                    return
                if answer.startswith("354"):
                    self._letter(server)

    def finish(self) -> None:
        """Close what the client speaks through, which may be another than it began with."""
        super().finish()
        self.request.close()

    def _letter(self, server: "MailServer") -> None:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        answer = server.answer(".")
        if answer.startswith("250"):
            server.letters.append(message_from_bytes(b"".join(lines), policy=default))
        self._say(answer)

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    mail: "MailServer"


class MailServer:
    """Serves for the time of a block; `host` is one of the machine's own, `tls` what STARTTLS is offered with."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.tls = tls
        self.answers: dict[str, list[str]] = {}
        """Of a command (`.` is the end of a letter): what is answered instead of yes, one after the other."""
        self.letters: list[EmailMessage] = []
        self.commands: list[tuple[str, bool]] = []
        """What clients sent, and whether it came encrypted; letters apart."""
        self._server = _Server((host, 0), _Session)
        self._server.mail = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.port: int = self._server.server_address[1]

    def answer(self, command: str) -> str:
        """Return the next answer to a command."""
        given = self.answers.get(command)
        return given.pop(0) if given else _USUAL.get(command, "500 What?")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
