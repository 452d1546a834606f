"""What people made or have, by its global id: shown to those whose it is, and null to everybody else.

Each kind has a reader, which asks `resolvers.authorisation` for itself: `node` and `nodes` know no other way.
"""

from collections.abc import Awaitable, Callable

from graphdb.accounts.records import AccessTokenRecord, AccountRecord, SessionRecord
from graphdb.claims.records import ClaimRecord
from graphdb.collaboration.conversations import ConversationRecord
from graphdb.collaboration.records import InvitationRecord, MessageRecord
from graphdb.collaboration.reports import ReportRecord
from graphdb.ids import kind_of_peoples
from graphdb.notifications.records import NotificationRecord
from graphdb.owner_edits.records import OwnerEditRecord
from resolvers.accounts.access_tokens import access_tokens_of
from resolvers.accounts.sessions import sessions_of, viewer_account
from resolvers.claims import visible_claim
from resolvers.collaboration.conversations import own_conversation, own_message
from resolvers.collaboration.invitations import own_invitation
from resolvers.collaboration.reports import own_report
from resolvers.context import RequestContext
from resolvers.notifications.notifications import own_notification
from resolvers.owner_edits import visible_edit

PrivateNode = (
    AccountRecord
    | SessionRecord
    | AccessTokenRecord
    | ClaimRecord
    | InvitationRecord
    | ConversationRecord
    | MessageRecord
    | ReportRecord
    | NotificationRecord
    | OwnerEditRecord
)


async def _account(context: RequestContext, id_: str) -> AccountRecord | None:
    account = viewer_account(context)
    return account if account is not None and account.id == id_ else None


async def _session(context: RequestContext, id_: str) -> SessionRecord | None:
    account = viewer_account(context)
    own = await sessions_of(context, account.id) if account is not None else []
    return next((session for session in own if session.id == id_), None)


async def _access_token(context: RequestContext, id_: str) -> AccessTokenRecord | None:
    account = viewer_account(context)
    own = await access_tokens_of(context, account.id) if account is not None else []
    return next((token for token in own if token.id == id_), None)


READERS: dict[str, Callable[[RequestContext, str], Awaitable[PrivateNode | None]]] = {
    "Account": _account,
    "Session": _session,
    "AccessToken": _access_token,
    "Claim": visible_claim,
    "Invitation": own_invitation,
    "Conversation": own_conversation,
    "Message": own_message,
    "Report": own_report,
    "Notification": own_notification,
    "OwnerEdit": visible_edit,
}
"""By label."""


async def private_node(context: RequestContext, id_: str) -> PrivateNode | None:
    """Return what the id names if the viewer may see it, None otherwise."""
    read = READERS.get(kind_of_peoples(id_) or "")
    return await read(context, id_) if read is not None else None
