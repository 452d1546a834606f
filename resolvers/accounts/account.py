"""What people do with their accounts as a whole."""

from dataclasses import replace
from typing import Any

from graphdb.accounts import deletion, profile
from graphdb.accounts.export import exported_account
from graphdb.accounts.profile import AccountWishes, Named
from graphdb.accounts.records import AccountRecord
from graphdb.accounts.text import line
from graphdb.owner_edits.following import edited_by, follow_owners
from resolvers.authorisation import in_session, signed_in, viewer_who_reads
from resolvers.context import RequestContext

LONGEST_NAME = 100


async def update(context: RequestContext, wishes: AccountWishes) -> AccountRecord:
    """Change what who asks is called, or wants; raises `BadAccountInputError` and what `signed_in` raises."""
    account = signed_in(context)
    if wishes.named is not None:
        wishes = replace(wishes, named=Named(line("name", wishes.named.name, LONGEST_NAME)))
    return await context.graph.change(lambda change: profile.update_account(change, account.id, wishes))


async def delete(context: RequestContext) -> str:
    """Delete the account of who asks, and return its id; raises what `in_session` raises."""
    account, _ = in_session(context)
    records = await edited_by(context.graph, account.id)
    await context.graph.change(lambda change: deletion.delete_account(change, account.id))
    await follow_owners(context.services.endpoint, records)
    if context.caller.cookie is not None:
        context.caller.cookie.forgotten = True
    return account.id


async def exported(context: RequestContext) -> dict[str, list[dict[str, Any]]] | None:
    """Return all that is kept of who asks, None for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return await exported_account(context.graph, viewer.account.id) if viewer is not None else None
