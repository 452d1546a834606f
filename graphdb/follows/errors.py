"""What can be wrong with a wish to follow."""

from graphdb.errors import GraphError


class FollowError(GraphError):
    """Base: somebody cannot follow this."""


class UnknownEntityError(FollowError):
    """No entity has the id."""

    def __init__(self) -> None:
        super().__init__("Nothing that can be followed has this id.", "Pass the id of a node of the graph.")


class OwnRecordError(FollowError):
    """It is the follower's own record."""

    def __init__(self) -> None:
        super().__init__("This author record is your own: nobody follows themselves.")


class TooManyFollowsError(FollowError):
    """The account follows as much as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"You follow {most:,} things, which is as many as may be.", "Stop following one of them.")
