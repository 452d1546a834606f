"""Why somebody may not do a thing."""

from datetime import UTC, datetime

from graphdb.errors import GraphError


class Refusal(GraphError):
    """Base: the viewer may not do it, or not now."""


class NotSignedInError(Refusal):
    """Only somebody who is signed in may do it."""

    def __init__(self) -> None:
        super().__init__("You are not signed in.", "Sign in, or send an access token.")


class ForbiddenError(Refusal):
    """Others may do it."""


class ScopeMissingError(Refusal):
    """The access token does not allow it."""

    def __init__(self, scope: str) -> None:
        super().__init__(f"The access token lacks the scope {scope}.", "Make one that has, or sign in.")


class SessionNeededError(Refusal):
    """An access token does not suffice."""

    def __init__(self) -> None:
        super().__init__("An access token may not do this.", "Sign in with a browser.")


class AccountSuspendedError(Refusal):
    """Moderators have suspended the account, for a time."""

    def __init__(self, until: str) -> None:
        end = datetime.fromisoformat(until).astimezone(UTC)
        super().__init__(
            f"Moderators have suspended your account until {end.day} {end:%B %Y, %H:%M} UTC.",
            "Until then you can read, and change what is yours alone.",
        )


class TooManyAttemptsError(Refusal):
    """It was tried too often."""

    def __init__(self, seconds: int) -> None:
        super().__init__("This was tried too often.", f"Try again in {seconds} s.")
        self.retry_after = seconds


class CookieNeededError(Refusal):
    """The answer comes in a way that cannot set a cookie."""

    def __init__(self) -> None:
        super().__init__("This way of asking cannot set the cookie of a session.", "Ask by POST, for JSON.")
