"""Why two people cannot come together, or not in this way."""

from graphdb.errors import GraphError


class CollaborationError(GraphError):
    """Base of the errors of collaboration."""


class NotAllowedError(CollaborationError):
    """Base: somebody cannot be invited."""


class ClaimNeededError(NotAllowedError):
    """One of the two has no author record of their own."""


class InvitesOneselfError(NotAllowedError):
    """It is one's own record."""

    def __init__(self) -> None:
        super().__init__("This author record is your own: nobody invites themselves.")


class BlockedByViewerError(NotAllowedError):
    """Who asks has blocked the other."""

    def __init__(self) -> None:
        super().__init__("You have blocked this person.", "Unblock them first.")


class AlreadyInvitedError(NotAllowedError):
    """An invitation from one to the other waits for its answer."""


class AlreadyConnectedError(NotAllowedError):
    """The two are in conversation."""

    def __init__(self) -> None:
        super().__init__("You are in conversation with this person already.", "Write a message.")


class NotOpenError(NotAllowedError):
    """The other does not take invitations, at least from this person. Why is nobody's business."""

    def __init__(self) -> None:
        super().__init__("This person takes no invitations at the moment.")


class TooManyInvitationsError(CollaborationError):
    """The account has sent as many invitations as it may."""


class UnknownInvitationError(CollaborationError):
    """The account has no invitation of that id."""

    def __init__(self) -> None:
        super().__init__("You have no invitation of that id.", "`viewer.receivedInvitations` lists them.")


class InvitationClosedError(CollaborationError):
    """The invitation is in a state from which nothing leads to the one that is wished."""

    def __init__(self, state: str) -> None:
        super().__init__(f"This invitation is {state.lower()}, and stays so.", "Send a new one.")
        self.state = state


class UnknownConversationError(CollaborationError):
    """The account is in no conversation of that id, and has no message of it."""

    def __init__(self) -> None:
        super().__init__("You are in no conversation of that id.", "`viewer.conversations` lists them.")


class ConversationClosedError(CollaborationError):
    """Nobody would read it. Why is nobody's business."""

    def __init__(self) -> None:
        super().__init__("Nothing can be written in this conversation at the moment.")


class UnknownPersonError(CollaborationError):
    """The id leads to nobody whom the account knows of."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is behind this id.", "Pass the id of a claimed author record, a conversation, or an invitation."
        )


class OneselfError(CollaborationError):
    """It is who asks."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Nobody {what} themselves.")


class TooManyBlocksError(CollaborationError):
    """The account has blocked as many people as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"You have blocked {most:,} people, which is as many as may be.", "Unblock somebody.")


class UnknownReportError(CollaborationError):
    """There is no report of that id."""

    def __init__(self) -> None:
        super().__init__("There is no report of that id.", "`reports` lists them.")


class ReportClosedError(CollaborationError):
    """A report has been closed with another decision."""

    def __init__(self, decision: str) -> None:
        super().__init__(f"This report was closed before: {decision.lower()}.")


class ReportNotUpheldError(CollaborationError):
    """Nobody is suspended for a report that was not upheld."""

    def __init__(self) -> None:
        super().__init__("This report was not upheld.", "Close it as `UPHELD` first, if it is right.")


class TooManyReportsError(CollaborationError):
    """The account has as many open reports as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} of your reports wait to be looked at, which is as many as may be.", "Wait a while.")
