"""Reports: of the viewer's, and for moderators of everybody's."""

from collections.abc import Collection

from graphdb.collaboration import reports, upheld
from graphdb.collaboration.reports import REPORT_ORDER, ReportDecision, ReportReason, ReportRecord, ReportState
from graphdb.follows.errors import UnknownEntityError
from graphdb.ids import kind_of
from graphdb.keyset import MAX_ROOT_PAGE, PageArguments, page_request
from graphdb.pages import Edge, Page
from resolvers.attempts import Limit
from resolvers.authorisation import (
    in_good_standing,
    is_moderator,
    moderator,
    moderator_who_reads,
    viewer_who_reads,
)
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName

REPORTING = Limit("report", 30, 3600)
"""Of an account."""


async def report(context: RequestContext, about: str, reason: ReportReason, text: str | None) -> ReportRecord:
    """Report something; raises what `reports.report` raises, `TooManyAttemptsError`, and as `in_good_standing`."""
    account = in_good_standing(context)
    context.services.attempts.take(REPORTING, account.id)
    current, kind = about, kind_of(about)
    if kind is not None:
        entity = await context.loaders.entity_by_name.load(EntityName(kind, "id", about))
        if entity is None:
            raise UnknownEntityError
        current = entity.id
    return await context.graph.change(lambda change: reports.report(change, account.id, current, reason, text))


async def close(context: RequestContext, id_: str, decision: ReportDecision) -> ReportRecord:
    """Close a report; raises what `close_report` and `moderator` raise."""
    account = moderator(context)
    return await context.graph.change(lambda change: reports.close_report(change, account.id, id_, decision))


async def suspend(context: RequestContext, report: str, days: int) -> str | None:
    """Suspend the account that a report is about, and return until when; raises what `upheld.suspend` raises.

    Raises what `moderator` raises, too.
    """
    account = moderator(context)
    return await context.graph.change(lambda change: upheld.suspend(change, account.id, report, days))


async def all_reports(
    context: RequestContext, states: Collection[ReportState] | None, arguments: PageArguments
) -> Page[Edge[ReportRecord]]:
    """Return a page of everybody's reports, for moderators.

    Raises `BadBoundError`, `BadCursorError`, and what `moderator_who_reads` raises.
    """
    moderator_who_reads(context)
    wanted = sorted(set(states if states is not None else ReportState))
    request = page_request(f"Query.reports {','.join(wanted)}", REPORT_ORDER, arguments, MAX_ROOT_PAGE)
    return await reports.reports(context.graph, wanted, request)


async def own_report(context: RequestContext, id_: str) -> ReportRecord | None:
    """Return a report that the viewer made, or of anybody's to a moderator; None if it is none of these."""
    viewer = viewer_who_reads(context)
    everybodys = is_moderator(context)
    if viewer is None and not everybodys:
        return None
    account = viewer.account.id if viewer is not None else ""
    return await reports.report_by_id(context.graph, account, id_, everybodys=everybodys)
