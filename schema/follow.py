"""Following: what the viewer follows, and what is new there."""

from typing import Annotated, ClassVar

import strawberry

from graphdb.follows import errors as domain
from graphdb.research_graph.records import EntityKind
from resolvers import follows
from schema.mutations import mutation
from schema.node import Info, Node
from schema.nodes import from_record
from schema.paging import ListConnection, ListEdge
from schema.user_errors import ForbiddenError, NotSignedInError, TooManyAttemptsError, UnknownIdError, UserError
from schema.work import Work

FollowedKinds = Annotated[
    list[EntityKind] | None, strawberry.argument(description="Kinds of what is followed; all if null.")
]


@strawberry.type(description="Something that the viewer follows, in a list.")
class FollowEdge(ListEdge):
    """A row."""

    node: Node = strawberry.field(description="What is followed.")
    since: str = strawberry.field(description="Since when: ISO 8601 date-time in UTC.")


@strawberry.type(description="A page of the list of what the viewer follows.")
class FollowConnection(ListConnection):
    """A page."""

    edges: list[FollowEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Node] = strawberry.field(description="What is followed.")


@strawberry.type(description="A new work of something that the viewer follows.")
class FeedEdge(ListEdge):
    """A row."""

    node: Work = strawberry.field(description="The work.")
    because: list[Node] = strawberry.field(
        description="What the viewer follows and has the work: an author, a topic, an institution that an author "
        "names, a source, or a work that it cites. By id, 5 at most."
    )


@strawberry.type(description="A page of the feed.")
class FeedConnection(ListConnection):
    """A page."""

    edges: list[FeedEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Work] = strawberry.field(description="The works of the page.")


@strawberry.type(description="The viewer follows it.")
class Followed:
    """The payload of `follow`."""

    node: Node = strawberry.field(description="What is followed, as it is now.")


@strawberry.type(description="The viewer does not follow it.")
class Unfollowed:
    """The payload of `unfollow`."""

    node: Node = strawberry.field(description="What was followed, as it is now.")


@strawberry.type(description="It is the viewer's own author record.")
class OwnRecordError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.OwnRecordError,)


@strawberry.type(description="The viewer follows as much as may be.")
class TooManyFollowsError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.TooManyFollowsError,)


FollowResult = Annotated[
    Followed
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | OwnRecordError
    | TooManyFollowsError
    | TooManyAttemptsError,
    strawberry.union("FollowResult", description="What became of a wish to follow."),
]
UnfollowResult = Annotated[
    Unfollowed | NotSignedInError | ForbiddenError | UnknownIdError | TooManyAttemptsError,
    strawberry.union("UnfollowResult", description="What became of a wish to follow no longer."),
]

FollowedId = Annotated[
    strawberry.ID,
    strawberry.argument(description="Global id of a researcher, work, topic, institution or source, old or current."),
]


@strawberry.type
class FollowMutation:
    """Root fields."""

    @mutation(
        "Follow something: its new works come into the viewer's feed. Following it already is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        OwnRecordError,
        TooManyFollowsError,
        TooManyAttemptsError,
    )
    async def follow(self, info: Info, id: FollowedId) -> FollowResult | None:
        return Followed(node=from_record(await follows.follow(info.context, id)))

    @mutation(
        "Follow something no longer; nobody is told. Not following it is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        TooManyAttemptsError,
    )
    async def unfollow(self, info: Info, id: FollowedId) -> UnfollowResult | None:
        return Unfollowed(node=from_record(await follows.unfollow(info.context, id)))
