"""Why nothing was done about a claim."""

from graphdb.errors import GraphError


class ClaimError(GraphError):
    """Base of the errors of claims."""


class UnknownRecordError(ClaimError):
    """No researcher has the id."""

    def __init__(self) -> None:
        super().__init__("No author record has this id.", "Pass the id of a researcher.")


class UnknownClaimError(ClaimError):
    """No claim that the viewer may see has the id."""

    def __init__(self) -> None:
        super().__init__("No claim that you may see has this id.", "`viewer.claims` lists yours.")


class ClaimStateError(ClaimError):
    """What was to be done does not exist in the state that the claim is in."""


class OwnClaimError(ClaimError):
    """Nobody decides on, or vouches for, a claim of their own."""


class NotCoauthorError(ClaimError):
    """Only a verified co-author may vouch."""


class EvidenceRefusedError(ClaimError):
    """What was brought proves nothing of the record."""


class TooManyClaimsError(ClaimError):
    """The account has as many open claims as it may, or the claim as much evidence."""
