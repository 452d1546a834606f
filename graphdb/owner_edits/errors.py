"""Why an edit cannot be made or undone."""

from graphdb.errors import GraphError


class OwnerEditError(GraphError):
    """Base of the errors of edits."""


class NotOwnerError(OwnerEditError):
    """Somebody else's record, or nobody's."""

    def __init__(self) -> None:
        super().__init__("This author record is not yours.", "Claim it first; its owner may edit it.")


class UnknownEditError(OwnerEditError):
    """No edit that the viewer may see has the id."""

    def __init__(self) -> None:
        super().__init__("No edit that you may see has this id.", "`viewer.ownerEdits` lists yours.")


class UnknownInstitutionError(OwnerEditError):
    """No institution has the id."""

    def __init__(self) -> None:
        super().__init__("No institution has this id.", "Look it up with `institutions` or `suggest`.")


class EditStateError(OwnerEditError):
    """What was to be done does not exist in the state that the edit is in."""


class OwnProposalError(OwnerEditError):
    """Nobody decides on a proposal of their own."""

    def __init__(self) -> None:
        super().__init__("This proposal is your own.", "Another moderator decides on it.")


class WorkNotInGraphError(OwnerEditError):
    """The work that is proposed is not in the graph."""

    def __init__(self) -> None:
        super().__init__(
            "This work is not in the graph, so it cannot be put on a record.",
            "Ask the operator of the site to import it (`bzpeer import` or `bzpeer fetch`), then propose it again.",
        )


class AlreadyAuthorError(OwnerEditError):
    """The work is on the record."""


class NoAuthorOfThatNameError(OwnerEditError):
    """No author of the work, or more than one, may be who owns the record."""


class TooManyProposalsError(OwnerEditError):
    """The account has as many proposals that wait as it may."""
