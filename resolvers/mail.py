"""Letters to people. How they are sent is the server's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail in plain text."""

    to: str
    """An address as `normal_email` gives it."""
    subject: str
    text: str
    link: str | None = None
    """What the letter is about: where letters are not sent but written to files, the log shows it."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Further ones, such as how to unsubscribe."""


class Post(Protocol):
    """Takes letters."""

    def send(self, letter: Letter) -> None:
        """Send a letter in the background: who asks does not learn from the time it takes whether there was one."""

    async def deliver(self, letter: Letter) -> None:
        """Send a letter, and return when it has been accepted; raises `OSError` where it was not."""
