"""What a mutation answers instead of its payload."""

import strawberry

from graphdb.errors import GraphError
from resolvers.errors import code_of


@strawberry.interface(description="Why a mutation did nothing.")
class UserError:
    """Base of the errors that stand in the unions of mutations."""

    message: str = strawberry.field(description="What happened and what to do, as sentences.")
    code: str = strawberry.field(description="One of the codes of errors, for programs.")


def told(error: GraphError) -> dict[str, str]:
    """Return the fields of a `UserError` for an error of the domain."""
    return {"message": str(error), "code": code_of(error).code}
