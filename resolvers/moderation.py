"""What moderators decide on who is who, and what they look through."""

from collections.abc import Callable, Sequence

from graphdb.accounts.text import paragraphs
from graphdb.audit import AuditKind
from graphdb.entities import check_id
from graphdb.keyset import MAX_NESTED_PAGE, MAX_ROOT_PAGE, PageArguments, page_request
from graphdb.moderation import queues
from graphdb.moderation.deciding import decide, logged
from graphdb.moderation.people import merge_researchers, split_researcher, undo_merge
from graphdb.moderation.queues import AuditEventRecord, IdentityDecisionRecord, Namesakes
from graphdb.pages import Edge, Page
from graphdb.records import ResearcherRecord
from graphdb.records.decision import DecisionRecord
from graphdb.writer.graph_writer import GraphWriter
from resolvers.authorisation import moderator, moderator_who_reads
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName

LONGEST_REASON = 1_000


async def merge(
    context: RequestContext, keep: str, merged: str, *, reason: str | None, preview: bool
) -> DecisionRecord:
    """Make two researchers one; raises what `merge_researchers` raises, `BadAccountInputError`, and as `moderator`."""
    by = moderator(context).id
    said = paragraphs("reason", reason, LONGEST_REASON)
    also = logged(AuditKind.RESEARCHERS_MERGED, by)
    return await _decided(
        context,
        lambda writer: merge_researchers(writer, keep, merged, by=by, reason=said, preview=preview, also=also),
    )


async def split(
    context: RequestContext, researcher: str, works: Sequence[str], *, reason: str | None, preview: bool
) -> DecisionRecord:
    """Give works to a new researcher; raises what `split_researcher` raises, `BadAccountInputError`, as `moderator`."""
    by = moderator(context).id
    said = paragraphs("reason", reason, LONGEST_REASON)
    also = logged(AuditKind.RESEARCHER_SPLIT, by)
    return await _decided(
        context,
        lambda writer: split_researcher(writer, researcher, works, by=by, reason=said, preview=preview, also=also),
    )


async def undo(context: RequestContext, decision: str, *, reason: str | None, preview: bool) -> DecisionRecord:
    """Take back a merge or a split; raises what `undo_merge` raises, `BadAccountInputError`, and as `moderator`."""
    by = moderator(context).id
    said = paragraphs("reason", reason, LONGEST_REASON)
    also = logged(AuditKind.DECISION_UNDONE, by)
    return await _decided(
        context, lambda writer: undo_merge(writer, decision, by=by, reason=said, preview=preview, also=also)
    )


async def _decided(context: RequestContext, work: Callable[[GraphWriter], DecisionRecord]) -> DecisionRecord:
    done = await decide(context.services.endpoint, work)
    context.forget()
    return done


async def researcher_of(context: RequestContext, id_: str) -> ResearcherRecord | None:
    """Return the researcher who answers to an id; None where a preview made one who is not there."""
    found = await context.loaders.entity_by_name.load(EntityName("Researcher", "id", id_))
    return found if isinstance(found, ResearcherRecord) else None


async def namesakes(context: RequestContext, arguments: PageArguments) -> Namesakes:
    """Return people of whose name there are others who may be the same, for moderators.

    Raises `BadBoundError`, `BadCursorError` and what `moderator_who_reads` raises.
    """
    moderator_who_reads(context)
    request = page_request("Query.possibleDuplicates", queues.BY_WORKS, arguments, MAX_NESTED_PAGE)
    return await queues.namesakes(context.graph, request)


async def identity_decisions(
    context: RequestContext, researcher: str | None, arguments: PageArguments
) -> Page[Edge[IdentityDecisionRecord]]:
    """Return a page of merges and splits, for moderators; raises `BadIdError` too."""
    moderator_who_reads(context)
    about = check_id(researcher, "Researcher") if researcher is not None else None
    request = page_request(f"Query.identityDecisions {about or ''}", queues.DECISION_ORDER, arguments, MAX_ROOT_PAGE)
    return await queues.identity_decisions(context.graph, about, request)


async def audit_events(
    context: RequestContext,
    by: str | None,
    about: str | None,
    kinds: Sequence[AuditKind] | None,
    arguments: PageArguments,
) -> Page[Edge[AuditEventRecord]]:
    """Return a page of the audit log, for moderators."""
    moderator_who_reads(context)
    of = sorted(kinds) if kinds is not None else None
    name = f"Query.auditEvents {by or ''} {about or ''} {','.join(of) if of is not None else '*'}"
    request = page_request(name[:500], queues.AUDIT_ORDER, arguments, MAX_ROOT_PAGE)
    return await queues.audit_events(context.graph, by, about, of, request)
