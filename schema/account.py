"""Accounts, and who is asking."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb.accounts.records import (
    AccessScope,
    AccessTokenRecord,
    AccountRecord,
    AccountRole,
    SessionRecord,
    SignInMethod,
)
from graphdb.keyset import PageArguments
from graphdb.notifications.records import EmailDigest, NotificationKind
from resolvers import claims, follows, owner_edits
from resolvers.accounts import access_tokens, sessions
from resolvers.authorisation import suspended_until
from resolvers.collaboration import blocks, conversations, invitations
from resolvers.notifications import notifications
from schema.blocking import BlockedAccountConnection
from schema.conversation import ConversationConnection
from schema.fields import field
from schema.follow import FeedConnection, FollowConnection, FollowedKinds
from schema.invitation import InvitationConnection, InvitationStates
from schema.node import Info, Node
from schema.notification import NotificationConnection
from schema.owner_edits import OfResearcher, OwnerEditConnection
from schema.paging import After, First

if TYPE_CHECKING:
    from schema.claim import ClaimConnection
    from schema.researcher import Researcher

strawberry.enum(
    AccountRole, description="What an account may do beyond its own things: nothing, or decide what moderators decide."
)
strawberry.enum(
    AccessScope,
    description="What an access token allows: to read what is the person's own; to change things; to act as a "
    "moderator, if the person is one. What all may see needs no scope.",
)
strawberry.enum(
    EmailDigest,
    description="How often somebody gets a letter about what they have not read: once a day at most, or never.",
)
strawberry.enum(SignInMethod, description="How somebody signed in: by a link in an e-mail, or at ORCID.")


@strawberry.type(description="A browser that is signed in to an account.")
class Session(Node):
    """Read from a `SessionRecord`."""

    method: SignInMethod = strawberry.field(description="How it began.")
    user_agent: str | None = strawberry.field(description="What the browser calls itself.")
    created_at: str = strawberry.field(description="When it began: ISO 8601 date-time in UTC.")
    last_seen_at: str = strawberry.field(description="When it was last used, to the hour.")
    expires_at: str = strawberry.field(
        description="When it ends: 30 days after it was last used, 180 days after it began at the latest."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, SessionRecord)

    @field("It is the session that asks.")
    def is_current(self, info: Info) -> bool:
        return sessions.is_current(info.context, self.id)


@strawberry.type(description="What a program comes with to act for a person.")
class AccessToken(Node):
    """Read from an `AccessTokenRecord`."""

    name: str = strawberry.field(description="What it is for.")
    scopes: list[AccessScope] = strawberry.field(description="What it allows.")
    created_at: str = strawberry.field(description="When it was made: ISO 8601 date-time in UTC.")
    last_used_at: str | None = strawberry.field(description="When it was last used, to the hour; null: never.")
    expires_at: str = strawberry.field(description="When it ends.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, AccessTokenRecord)


@strawberry.type(description="Somebody who may sign in. An account is shown to nobody but its owner.")
class Account(Node):
    """Read from an `AccountRecord`."""

    email: str | None = strawberry.field(
        description="Address that sign-in links go to, in lower case; null for somebody who signs in at ORCID alone."
    )
    name: str | None = strawberry.field(description="What the person is called on the site; null until they say it.")
    orcid: str | None = strawberry.field(
        description="Bare ORCID iD, which the person has proved by signing in at ORCID."
    )
    role: AccountRole = strawberry.field(description="What the account may do beyond its own things.")
    created_at: str = strawberry.field(description="When it was made: ISO 8601 date-time in UTC.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, AccountRecord)

    @field("Until when moderators keep the account from reaching others; null: they do not.")
    def suspended_until(self) -> str | None:
        return suspended_until(_record(self))

    @field("How often the person gets a letter about what has not been read.")
    def email_digest(self) -> EmailDigest:
        return _record(self).digest

    @field("Kinds of notifications that the person does not want.")
    def muted_notifications(self) -> list[NotificationKind]:
        return list(_record(self).muted)

    @field("The browsers that are signed in, the last seen first; 50 at most.")
    async def sessions(self, info: Info) -> list[Session]:
        return cast("list[Session]", await sessions.sessions_of(info.context, self.id))

    @field("The access tokens that hold, the newest first; 50 at most.")
    async def access_tokens(self, info: Info) -> list[AccessToken]:
        return cast("list[AccessToken]", await access_tokens.access_tokens_of(info.context, self.id))

    @field("Author records that are the account's own, by id; 50 at most.")
    async def records(self, info: Info) -> list[Annotated["Researcher", strawberry.lazy("schema.researcher")]]:
        return cast("list[Researcher]", await claims.records_of(info.context, self.id))

    @field("Claims that the account has made: the newest first, then by id.")
    async def claims(
        self, info: Info, *, first: First = None, after: After = None
    ) -> Annotated["ClaimConnection", strawberry.lazy("schema.claim")] | None:
        return cast("ClaimConnection", await claims.claims_of(info.context, self.id, PageArguments(first, after)))

    @field("Edits that the account has made of its author records: the last one first.")
    async def owner_edits(
        self, info: Info, *, researcher: OfResearcher = None, first: First = None, after: After = None
    ) -> OwnerEditConnection | None:
        page = await owner_edits.edits_of(info.context, self.id, researcher, PageArguments(first, after))
        return cast("OwnerEditConnection", page)

    @field(
        "Open claims of people with whom the account has written works, that it may vouch for and has not: who has "
        "waited longest comes first, then by id."
    )
    async def claims_to_vouch_for(
        self, info: Info, *, first: First = None, after: After = None
    ) -> Annotated["ClaimConnection", strawberry.lazy("schema.claim")] | None:
        page = await claims.claims_to_vouch_for(info.context, self.id, PageArguments(first, after))
        return cast("ClaimConnection", page)

    @field("What the account follows: what was followed last comes first, then by id.")
    async def follows(
        self, info: Info, *, kinds: FollowedKinds = None, first: First = None, after: After = None
    ) -> FollowConnection | None:
        page = await follows.follows_of(info.context, self.id, kinds, PageArguments(first, after))
        return cast("FollowConnection", page)

    @field(
        "Works that were imported since the account began to follow what they belong to: what was imported last comes "
        "first, then by id."
    )
    async def feed(self, info: Info, *, first: First = None, after: After = None) -> FeedConnection | None:
        return cast("FeedConnection", await follows.feed_of(info.context, self.id, PageArguments(first, after)))

    @field("The invitations that the account sent or drafts, the newest first, then by id.")
    async def sent_invitations(
        self, info: Info, *, states: InvitationStates = None, first: First = None, after: After = None
    ) -> InvitationConnection | None:
        page = await invitations.sent_by(info.context, self.id, states, PageArguments(first, after))
        return cast("InvitationConnection", page)

    @field("The invitations that the account got, the newest first, then by id; none of people whom it has blocked.")
    async def received_invitations(
        self, info: Info, *, states: InvitationStates = None, first: First = None, after: After = None
    ) -> InvitationConnection | None:
        page = await invitations.received_by(info.context, self.id, states, PageArguments(first, after))
        return cast("InvitationConnection", page)

    @field("The conversations of the account: the one with the latest message first, then by id.")
    async def conversations(
        self, info: Info, *, first: First = None, after: After = None
    ) -> ConversationConnection | None:
        page = await conversations.conversations_of(info.context, self.id, PageArguments(first, after))
        return cast("ConversationConnection", page)

    @field("How many messages to the account it has not read.")
    async def unread_messages_count(self, info: Info) -> int | None:
        return await conversations.unread_messages_of(info.context, self.id)

    @field("What the account is told of: what happened last comes first.")
    async def notifications(
        self,
        info: Info,
        *,
        unread: Annotated[bool, strawberry.argument(description="Only those that have not been read.")] = False,
        first: First = None,
        after: After = None,
    ) -> NotificationConnection | None:
        arguments = PageArguments(first, after)
        page = await notifications.notifications_of(info.context, self.id, arguments, unread=unread)
        return cast("NotificationConnection", page)

    @field("How many notifications the account has not read.")
    async def unread_notifications_count(self, info: Info) -> int | None:
        return await notifications.unread_of(info.context, self.id)

    @field("Whom the account has blocked: who was blocked last comes first, then by id.")
    async def blocked(self, info: Info, *, first: First = None, after: After = None) -> BlockedAccountConnection | None:
        page = await blocks.blocks_of(info.context, self.id, PageArguments(first, after))
        return cast("BlockedAccountConnection", page)


def _record(account: Account) -> AccountRecord:
    return cast("AccountRecord", cast("object", account))


def as_account(record: AccountRecord) -> Account:
    """Return a record as what a field of type `Account` gives: the executor reads the record itself."""
    return cast("Account", cast("object", record))


@strawberry.type
class AccountQuery:
    """Root fields."""

    @field("The account that asks; null for somebody who is not signed in.")
    def viewer(self, info: Info) -> Account | None:
        record = sessions.viewer_account(info.context)
        return as_account(record) if record is not None else None
