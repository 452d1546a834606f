"""Why a decision cannot be taken."""

from graphdb.errors import GraphError


class DecisionError(GraphError):
    """A decision that cannot be taken; the message says why, `hint` what to do instead."""


class UnknownResearcherError(DecisionError):
    """No researcher answers to the id."""


class SameResearcherError(DecisionError):
    """Both ids are one researcher's."""


class AlreadyMergedError(SameResearcherError):
    """A decision has merged the two already."""


class CoauthorsError(DecisionError):
    """The two are authors of one work: they are two people there."""


class UnknownWorkError(DecisionError):
    """No work answers to the id."""


class NotTheirWorkError(DecisionError):
    """The researcher is no author of the work."""


class NothingToSplitError(DecisionError):
    """The split names no work, or all of them."""


class TooManyWorksError(DecisionError):
    """The split names too many works."""


class UnknownDecisionError(DecisionError):
    """There is no decision of that id."""


class AlreadyUndoneError(DecisionError):
    """The decision has been undone."""
