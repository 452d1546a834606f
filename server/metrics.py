"""Figures for Prometheus, at `/metrics`."""

import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response

WORKERS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Environment variable of prometheus-client: the folder in which several workers put their figures together."""

# Labels must not grow with what clients ask for.
_PATHS = frozenset(
    (
        *("/", "/graphql", "/schema.graphql", "/healthz", "/readyz", "/metrics"),
        *(f"/export/works.{name}" for name in ("bib", "ris", "csl.json", "csv", "jsonl", "jsonld")),
        *(f"/export/graph.{name}" for name in ("graphml", "gexf", "csv", "json")),
    )
)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})

REQUESTS = Counter("bzpeer_http_requests", "HTTP requests answered.", ("method", "path", "status"))
SECONDS = Histogram(
    "bzpeer_http_request_seconds",
    "Seconds until a request was answered.",
    ("path",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
CYPHER_CALLS = Counter("bzpeer_cypher_calls", "Queries sent to Neo4j for requests.")
KEPT_ANSWERS = Counter(
    "bzpeer_kept_answers", "Answers to strangers that were found kept, or had to be read.", ("outcome",)
)
OPEN_STREAMS = Gauge(
    "bzpeer_open_streams", "WebSockets and event streams that are open.", ("kind",), multiprocess_mode="livesum"
)


def observe(method: str, path: str, status: int, seconds: float | None, cypher_calls: int) -> None:
    """Count one answered request; `seconds` is None for a stream, which lasts as long as somebody listens."""
    known_path = path if path in _PATHS else "other"
    REQUESTS.labels(method if method in METHODS else "other", known_path, str(status)).inc()
    if seconds is not None:
        SECONDS.labels(known_path).observe(seconds)
    if cypher_calls:
        CYPHER_CALLS.inc(cypher_calls)


async def metrics(_request: Request) -> Response:
    """The figures of this process, or of all workers where there are several."""
    if WORKERS_FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        body = generate_latest(registry)
    else:
        body = generate_latest()
    return Response(body, media_type=CONTENT_TYPE_LATEST)
