"""`bzpeer moderator`: who may moderate."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from graphdb.accounts.email import normal_email
from graphdb.accounts.records import AccountRecord, AccountRole
from graphdb.accounts.roles import accounts_with_role, grant_role, revoke_role
from graphdb.connect import connect
from graphdb.graph import Graph
from graphdb.migrate import migrate
from server.cli.output import print_json, say
from server.settings import ServerSettings

app = typer.Typer(no_args_is_help=True, help="Who may moderate: grant, revoke and list.")

Result = TypeVar("Result")
Email = Annotated[str, typer.Argument(help="E-mail address of the account.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def grant(email: Email, json: Json = False) -> None:
    """Make somebody a moderator; who has no account yet is one at the first sign-in."""
    address = normal_email(email)

    async def work(graph: Graph) -> AccountRecord:
        return await graph.change(lambda change: grant_role(change, address, AccountRole.MODERATOR))

    account = _with_graph(work)
    if json:
        print_json(_shown(account))
    elif account.sign_ins:
        print(f"{address} is a moderator.")
    else:
        print(f"{address} is a moderator, and has not signed in yet.")


@app.command()
def revoke(email: Email, json: Json = False) -> None:
    """Take the role of a moderator from somebody, at once."""
    address = normal_email(email)

    async def work(graph: Graph) -> AccountRecord:
        return await graph.change(lambda change: revoke_role(change, address, AccountRole.MODERATOR))

    account = _with_graph(work)
    if json:
        print_json(_shown(account))
    else:
        print(f"{address} is no moderator.")


@app.command("list")
def list_(json: Json = False) -> None:
    """List the moderators."""
    accounts = _with_graph(lambda graph: accounts_with_role(graph, AccountRole.MODERATOR))
    if json:
        print_json([_shown(account) for account in accounts])
        return
    for account in accounts:
        print(account.email or f"{account.name or account.id} (ORCID {account.orcid})")
    if not accounts:
        say("Nobody is a moderator. Make somebody one with: bzpeer moderator grant EMAIL")


def _shown(account: AccountRecord) -> dict[str, object]:
    return {
        "id": account.id,
        "email": account.email,
        "orcid": account.orcid,
        "role": account.role,
        "hasSignedIn": account.sign_ins > 0,
    }


def _with_graph(work: Callable[[Graph], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        async with Graph.open(endpoint) as graph:
            return await work(graph)

    with connect(ServerSettings(), say) as endpoint:
        migrate(endpoint)
        return asyncio.run(run())
