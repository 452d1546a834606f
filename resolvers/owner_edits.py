"""Edits of author records by their owners: who may make, undo, decide on and see them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.moments import now
from graphdb.accounts.text import line, paragraphs
from graphdb.entities import check_id
from graphdb.ids import kind_of_peoples
from graphdb.keyset import MAX_NESTED_PAGE, MAX_ROOT_PAGE, PageArguments, page_request
from graphdb.moderation.deciding import decide
from graphdb.owner_edits import records, saying, works
from graphdb.owner_edits.errors import UnknownEditError, WorkNotInGraphError
from graphdb.owner_edits.records import OwnerEditKind, OwnerEditRecord, OwnerEditState, edit_by_id
from graphdb.owner_edits.saying import Saying
from graphdb.owner_edits.words import WORDS
from graphdb.pages import Edge, Page
from graphdb.records import ResearcherRecord
from graphdb.writer.graph_writer import GraphWriter
from resolvers.attempts import Limit
from resolvers.authorisation import (
    in_good_standing,
    is_moderator,
    moderator,
    moderator_who_reads,
    own_account,
    viewer_who_reads,
)
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName

R = TypeVar("R")

EDITING = Limit("edits of author records", 100, 3600)
"""Of an account."""
LONGEST_NAME = 100
LONGEST_ROLE = 100
LONGEST_BIO = 2_000
LONGEST_REASON = 1_000
FIRST_YEAR = 1900


@dataclass(slots=True)
class Said:
    """What an owner wants the record to say, by kind: None takes back what was said."""

    texts: dict[OwnerEditKind, str | None] = field(default_factory=dict)
    """Of NAME, BIO and ROLE."""
    open_to_collaborate: Sequence[bool | None] = ()
    """Nothing, or the one value."""
    affiliation: Sequence[tuple[str, int | None] | None] = ()
    """Nothing, or the one institution and the first year there."""


async def update(context: RequestContext, researcher: str, said: Said) -> ResearcherRecord | None:
    """Have a record say what its owner, the viewer, wants, and return it.

    Raises `UnknownResearcherError`, `NotOwnerError`, `UnknownInstitutionError`, `BadAccountInputError` and what
    `in_good_standing` raises.
    """
    account = _editor(context)
    sayings = [Saying(kind, _text(kind, text)) for kind, text in said.texts.items()]
    sayings += (
        Saying(OwnerEditKind.OPEN_TO_COLLABORATE, None if value is None else str(value).lower())
        for value in said.open_to_collaborate
    )
    for place in said.affiliation:
        institution, since = place or (None, None)
        sayings.append(Saying(OwnerEditKind.AFFILIATION, institution, _year(since)))
    record = await _done(context, lambda writer: saying.say(writer, account, researcher, sayings))
    found = await context.loaders.entity_by_name.load(EntityName("Researcher", "id", record))
    return found if isinstance(found, ResearcherRecord) else None


def _text(kind: OwnerEditKind, text: str | None) -> str | None:
    if kind is OwnerEditKind.BIO:
        return paragraphs("bio", text, LONGEST_BIO)
    return line(kind.lower(), text, LONGEST_NAME if kind is OwnerEditKind.NAME else LONGEST_ROLE)


def _year(since: int | None) -> int | None:
    latest = (now() + timedelta(days=366)).year
    if since is not None and not FIRST_YEAR <= since <= latest:
        raise BadAccountInputError(f"`since` may be {FIRST_YEAR} to {latest}.")
    return since


async def disown(context: RequestContext, researcher: str, work: str) -> OwnerEditRecord:
    """Take a work off the viewer's record; raises what `works.disown` and `in_good_standing` raise."""
    account = _editor(context)
    return await _done(context, lambda writer: works.disown(writer, account, researcher, work))


async def propose(context: RequestContext, researcher: str, work: str | None, position: int | None) -> OwnerEditRecord:
    """Say that a work is the viewer's; raises what `works.propose` and `in_good_standing` raise.

    `work` None: it is not in the graph, which is a `WorkNotInGraphError`.
    """
    account = _editor(context)
    if work is None:
        raise WorkNotInGraphError
    return await _done(context, lambda writer: works.propose(writer, account, researcher, work, position))


async def undo(context: RequestContext, id_: str) -> OwnerEditRecord:
    """Undo an edit of the viewer's, or anybody's for a moderator.

    Raises `UnknownEditError`, `EditStateError`, `NotOwnerError` and what `in_good_standing` raises.
    """
    account = _editor(context)
    everybodys = is_moderator(context)
    edit = await visible_edit(context, id_)
    if edit is None:
        raise UnknownEditError
    if edit.kind in WORDS:
        return await _done(context, lambda writer: saying.unsay(writer, account, id_, everybodys=everybodys))
    return await _done(context, lambda writer: works.undo(writer, account, id_, everybodys=everybodys))


async def decide_on(context: RequestContext, id_: str, *, accepted: bool, reason: str | None) -> OwnerEditRecord:
    """Accept or reject a proposed work, as a moderator; raises what `works.accept` and `moderator` raise."""
    account = moderator(context).id
    said = paragraphs("reason", reason, LONGEST_REASON)
    act = works.accept if accepted else works.reject
    return await _done(context, lambda writer: act(writer, account, id_, said))


def _editor(context: RequestContext) -> str:
    account = in_good_standing(context)
    context.services.attempts.take(EDITING, account.id)
    return account.id


async def _done(context: RequestContext, work: Callable[[GraphWriter], R]) -> R:
    done = await decide(context.services.endpoint, work)
    context.forget()
    return done


async def visible_edit(context: RequestContext, id_: str) -> OwnerEditRecord | None:
    """Return an edit to who made it and to moderators, None to everybody else."""
    viewer = viewer_who_reads(context)
    everybodys = is_moderator(context)
    if kind_of_peoples(id_) != "OwnerEdit" or (viewer is None and not everybodys):
        return None
    found = await edit_by_id(context.graph, id_)
    own = found is not None and viewer is not None and found.account == viewer.account.id
    return found if own or everybodys else None


async def edits_of(
    context: RequestContext, account: str, researcher: str | None, arguments: PageArguments
) -> Page[Edge[OwnerEditRecord]]:
    """Return a page of the viewer's edits; raises `BadBoundError`, `BadCursorError`, `BadIdError`, as `own_account`."""
    own_account(context, account)
    of = check_id(researcher, "Researcher") if researcher is not None else None
    request = page_request(f"Account.ownerEdits {of or ''}", records.EDIT_ORDER, arguments, MAX_NESTED_PAGE)
    return await records.edits_of(context.graph, account, of, request)


async def all_edits(
    context: RequestContext,
    states: Collection[OwnerEditState] | None,
    researcher: str | None,
    arguments: PageArguments,
) -> Page[Edge[OwnerEditRecord]]:
    """Return a page of everybody's edits, for moderators; raises what `edits_of` and `moderator_who_reads` raise."""
    moderator_who_reads(context)
    wanted = sorted(set(states if states is not None else OwnerEditState))
    of = check_id(researcher, "Researcher") if researcher is not None else None
    name = f"Query.ownerEdits {','.join(wanted)} {of or ''}"
    return await records.all_edits(
        context.graph, wanted, of, page_request(name, records.EDIT_ORDER, arguments, MAX_ROOT_PAGE)
    )
