import pytest

from server.negotiation import graphql_media_type, prefers_html

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
JSON = "application/json"
RESPONSE = "application/graphql-response+json"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        (f"{JSON}, {RESPONSE}", RESPONSE),
        (f"{RESPONSE}; charset=utf-8, {JSON}; charset=utf-8", RESPONSE),
        (f"{RESPONSE};q=0.5, {JSON}", JSON),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{JSON};q=0, {RESPONSE};q=0.1", RESPONSE),
        ("application/json;q=oops", None),
        ("text/plain", None),
        ("text/html", None),
        (BROWSER, JSON),
    ],
)
def test_the_media_type_is_the_one_the_client_prefers(accept: str, media_type: str | None) -> None:
    assert graphql_media_type(accept) == media_type


@pytest.mark.parametrize(
    ("accept", "html"),
    [
        (BROWSER, True),
        ("text/html", True),
        ("*/*", False),
        ("", False),
        (JSON, False),
        (f"text/html;q=0.5,{JSON}", False),
    ],
)
def test_only_who_names_html_and_prefers_it_gets_a_page(accept: str, html: bool) -> None:
    assert prefers_html(accept) is html
