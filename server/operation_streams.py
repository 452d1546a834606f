"""Operations whose results are sent one by one, over whatever carries them."""

import asyncio
import time
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import cast

import strawberry
import structlog
from graphql import GraphQLError
from starlette.requests import HTTPConnection
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from graphdb.graph import Graph
from resolvers.errors import NOT_SIGNED_IN, TIMEOUT
from server.admission import Admission, Admitted
from server.deadline import RequestGraph
from server.error_codes import METHOD_NOT_ALLOWED
from server.graphql_request import GraphQLRequest
from server.observability import current_request
from server.operations import coded_error, operation_type
from server.request_errors import RequestError

log = structlog.stdlib.get_logger()


LOOK_AGAIN = 30.0
"""Seconds of a subscription after which, before the next event, it is asked anew who listens."""
ENDED = "The session or access token that began this has ended."


@dataclass(slots=True)
class _Seen:
    at: float = field(default_factory=time.monotonic)


class OperationStreams:
    """Runs operations under the rules that hold for every request.

    `timeout` in seconds ends queries and mutations; a subscription may last as long as somebody listens, and its single
    reads are bounded.
    """

    def __init__(self, schema: strawberry.Schema, timeout: float, admission: Admission) -> None:
        self._schema = schema
        self._timeout = timeout
        self._admission = admission

    async def results(
        self,
        connection: HTTPConnection,
        asked: GraphQLRequest,
        admitted: Admitted,
        allowed: Collection[OperationType] = tuple(OperationType),
    ) -> AsyncGenerator[ExecutionResult, None]:
        """Give the results of an operation of an allowed type: one of a query, any number of a subscription.

        A single `PreExecutionError` says why it was not executed. Closing the generator ends what still runs in Neo4j.
        """
        try:
            kind = operation_type(self._schema, asked.query, asked.operation_name)
            if kind not in allowed:
                raise coded_error(f"No {kind.value} is answered here.", METHOD_NOT_ALLOWED)
        except GraphQLError as error:
            yield PreExecutionError(data=None, errors=[error])
            return
        shared: Graph = connection.app.state.graph
        graph = RequestGraph(shared)
        context = self._admission.context(connection, graph, admitted, sets_cookies=False)
        started, events = time.perf_counter(), 0
        seen = _Seen()
        try:
            async with asyncio.timeout(None if kind is OperationType.SUBSCRIPTION else self._timeout):
                results = await self._schema.stream(
                    asked.query,
                    variable_values=asked.variables,
                    context_value=context,
                    operation_name=asked.operation_name,
                )
                async with aclosing(results):
                    async for result in results:
                        if kind is OperationType.SUBSCRIPTION and not await self._still_is(connection, admitted, seen):
                            yield PreExecutionError(data=None, errors=[coded_error(ENDED, NOT_SIGNED_IN)])
                            return
                        events += 1
                        # Others are parts of answers that are sent in pieces, which the schema does not have.
                        yield cast("ExecutionResult", result)
        except TimeoutError:
            message = f"The operation took longer than {self._timeout:g} seconds."
            yield PreExecutionError(data=None, errors=[coded_error(message, TIMEOUT)])
        finally:
            graph.cancel()
            log.info(
                "operation",
                operation=current_request().operation_name,
                events=events,
                ms=round((time.perf_counter() - started) * 1000, 2),
            )

    async def _still_is(self, connection: HTTPConnection, admitted: Admitted, seen: _Seen) -> bool:
        """Whether who listens is still who began: sessions and access tokens end while events go on."""
        if admitted.viewer is None or time.monotonic() - seen.at < LOOK_AGAIN:
            return True
        try:
            viewer = await self._admission.viewer_of(connection, admitted.payload)
        except RequestError:
            return False
        seen.at = time.monotonic()
        return viewer is not None and viewer.account.id == admitted.viewer.account.id
