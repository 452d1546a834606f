"""Answers made small on their way, and only for who can read them."""

import gzip
import http.client
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import brotli
import httpx
import pytest
import strawberry
import zstandard
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from server.compression import SMALLEST, Compression

Answer = tuple[int, http.client.HTTPMessage, bytes]

READERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body),
}


def greeting(length: int) -> dict[str, Any]:
    return {"query": "query ($n: String!) { hello(name: $n) }", "variables": {"n": "long " * (length // 5)}}


def ask(client: httpx.Client, method: str, path: str, body: object = None, **headers: str) -> Answer:
    """Ask with no header but the given ones: httpx would unpack the answer, and say what it can read."""
    connection = http.client.HTTPConnection(client.base_url.host, client.base_url.port or 80, timeout=30)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        sent = json.dumps(body).encode() if body is not None else b""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if sent:
            given |= {"content-type": "application/json", "content-length": str(len(sent))}
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders(sent)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("zstd", "zstd"),
        ("br", "br"),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("zstd;q=0, br;q=0.5, gzip", "br"),
        ("br;q=0, zstd;q=0.000, *", "gzip"),
        ("*", "zstd"),
        ("gzip;q=0.1", "gzip"),
    ],
)
@pytest.mark.parametrize("media_type", ["application/json", "application/graphql-response+json"])
def test_a_large_answer_comes_in_the_best_coding_that_the_client_takes(
    tiny: httpx.Client, accepted: str, used: str, media_type: str
) -> None:
    plain = ask(tiny, "POST", "/graphql", greeting(5_000), accept=media_type)
    status, headers, body = ask(tiny, "POST", "/graphql", greeting(5_000), accept=media_type, accept_encoding=accepted)
    assert (status, headers["content-encoding"]) == (200, used)
    assert READERS[used](body) == plain[2]
    assert len(body) == int(headers["content-length"]) < len(plain[2]) / 10
    assert {name.strip().lower() for name in headers["vary"].split(",")} >= {"accept", "accept-encoding"}


@pytest.mark.parametrize(
    "accepted",
    [
        "",
        "identity",
        "deflate",
        "compress, x-gzip, snappy",
        "gzip;q=0",
        "*;q=0",
        "gzip;q=high",
        "gzip;q=nan",
        ";;;,,,q=1;",
        "gzip" * 10_000,
        '\xff"gzip"',
        "gzip\t;\tq\t=\t0",
    ],
    ids=lambda accepted: accepted[:20],
)
def test_a_client_that_takes_no_coding_of_ours_gets_the_plain_answer(tiny: httpx.Client, accepted: str) -> None:
    status, headers, body = ask(tiny, "POST", "/graphql", greeting(5_000), accept_encoding=accepted)
    assert (status, headers["content-encoding"]) == (200, None)
    assert json.loads(body)["data"]["hello"].startswith("Hello long")
    assert "accept-encoding" in headers["vary"].lower()


def test_a_client_that_names_no_coding_gets_the_plain_answer(tiny: httpx.Client) -> None:
    assert ask(tiny, "POST", "/graphql", greeting(5_000))[1]["content-encoding"] is None


def test_small_answers_are_left_as_they_are(tiny: httpx.Client) -> None:
    for path, sent in (("/healthz", None), ("/graphql", greeting(500)), ("/nothing", None)):
        headers = ask(tiny, "POST" if sent else "GET", path, sent, accept_encoding="zstd, br, gzip")[1]
        assert headers["content-encoding"] is None


@pytest.mark.parametrize("coding", ["zstd", "br", "gzip"])
def test_what_has_not_changed_is_not_sent_again_in_any_coding(tiny: httpx.Client, coding: str) -> None:
    address = f"/graphql?query=%7B%20hello(name:%22{'long-' * 500}%22)%20%7D"
    status, headers, body = ask(tiny, "GET", address, accept_encoding=coding)
    assert (status, headers["content-encoding"]) == (200, coding)
    # Weak: the same tag stands for the plain body, which is the same answer in other bytes.
    assert headers["etag"].startswith('W/"')
    assert headers["etag"] == ask(tiny, "GET", address)[1]["etag"]
    status, again, body = ask(tiny, "GET", address, accept_encoding=coding, if_none_match=headers["etag"])
    assert (status, body, again["content-encoding"]) == (304, b"", None)
    assert (again["etag"], "accept-encoding" in again["vary"].lower()) == (headers["etag"], True)


def test_the_tag_of_a_file_is_a_weak_one_where_the_file_is_compressed(tiny: httpx.Client) -> None:
    plain = ask(tiny, "GET", "/static/site.css")[1]["etag"]
    headers = ask(tiny, "GET", "/static/site.css", accept_encoding="br")[1]
    assert plain.startswith('"')
    assert (headers["content-encoding"], headers["etag"]) == ("br", f"W/{plain}")
    assert ask(tiny, "GET", "/static/site.css", accept_encoding="br", if_none_match=headers["etag"])[0] == 304


def test_a_part_of_a_file_is_not_compressed(tiny: httpx.Client) -> None:
    whole = ask(tiny, "GET", "/static/site.css")[2]
    status, headers, part = ask(tiny, "GET", "/static/site.css", accept_encoding="br", range="bytes=10-1999")
    assert (status, headers["content-encoding"], part) == (206, None, whole[10:2000])


Read = Callable[[bytes], bytes]
READERS_OF_PIECES: dict[str, Callable[[], Read]] = {
    "gzip": lambda: zlib.decompressobj(wbits=31).decompress,
    "br": lambda: brotli.Decompressor().process,
    "zstd": lambda: zstandard.ZstdDecompressor().decompressobj().decompress,
}


def test_each_event_arrives_when_it_happens_and_is_not_compressed(tiny: httpx.Client) -> None:
    body = {"query": "subscription { count(to: 2, pause: 0.5) }"}
    headers = {"accept": "text/event-stream", "accept-encoding": "zstd, br, gzip"}
    with tiny.stream("POST", "/graphql", json=body, headers=headers) as response:
        assert "content-encoding" not in response.headers
        pieces, seen = response.iter_raw(), b""
        while b'"count":1' not in seen:
            seen += next(pieces)
        assert b'"count":2' not in seen
        assert b'"count":2' in b"".join(pieces)


@pytest.fixture
def in_pieces(serve: Callable[[Starlette], AbstractContextManager[str]]) -> Iterator[httpx.Client]:
    """A server whose answers send a second piece only when the first one has been acknowledged."""
    import asyncio

    arrived = asyncio.Event()

    async def file(request: Request) -> Response:
        async def pieces() -> Any:
            yield b"id,title\n"
            await asyncio.wait_for(arrived.wait(), 10)
            yield b"1,last\n"

        return StreamingResponse(pieces(), media_type=request.query_params["type"])

    async def acknowledge(_request: Request) -> Response:
        arrived.set()
        return Response()

    app = Starlette(routes=[Route("/file", file), Route("/arrived", acknowledge)])
    app.add_middleware(Compression)
    with serve(app) as url, httpx.Client(base_url=url, timeout=15) as client:
        yield client


@pytest.mark.parametrize("coding", ["zstd", "br", "gzip"])
@pytest.mark.parametrize(
    "media_type",
    [
        "text/csv; charset=utf-8; header=present",
        "application/x-ndjson; charset=utf-8",
        "application/x-bibtex; charset=utf-8",
        "application/x-research-info-systems; charset=utf-8",
        "application/vnd.citationstyles.csl+json",
        "application/ld+json",
        "application/graphml+xml; charset=utf-8",
        "application/gexf+xml; charset=utf-8",
    ],
)
def test_no_piece_of_a_file_waits_for_the_next(in_pieces: httpx.Client, media_type: str, coding: str) -> None:
    headers = {"accept-encoding": coding}
    with in_pieces.stream("GET", "/file", params={"type": media_type}, headers=headers) as response:
        assert response.headers["content-encoding"] == coding
        decode, seen = READERS_OF_PIECES[coding](), b""
        pieces = response.iter_raw()
        while seen != b"id,title\n":
            seen += decode(next(pieces))
        in_pieces.get("/arrived")
        for piece in pieces:
            seen += decode(piece)
    assert seen == b"id,title\n1,last\n"


def test_the_bound_is_that_of_the_body(tiny: httpx.Client, tiny_schema: strawberry.Schema) -> None:
    def coded(length: int) -> str | None:
        name = "x" * (length - len('{"data":{"hello":"Hello "}}'))
        sent = {"query": "query ($n: String!) { hello(name: $n) }", "variables": {"n": name}}
        return ask(tiny, "POST", "/graphql", sent, accept_encoding="gzip")[1]["content-encoding"]

    # What the answer says of its cost is part of it.
    cost = len(',"extensions":{"cost":{"requested":0,"actual":0}}')
    assert coded(SMALLEST - 1 - cost) is None
    assert coded(SMALLEST - cost) == "gzip"
