"""The schema, put together from the modules of the entities."""

import strawberry
from graphql import GraphQLError
from strawberry.types import ExecutionContext

from schema.account import AccessToken, Account, AccountQuery, Session
from schema.account_mutations import AccountMutation
from schema.blocking import BlockingMutation, BlockingQuery, Report
from schema.claim import Claim, ClaimQuery
from schema.claim_mutations import ClaimMutation
from schema.conversation import Conversation, ConversationMutation, Message
from schema.errors import finish
from schema.executor import ProjectingExecutor
from schema.follow import FollowMutation
from schema.graph_paths import PathQuery
from schema.graph_slice import GraphQuery, GraphSubscription
from schema.graph_views import GraphViewMutation, GraphViewQuery
from schema.imports import ImportQuery, ImportSubscription
from schema.institution import Institution, InstitutionQuery
from schema.invitation import Invitation, InvitationMutation
from schema.moderation import ModerationMutation, ModerationQuery
from schema.nodes import NodeQuery
from schema.notification import Notification, NotificationMutation, NotificationSubscription
from schema.owner_edit_mutations import OwnerEditMutation, OwnerEditQuery
from schema.owner_edits import OwnerEdit
from schema.rate_limit import RateLimitQuery
from schema.related_works import RelatedWorksQuery
from schema.researcher import Researcher, ResearcherQuery
from schema.search import SearchQuery
from schema.sign_in import SignInMutation
from schema.source import Source, SourceQuery
from schema.topic import Topic, TopicQuery
from schema.work import Work, WorkQuery
from schema.work_results import WorkResultQuery


@strawberry.type(description="What can be asked of the graph.")
class Query(
    NodeQuery,
    ResearcherQuery,
    WorkQuery,
    WorkResultQuery,
    TopicQuery,
    InstitutionQuery,
    SourceQuery,
    SearchQuery,
    GraphQuery,
    PathQuery,
    RelatedWorksQuery,
    ImportQuery,
    RateLimitQuery,
    GraphViewQuery,
    AccountQuery,
    ClaimQuery,
    ModerationQuery,
    BlockingQuery,
    OwnerEditQuery,
):
    """All root fields."""


@strawberry.type(description="What can be changed.")
class Mutation(
    SignInMutation,
    AccountMutation,
    FollowMutation,
    InvitationMutation,
    ConversationMutation,
    BlockingMutation,
    NotificationMutation,
    GraphViewMutation,
    ClaimMutation,
    ModerationMutation,
    OwnerEditMutation,
):
    """All root fields that change something."""


@strawberry.type(description="What can be followed: each field gives one event after another.")
class Subscription(GraphSubscription, ImportSubscription, NotificationSubscription):
    """All root fields that are followed."""


class CodedSchema(strawberry.Schema):
    """A schema whose errors all carry a code of the catalogue."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:  # noqa: ARG002
        """Give the errors their codes, instead of logging each as Strawberry does."""
        finish(errors)


def build_schema() -> strawberry.Schema:
    """Build the schema anew; it may be used by any number of requests at once."""
    entities = [Researcher, Work, Topic, Institution, Source]
    peoples = [Account, Session, AccessToken, Claim, Invitation, Conversation, Message, Report, Notification, OwnerEdit]
    return CodedSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[*entities, *peoples],
        execution_context_class=ProjectingExecutor,
    )


def sdl() -> str:
    """Return the schema in the schema definition language, as it is committed in `schema.graphql`."""
    return build_schema().as_str().rstrip() + "\n"
