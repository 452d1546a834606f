"""The codes of requests that are refused before anything is read; `resolvers.errors` has those of what is read."""

import json
from dataclasses import asdict

from resolvers import errors
from resolvers.errors import ErrorCode

ACCESS_TOKEN_REFUSED = ErrorCode(
    "ACCESS_TOKEN_REFUSED",
    "The request came with an access token that is unknown, revoked or expired.",
    "Make a new one, or send none.",
)
ADDRESS_TOO_LONG = ErrorCode(
    "ADDRESS_TOO_LONG",
    "The parameters in the address of an export are longer than 60 KB.",
    "Ask by a shorter filter, or in several requests.",
)
BAD_REQUEST = ErrorCode(
    "BAD_REQUEST",
    "The request is not one of GraphQL over HTTP: the body or a parameter has the wrong shape.",
    'Send a JSON object such as {"query": "{ __typename }", "variables": {}}.',
)
BODY_TOO_LARGE = ErrorCode(
    "BODY_TOO_LARGE",
    "The body of the request is larger than 256 KB.",
    "Ask for less at once, or pass values as ids.",
)
CROSS_SITE_REQUEST = ErrorCode(
    "CROSS_SITE_REQUEST",
    "A page of another site asked in the name of its visitor.",
    "Ask from a program, or from a page of this site.",
)
EXPORTS_BUSY = ErrorCode(
    "EXPORTS_BUSY",
    "As many exports are running as the server makes at once.",
    "Try again when Retry-After says; ask for less at once.",
)
HOST_NOT_TRUSTED = ErrorCode(
    "HOST_NOT_TRUSTED",
    "The request is addressed to a host name that this server does not go by.",
    "Whoever runs the server can name the host in BZPEER_TRUSTED_HOSTS or BZPEER_PUBLIC_URL.",
)
INPUT_TOO_DEEP = ErrorCode(
    "INPUT_TOO_DEEP",
    "A value in the query or its variables is nested deeper than 12 lists and objects.",
    "Write the filter with fewer levels.",
)
LIST_TOO_LONG = ErrorCode(
    "LIST_TOO_LONG",
    "A list among the arguments holds more than 100 values (1,000 for `exclude`, `pins` and `inducedGraph(ids:)`).",
    "Ask in several requests.",
)
METHOD_NOT_ALLOWED = ErrorCode(
    "METHOD_NOT_ALLOWED",
    "The address does not answer to that method; mutations are not answered by GET.",
    "Use one of the methods that the Allow header names.",
)
NOT_ACCEPTABLE = ErrorCode(
    "NOT_ACCEPTABLE",
    "The client accepts neither application/json nor application/graphql-response+json, nor text/event-stream.",
    "Accept one of them.",
)
NOT_FOUND = ErrorCode("NOT_FOUND", "There is nothing at this address.", "Start from the page at /.")
NOT_MIGRATED = ErrorCode(
    "NOT_MIGRATED",
    "The graph database answers, but its migrations are not those of this program.",
    "Run `bzpeer db migrate`, or the version of the program that the graph was migrated by.",
)
OPERATION_NOT_FOUND = ErrorCode(
    "OPERATION_NOT_FOUND",
    "`operationName` names no operation of the document, or is missing where there are several.",
    "Name one of the operations.",
)
ORCID_AWAY = ErrorCode("ORCID_AWAY", "ORCID does not answer as it should.", "Try again later, or sign in by e-mail.")
ORCID_OFF = ErrorCode("ORCID_OFF", "The site is not set up to sign in with ORCID.", "Sign in by e-mail, at /sign-in.")
ORCID_REFUSED = ErrorCode(
    "ORCID_REFUSED",
    "A sign-in with ORCID has not come to its end; the message says why.",
    "Begin again at /sign-in.",
)
ORCID_TAKEN = ErrorCode(
    "ORCID_TAKEN",
    "The ORCID iD belongs to another account, or the account to another iD.",
    "Sign out, and sign in with ORCID.",
)
PERSISTED_QUERY_NOT_FOUND = ErrorCode(
    "PERSISTED_QUERY_NOT_FOUND",
    "The request names a document by a digest that the server does not know.",
    "Send the document as `query`; it is not remembered.",
)
QUERY_INVALID = ErrorCode(
    "QUERY_INVALID",
    "The document is GraphQL, but not of this schema.",
    "Compare it with /schema.graphql; GraphiQL underlines mistakes.",
)
QUERY_SYNTAX = ErrorCode("QUERY_SYNTAX", "The document is not GraphQL.", "Mend it where `locations` points.")
QUERY_TOO_COSTLY = ErrorCode(
    "QUERY_TOO_COSTLY",
    "The query costs more rows than one may: 50,000, if the server was not set up otherwise.",
    "Ask for fewer rows at each level with `first`, for what is found by traversal of fewer, or in several requests.",
)
QUERY_TOO_DEEP = ErrorCode(
    "QUERY_TOO_DEEP",
    "The fields of the query are nested deeper than 12 (introspection is exempt).",
    "Ask for the rest in another request, starting from the ids that this one gives.",
)
QUERY_TOO_LONG = ErrorCode(
    "QUERY_TOO_LONG", "The document has more than 2,000 tokens.", "Pass values as variables; ask in several requests."
)
RATE_LIMITED = ErrorCode(
    "RATE_LIMITED",
    "More was asked for from one address than it has been allowed for a while.",
    "Wait for as many seconds as the Retry-After header says; `rateLimit` tells how much is left.",
)
TOO_MANY_ALIASES = ErrorCode(
    "TOO_MANY_ALIASES",
    "The query has more than 30 aliases, those of fragments counted at every spread.",
    "Ask for many of a kind with `nodes` or a connection.",
)
TOO_MANY_DIRECTIVES = ErrorCode(
    "TOO_MANY_DIRECTIVES",
    "The query has more than 30 directives, those of fragments counted at every spread.",
    "Leave out what is not wanted instead.",
)
TOO_MANY_FIELDS = ErrorCode(
    "TOO_MANY_FIELDS",
    "The query selects more than 2,000 fields with its fragments put in place, or one field more than 50 times in one "
    "selection.",
    "Ask in several requests.",
)
TOO_MANY_ROOT_FIELDS = ErrorCode(
    "TOO_MANY_ROOT_FIELDS", "An operation asks for more than 20 root fields.", "Ask in several requests."
)
TOO_MANY_STREAMS = ErrorCode(
    "TOO_MANY_STREAMS",
    "The account, or the address of who is not signed in, holds as many WebSockets and event streams open as it may, "
    "which is 20 unless it was set otherwise.",
    "Close some; one WebSocket carries many subscriptions.",
)
TOO_MANY_SUBSCRIPTIONS = ErrorCode(
    "TOO_MANY_SUBSCRIPTIONS",
    "The WebSocket carries 20 operations, which is as many as it may.",
    "Complete some before others are begun.",
)
UNSUPPORTED_MEDIA_TYPE = ErrorCode(
    "UNSUPPORTED_MEDIA_TYPE", "The body is not JSON in UTF-8.", "Send Content-Type: application/json."
)

CATALOGUE = tuple(
    sorted(
        (*errors.CATALOGUE, *(value for value in tuple(vars().values()) if isinstance(value, ErrorCode))),
        key=lambda code: code.code,
    )
)
"""Every code that a client can meet, sorted by code."""


def catalogue_json() -> str:
    """Return the catalogue for programs: a JSON list of {code, meaning, action}, sorted by code."""
    return json.dumps([asdict(code) for code in CATALOGUE], indent=2, ensure_ascii=False) + "\n"
