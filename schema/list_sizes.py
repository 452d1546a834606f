"""How long the lists of an answer may be, as far as the arguments of its fields tell: what a query costs.

A connection, a slice of the graph and a path hold lists whose lengths their own arguments decide; a list that no
argument bounds is taken to be about as long as it usually is at its longest.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graphdb.accounts.access_tokens import MAX_ACCESS_TOKENS
from graphdb.accounts.sign_in import MAX_SESSIONS
from graphdb.claims.proofs import MAX_EVIDENCE
from graphdb.claims.records import MAX_RECORDS
from graphdb.collaboration.introductions import LONGEST
from graphdb.follows.feed import REASONS
from graphdb.keyset import DEFAULT_PAGE, MAX_NESTED_PAGE, MAX_ROOT_PAGE
from graphdb.notifications.records import NotificationKind
from graphdb.research_graph.paths import PATHS_FROM
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import MAX_DEPTH, MAX_NODES, MAX_PER_KIND
from resolvers.researcher import MAX_LOOK_ALIKES

Arguments = Mapping[str, Any]
"""Of a field, by name, as the document and the variables give them: of any type, since nothing has been checked yet."""

UNKNOWN = 100
"""A list that this module does not know; a test refuses such lists in the schema."""

EDGES_OF_A_NODE = 3
TRUNCATIONS_OF_A_NODE = 2


def _number(arguments: Arguments, name: str, default: int, most: int) -> int:
    """The argument within its bounds; what is beyond them is refused when the field is resolved."""
    value = arguments.get(name)
    return min(max(value, 0), most) if type(value) is int else default


def given_length(arguments: Arguments, *names: str) -> int:
    """How many values the arguments `names` hold together."""
    given = (arguments.get(name) for name in names)
    # GraphQL takes a single value where a list is wanted.
    return sum(len(value) if isinstance(value, list) else value is not None for value in given)


def _rows_of_page(arguments: Arguments, most: int) -> int:
    name = "last" if arguments.get("last") is not None else "first"
    return _number(arguments, name, DEFAULT_PAGE, most)


def _nodes_of_slice(arguments: Arguments) -> int:
    if "ids" in arguments:
        return min(given_length(arguments, "ids"), MAX_NODES)
    if "to" in arguments:
        return given_length(arguments, "from", "to") + _number(arguments, "first", 10, MAX_NESTED_PAGE)
    ring = total = given_length(arguments, "seeds") if "seeds" in arguments else 1
    step = _ways_on(arguments) * _number(arguments, "perKind", 12, MAX_PER_KIND)
    for _ in range(_number(arguments, "depth", 1, MAX_DEPTH)):
        ring = min(ring * step, MAX_NODES)
        total += ring
    return min(total, MAX_NODES)


def _ways_on(arguments: Arguments) -> int:
    """How many kinds of step may be taken from a node of the kind that has most of them."""
    kinds, edges = arguments.get("kinds"), arguments.get("edges")
    kinds = set(kinds) if isinstance(kinds, list) else set(EntityKind)
    edges = set(edges) if isinstance(edges, list) else set(EdgeKind)
    return max(sum(path.far in kinds and path.edge in edges for path in paths) for paths in PATHS_FROM.values())


HOLDERS: dict[str, Callable[[Arguments], int]] = {
    "PossibleDuplicateQueue": lambda arguments: _rows_of_page(arguments, MAX_NESTED_PAGE),
    "GraphSlice": _nodes_of_slice,
    "GraphPath": lambda arguments: _number(arguments, "maxLength", 6, 6) + 1,
}
"""By type: how many objects its lists hold, from the arguments of the field that gives it."""

LENGTHS: dict[str, Callable[[Arguments, int], int]] = {
    "nodes": lambda _, held: held,
    "edges": lambda _, held: held,
    "truncated": lambda _, held: held,
    "GraphSlice.edges": lambda _, held: held * EDGES_OF_A_NODE,
    "GraphSlice.truncated": lambda _, held: held * TRUNCATIONS_OF_A_NODE,
    "GraphSlice.counts": lambda *_: len(EntityKind),
    "GraphPath.edges": lambda _, held: held - 1,
    "Query.nodes": lambda arguments, _: given_length(arguments, "ids"),
    "Query.worksByIds": lambda arguments, _: given_length(arguments, "by"),
    "Query.suggest": lambda arguments, _: _number(arguments, "limit", 8, 50),
    "Query.pathsBetween": lambda arguments, _: _number(arguments, "limit", 3, 10),
    "Query.dataSources": lambda *_: 20,
    "Subscription.researchGraph": lambda arguments, _: _number(arguments, "depth", 1, MAX_DEPTH),
    "Subscription.importProgress": lambda *_: 1,
    "Subscription.notifications": lambda *_: 1,
    "WorkConnection.facets": lambda arguments, _: _number(arguments, "first", 10, MAX_NESTED_PAGE),
    "WorkConnection.groups": lambda arguments, _: _number(arguments, "first", 50, MAX_NESTED_PAGE),
    "Group.values": lambda *_: 3,
    "CollaborationEdge.through": lambda arguments, _: _number(arguments, "first", 3, MAX_NESTED_PAGE),
    "GraphEdge.works": lambda arguments, _: _number(arguments, "first", 10, MAX_NESTED_PAGE),
    "GraphNode.expandable": lambda *_: 5,
    "Researcher.possibleDuplicates": lambda arguments, _: _number(arguments, "first", 10, MAX_LOOK_ALIKES),
    "Account.mutedNotifications": lambda *_: len(NotificationKind),
    "Account.sessions": lambda *_: MAX_SESSIONS,
    "Account.accessTokens": lambda *_: MAX_ACCESS_TOKENS,
    "Account.records": lambda *_: MAX_RECORDS,
    "AuditEvent.details": lambda *_: 6,
    "PossibleDuplicateQueue.researchers": lambda _, held: held,
    "DecisionOutcome.before": lambda *_: 2,
    "DecisionOutcome.after": lambda *_: 2,
    "Claim.evidence": lambda *_: MAX_EVIDENCE,
    "Invitation.introduction": lambda *_: LONGEST + 1,
    "FeedEdge.because": lambda *_: REASONS,
    "GraphView.pins": lambda *_: MAX_NODES,
    "Authorship.institutions": lambda *_: 3,
    "SearchEdge.highlights": lambda *_: 4,
    "SimilarWorkEdge.evidence": lambda *_: 4,
    "Trust.components": lambda *_: 8,
    "parts": lambda *_: 9,
    "identifiers": lambda *_: 8,
    "provenance": lambda *_: 5,
    "countsByYear": lambda *_: 60,
}
"""By field, or by type and field: how many objects the list has, from the arguments and what the type around holds."""


def held_by(parent: str, type_name: str, is_connection: bool) -> Callable[[Arguments], int]:
    """Return the function that tells how much is held by the value of a field of `parent` that gives `type_name`."""
    if is_connection:
        most = MAX_ROOT_PAGE if parent == "Query" else MAX_NESTED_PAGE
        return lambda arguments: _rows_of_page(arguments, most)
    if parent == "GraphView":
        # The arguments of its slice are in the store.
        return lambda _: MAX_NODES
    return HOLDERS.get(type_name, lambda _: 0)


def length_of(parent: str, field: str) -> Callable[[Arguments, int], int]:
    """Return the function that tells how many objects the list `field` of `parent` holds."""
    return LENGTHS.get(f"{parent}.{field}") or LENGTHS.get(field) or (lambda *_: UNKNOWN)
