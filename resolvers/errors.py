"""The catalogue of error codes, and which exception gets which."""

from dataclasses import dataclass

from graphdb.accounts.errors import (
    BadAccountInputError,
    BadEmailError,
    LinkUsedError,
    TooManyAccessTokensError,
    UnknownAccessTokenError,
    UnknownAccountError,
    UnknownSessionError,
)
from graphdb.claims.errors import (
    ClaimStateError,
    EvidenceRefusedError,
    NotCoauthorError,
    OwnClaimError,
    TooManyClaimsError,
    UnknownClaimError,
    UnknownRecordError,
)
from graphdb.collaboration.errors import (
    AlreadyConnectedError,
    AlreadyInvitedError,
    BlockedByViewerError,
    ClaimNeededError,
    ConversationClosedError,
    InvitationClosedError,
    InvitesOneselfError,
    NotOpenError,
    OneselfError,
    ReportClosedError,
    ReportNotUpheldError,
    TooManyBlocksError,
    TooManyInvitationsError,
    TooManyReportsError,
    UnknownConversationError,
    UnknownInvitationError,
    UnknownPersonError,
    UnknownReportError,
)
from graphdb.entities import BadIdError
from graphdb.errors import GraphError
from graphdb.follows.errors import OwnRecordError, TooManyFollowsError, UnknownEntityError
from graphdb.graph import GraphBusy, GraphUnavailable, QueryTimeout, QueryTooLarge
from graphdb.graph_views import GraphViewsFullError, UnknownSeedsError
from graphdb.keyset import BadBoundError, BadCursorError
from graphdb.moderation.errors import (
    AlreadyMergedError,
    AlreadyUndoneError,
    CoauthorsError,
    NothingToSplitError,
    NotTheirWorkError,
    SameResearcherError,
    TooManyWorksError,
    UnknownDecisionError,
    UnknownResearcherError,
    UnknownWorkError,
)
from graphdb.notifications.notify import UnknownNotificationError
from graphdb.owner_edits.errors import (
    AlreadyAuthorError,
    EditStateError,
    NoAuthorOfThatNameError,
    NotOwnerError,
    OwnProposalError,
    TooManyProposalsError,
    UnknownEditError,
    UnknownInstitutionError,
    WorkNotInGraphError,
)
from graphdb.owner_edits.works import HeldByNameError
from resolvers.refusals import (
    AccountSuspendedError,
    CookieNeededError,
    ForbiddenError,
    NotSignedInError,
    ScopeMissingError,
    SessionNeededError,
    TooManyAttemptsError,
)
from resolvers.sign_in_links import LinkExpiredError, LinkInvalidError


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One kind of error that a query can meet."""

    code: str
    """What `extensions.code` says."""
    meaning: str
    """What has happened."""
    action: str
    """What the caller can do."""


ACCOUNT_SUSPENDED = ErrorCode(
    "ACCOUNT_SUSPENDED",
    "Moderators have suspended the account for a time, which the message names.",
    "Wait until then.",
)
ALREADY_DECIDED = ErrorCode(
    "ALREADY_DECIDED",
    "Two researchers are merged already, or a decision is undone already.",
    "There is nothing to do; `identityDecisions` lists what was decided.",
)
ALREADY_CONNECTED = ErrorCode(
    "ALREADY_CONNECTED",
    "The two people are in conversation already.",
    "Write a message.",
)
ALREADY_INVITED = ErrorCode(
    "ALREADY_INVITED",
    "An invitation from one of the two people to the other waits for its answer; the message says whose.",
    "Answer it, wait for the answer, or withdraw it.",
)
BAD_BOUND = ErrorCode(
    "BAD_BOUND",
    "An argument is outside of its bounds, or two arguments contradict each other; the message names them.",
    "Stay within the bound; read more with cursors.",
)
BAD_CURSOR = ErrorCode(
    "BAD_CURSOR",
    "An `after` or `before` is not a cursor of this list in this order and under this filter.",
    "Pass a cursor that the same field gave under the same orderBy and filter, or start from the first page.",
)
BAD_EMAIL = ErrorCode(
    "BAD_EMAIL",
    "A text is no e-mail address that mail can be sent to.",
    "Write the address as name@host, with letters of the Latin alphabet before the @.",
)
BAD_ID = ErrorCode(
    "BAD_ID",
    "A text cannot be the id of anything, or of anything of the kind that is asked for.",
    "Pass ids as the `id` fields give them; look up by slug or identifier otherwise.",
)
BAD_INPUT = ErrorCode(
    "BAD_INPUT",
    "A value does not fit the type that the schema gives it, or what is asked for does not exist in this shape.",
    "Compare the operation and its variables with the schema.",
)
BAD_SPLIT = ErrorCode(
    "BAD_SPLIT",
    "A split names no work, all of them, or one of which the researcher is no author.",
    "Name those works of the researcher alone that are somebody else's.",
)
CLAIM_STATE = ErrorCode(
    "CLAIM_STATE",
    "What was to be done to a claim does not exist in the state that it is in; the message names both.",
    "Read `state` of the claim; one that has ended is followed by a new one.",
)
COAUTHORS = ErrorCode(
    "COAUTHORS",
    "The two are authors of one work: they are two people there.",
    "Where a source lists one person twice, split that work off one of them first.",
)
BLOCKED_BY_VIEWER = ErrorCode(
    "BLOCKED_BY_VIEWER",
    "The viewer has blocked the person.",
    "Unblock them first.",
)
CLAIM_NEEDED = ErrorCode(
    "CLAIM_NEEDED",
    "Only between people who own their author records; the message says whose is not claimed.",
    "Claim the record, or wait until its owner does.",
)
CONVERSATION_CLOSED = ErrorCode(
    "CONVERSATION_CLOSED",
    "Nothing can be written in the conversation at the moment; why is not told.",
    "Try again another day.",
)
COOKIE_NEEDED = ErrorCode(
    "COOKIE_NEEDED",
    "Signing in and out was asked in a way whose answer cannot set a cookie.",
    "Ask by POST and accept JSON; events and WebSockets cannot.",
)
EVIDENCE_REFUSED = ErrorCode(
    "EVIDENCE_REFUSED",
    "What was brought as evidence proves nothing of the record that is claimed; the message says why.",
    "Bring evidence that has to do with the record.",
)
FORBIDDEN = ErrorCode(
    "FORBIDDEN",
    "The account may not do this; the message says who may.",
    "Ask somebody who may.",
)
GRAPH_BUSY = ErrorCode(
    "GRAPH_BUSY",
    "More is asked of the graph database at the moment than it can answer.",
    "Try again in a moment, as the Retry-After header says.",
)
GRAPH_VIEWS_FULL = ErrorCode(
    "GRAPH_VIEWS_FULL",
    "As many views are saved as there may be.",
    "Keep the arguments of the graph instead.",
)
GRAPH_UNAVAILABLE = ErrorCode(
    "GRAPH_UNAVAILABLE",
    "The graph database does not answer.",
    "Try again in a moment.",
)
INTERNAL = ErrorCode(
    "INTERNAL",
    "Something went wrong that should not have; `extensions.errorId` names the entry of the log that says what.",
    "Report the errorId.",
)
LINK_EXPIRED = ErrorCode(
    "LINK_EXPIRED",
    "A link in a letter is too old: to sign in it holds for 15 minutes, to confirm an address for a day.",
    "Ask for a new one.",
)
INVITATION_CLOSED = ErrorCode(
    "INVITATION_CLOSED",
    "The invitation is accepted, declined, withdrawn or expired, which is final.",
    "Send a new one.",
)
LINK_EXPIRED = ErrorCode("LINK_EXPIRED", "A sign-in link is older than 15 minutes.", "Ask for a new one.")
LINK_INVALID = ErrorCode(
    "LINK_INVALID",
    "A text is no link of this site of the kind that is meant, or not the whole of one, or for another account.",
    "Use the link as it stands in the letter, or ask for a new one.",
)
LINK_USED = ErrorCode(
    "LINK_USED",
    "A link in a letter has been used, or a later sign-in has made it void.",
    "Ask for a new one.",
)
NOT_COAUTHOR = ErrorCode(
    "NOT_COAUTHOR",
    "Only who has proven an author record of their own may vouch for a co-author.",
    "Claim your own record, and prove it.",
)
NOT_OPEN = ErrorCode(
    "NOT_OPEN",
    "The person takes no invitations at the moment, or none from the viewer; why is not told.",
    "Try again another month.",
)
NOT_SIGNED_IN = ErrorCode(
    "NOT_SIGNED_IN",
    "Only somebody who is signed in can do this.",
    "Sign in, or send an access token as `Authorization: Bearer …`.",
)
ONESELF = ErrorCode(
    "ONESELF",
    "What is done to others, such as blocking and reporting, was to be done to the viewer.",
    "Name somebody else.",
)
OUT_OF_MEMORY = ErrorCode(
    "OUT_OF_MEMORY",
    "The query needs more memory than the graph database has.",
    "Ask for less at once: fewer ids, kinds of edge or steps.",
)
OWN_CLAIM = ErrorCode(
    "OWN_CLAIM",
    "Nobody decides on a claim of their own, or vouches for it.",
    "Somebody else has to.",
)
OWN_RECORD = ErrorCode(
    "OWN_RECORD",
    "What was to be followed, or invited, is the viewer's own author record.",
    "Choose somebody else.",
)
REPORT_CLOSED = ErrorCode(
    "REPORT_CLOSED",
    "The report was closed before, with another decision.",
    "Read what it says now.",
)
REPORT_NOT_UPHELD = ErrorCode(
    "REPORT_NOT_UPHELD",
    "The report waits, or was dismissed: nobody is suspended for it.",
    "Close it as `UPHELD` first.",
)
SAME_RESEARCHER = ErrorCode(
    "SAME_RESEARCHER",
    "Both ids are one researcher's.",
    "Name two.",
)
SCOPE_MISSING = ErrorCode(
    "SCOPE_MISSING",
    "The access token does not allow this; the message names the scope.",
    "Make a token with that scope, or sign in.",
)
SESSION_NEEDED = ErrorCode(
    "SESSION_NEEDED",
    "An access token may not do this, whatever its scopes: it changes how one signs in.",
    "Sign in with a browser.",
)
TIMEOUT = ErrorCode(
    "TIMEOUT",
    "The query ran longer than it is allowed to.",
    "Ask for less at once.",
)
TOO_MANY_ACCESS_TOKENS = ErrorCode(
    "TOO_MANY_ACCESS_TOKENS",
    "The account has as many access tokens as it may.",
    "Revoke one that is not used any more.",
)
TOO_MANY_ATTEMPTS = ErrorCode(
    "TOO_MANY_ATTEMPTS",
    "This was tried more often than it may be for a while.",
    "Wait as long as the message says.",
)
TOO_MANY_CLAIMS = ErrorCode(
    "TOO_MANY_CLAIMS",
    "The account has as many open claims, or the claim as much evidence, as there may be.",
    "Withdraw a claim, or wait until one is decided.",
)
TOO_MANY_BLOCKS = ErrorCode(
    "TOO_MANY_BLOCKS",
    "The account has blocked as many people as it may.",
    "Unblock somebody.",
)
TOO_MANY_FOLLOWS = ErrorCode(
    "TOO_MANY_FOLLOWS",
    "The account follows as much as it may.",
    "Cease to follow something.",
)
TOO_MANY_INVITATIONS = ErrorCode(
    "TOO_MANY_INVITATIONS",
    "As many invitations of the account wait for answers, or were sent within a day, as may be.",
    "Withdraw one, or wait a day.",
)
TOO_MANY_REPORTS = ErrorCode(
    "TOO_MANY_REPORTS",
    "As many reports of the account wait as may be.",
    "Wait until moderators have looked at them.",
)
UNKNOWN_ID = ErrorCode(
    "UNKNOWN_ID",
    "Nothing that the viewer may see has the id, or is of the kind that is meant.",
    "Pass an id that the API gave to you.",
)
UNKNOWN_SEEDS = ErrorCode(
    "UNKNOWN_SEEDS",
    "Seeds of a view that was to be saved name nothing.",
    "Leave them out.",
)
ALREADY_AUTHOR = ErrorCode(
    "ALREADY_AUTHOR",
    "The work that was proposed is on the record already.",
    "There is nothing to do.",
)
AUTHOR_UNCLEAR = ErrorCode(
    "AUTHOR_UNCLEAR",
    "No author of the proposed work, or more than one, may be the owner of the record.",
    "Say with `position` which one it is.",
)
EDIT_STATE = ErrorCode(
    "EDIT_STATE",
    "The edit was decided on or undone, or is of another kind, or is the moderator's own proposal.",
    "Read how it stands now.",
)
HELD_BY_NAME = ErrorCode(
    "HELD_BY_NAME",
    "The proposed work is the only one of somebody whom an authority names, or whose record has an owner.",
    "If they are one person, merge the two with `mergeResearchers`.",
)
NOT_IN_GRAPH = ErrorCode(
    "NOT_IN_GRAPH",
    "The work that was proposed is not in the graph.",
    "Have the operator of the site import it, then propose it again.",
)
NOT_OWNER = ErrorCode(
    "NOT_OWNER",
    "The author record is not the viewer's.",
    "Claim it, if it is yours.",
)
TOO_MANY_PROPOSALS = ErrorCode(
    "TOO_MANY_PROPOSALS",
    "The account has as many proposals that wait as it may.",
    "Wait until moderators have decided on some.",
)

CATALOGUE = (
    ACCOUNT_SUSPENDED,
    ALREADY_AUTHOR,
    ALREADY_CONNECTED,
    ALREADY_DECIDED,
    ALREADY_INVITED,
    AUTHOR_UNCLEAR,
    BAD_BOUND,
    BAD_CURSOR,
    BAD_EMAIL,
    BAD_ID,
    BAD_INPUT,
    BAD_SPLIT,
    BLOCKED_BY_VIEWER,
    CLAIM_NEEDED,
    CLAIM_STATE,
    COAUTHORS,
    CONVERSATION_CLOSED,
    COOKIE_NEEDED,
    EDIT_STATE,
    EVIDENCE_REFUSED,
    FORBIDDEN,
    GRAPH_BUSY,
    GRAPH_UNAVAILABLE,
    GRAPH_VIEWS_FULL,
    HELD_BY_NAME,
    INTERNAL,
    INVITATION_CLOSED,
    LINK_EXPIRED,
    LINK_INVALID,
    LINK_USED,
    NOT_COAUTHOR,
    NOT_IN_GRAPH,
    NOT_OPEN,
    NOT_OWNER,
    NOT_SIGNED_IN,
    ONESELF,
    OUT_OF_MEMORY,
    OWN_CLAIM,
    OWN_RECORD,
    REPORT_CLOSED,
    REPORT_NOT_UPHELD,
    SAME_RESEARCHER,
    SCOPE_MISSING,
    SESSION_NEEDED,
    TIMEOUT,
    TOO_MANY_ACCESS_TOKENS,
    TOO_MANY_ATTEMPTS,
    TOO_MANY_BLOCKS,
    TOO_MANY_CLAIMS,
    TOO_MANY_FOLLOWS,
    TOO_MANY_INVITATIONS,
    TOO_MANY_PROPOSALS,
    TOO_MANY_REPORTS,
    UNKNOWN_ID,
    UNKNOWN_SEEDS,
)
"""Every code that a query can meet, sorted by code."""

_CODES: tuple[tuple[type[GraphError], ErrorCode], ...] = (
    # Those that are kinds of others come first.
    (AlreadyMergedError, ALREADY_DECIDED),
    (AlreadyUndoneError, ALREADY_DECIDED),
    (AccountSuspendedError, ACCOUNT_SUSPENDED),
    (AlreadyConnectedError, ALREADY_CONNECTED),
    (AlreadyInvitedError, ALREADY_INVITED),
    (BadAccountInputError, BAD_BOUND),
    (BadBoundError, BAD_BOUND),
    (BadCursorError, BAD_CURSOR),
    (BadEmailError, BAD_EMAIL),
    (BadIdError, BAD_ID),
    (ClaimStateError, CLAIM_STATE),
    (CoauthorsError, COAUTHORS),
    (BlockedByViewerError, BLOCKED_BY_VIEWER),
    (ClaimNeededError, CLAIM_NEEDED),
    (ConversationClosedError, CONVERSATION_CLOSED),
    (CookieNeededError, COOKIE_NEEDED),
    (EvidenceRefusedError, EVIDENCE_REFUSED),
    (ForbiddenError, FORBIDDEN),
    (GraphBusy, GRAPH_BUSY),
    (GraphUnavailable, GRAPH_UNAVAILABLE),
    (GraphViewsFullError, GRAPH_VIEWS_FULL),
    (InvitationClosedError, INVITATION_CLOSED),
    (InvitesOneselfError, OWN_RECORD),
    (LinkExpiredError, LINK_EXPIRED),
    (LinkInvalidError, LINK_INVALID),
    (LinkUsedError, LINK_USED),
    (NotCoauthorError, NOT_COAUTHOR),
    (NotTheirWorkError, BAD_SPLIT),
    (NothingToSplitError, BAD_SPLIT),
    (NotSignedInError, NOT_SIGNED_IN),
    (OwnClaimError, OWN_CLAIM),
    (OwnRecordError, OWN_RECORD),
    (QueryTimeout, TIMEOUT),
    (QueryTooLarge, OUT_OF_MEMORY),
    (SameResearcherError, SAME_RESEARCHER),
    (NotOpenError, NOT_OPEN),
    (NotSignedInError, NOT_SIGNED_IN),
    (OneselfError, ONESELF),
    (OwnRecordError, OWN_RECORD),
    (QueryTimeout, TIMEOUT),
    (QueryTooLarge, OUT_OF_MEMORY),
    (ReportClosedError, REPORT_CLOSED),
    (ReportNotUpheldError, REPORT_NOT_UPHELD),
    (ScopeMissingError, SCOPE_MISSING),
    (SessionNeededError, SESSION_NEEDED),
    (TooManyAccessTokensError, TOO_MANY_ACCESS_TOKENS),
    (TooManyAttemptsError, TOO_MANY_ATTEMPTS),
    (TooManyClaimsError, TOO_MANY_CLAIMS),
    (TooManyBlocksError, TOO_MANY_BLOCKS),
    (TooManyFollowsError, TOO_MANY_FOLLOWS),
    (TooManyInvitationsError, TOO_MANY_INVITATIONS),
    (TooManyReportsError, TOO_MANY_REPORTS),
    (UnknownAccessTokenError, UNKNOWN_ID),
    (UnknownAccountError, NOT_SIGNED_IN),
    (TooManyWorksError, BAD_BOUND),
    (UnknownClaimError, UNKNOWN_ID),
    (UnknownDecisionError, UNKNOWN_ID),
    (UnknownEntityError, UNKNOWN_ID),
    (UnknownRecordError, UNKNOWN_ID),
    (UnknownResearcherError, UNKNOWN_ID),
    (UnknownWorkError, UNKNOWN_ID),
    (UnknownConversationError, UNKNOWN_ID),
    (UnknownInvitationError, UNKNOWN_ID),
    (UnknownNotificationError, UNKNOWN_ID),
    (UnknownPersonError, UNKNOWN_ID),
    (UnknownReportError, UNKNOWN_ID),
    (UnknownSessionError, UNKNOWN_ID),
    (UnknownSeedsError, UNKNOWN_SEEDS),
    (AlreadyAuthorError, ALREADY_AUTHOR),
    (NoAuthorOfThatNameError, AUTHOR_UNCLEAR),
    (EditStateError, EDIT_STATE),
    (OwnProposalError, EDIT_STATE),
    (HeldByNameError, HELD_BY_NAME),
    (WorkNotInGraphError, NOT_IN_GRAPH),
    (NotOwnerError, NOT_OWNER),
    (TooManyProposalsError, TOO_MANY_PROPOSALS),
    (UnknownEditError, UNKNOWN_ID),
    (UnknownInstitutionError, UNKNOWN_ID),
    (GraphError, BAD_INPUT),
)


def code_of(error: BaseException) -> ErrorCode:
    """Return the code of an exception: `INTERNAL` for anything that is not an error of the graph's domain."""
    return next((code for type_, code in _CODES if isinstance(error, type_)), INTERNAL)
