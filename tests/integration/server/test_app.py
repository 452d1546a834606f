"""Everything beside GraphQL: pages, errors, headers, logs, figures."""

import httpx
import pytest

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/static/site.css", "/static/favicon.svg", "/favicon.ico", "/schema.graphql"])
def test_what_the_pages_need_is_served(tiny: httpx.Client, path: str) -> None:
    assert tiny.get(path).status_code == 200


def test_the_schema_is_served_as_text(tiny: httpx.Client) -> None:
    assert "type Query {" in tiny.get("/schema.graphql").text


@pytest.mark.parametrize("given", ["{tag}", "{opaque}", '"other", {tag}', "*"])
def test_a_schema_that_has_not_changed_is_not_sent_again(tiny: httpx.Client, given: str) -> None:
    first = tiny.get("/schema.graphql")
    tag = first.headers["etag"]
    named = given.format(tag=tag, opaque=tag.removeprefix("W/"))
    again = tiny.get("/schema.graphql", headers={"if-none-match": named})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert tiny.get("/schema.graphql", headers={"if-none-match": '"other"'}).text == first.text


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "NOT_FOUND"),
        ("DELETE", "/", 405, "METHOD_NOT_ALLOWED"),
        ("GET", "/assets/x.js", 404, "NOT_FOUND"),
    ],
)
def test_errors_are_json_for_clients_and_a_page_for_browsers(
    tiny: httpx.Client, method: str, path: str, status: int, code: str
) -> None:
    for_client = tiny.request(method, path)
    assert for_client.status_code == status
    assert for_client.json()["errors"][0]["extensions"]["code"] == code
    for_browser = tiny.request(method, path, headers=HTML)
    assert for_browser.status_code == status
    assert for_browser.headers["content-type"].startswith("text/html")
    assert code in for_browser.text


@pytest.mark.parametrize("path", ["/static/../settings.py", "/static/%2e%2e/settings.py", "/assets/..%2f..%2fapp.py"])
def test_no_file_outside_of_the_folders_is_served(tiny: httpx.Client, path: str) -> None:
    url = tiny.base_url.copy_with(raw_path=path.encode())
    assert tiny.get(url).status_code == 404


@pytest.mark.parametrize("path", ["/", "/graphql"])
def test_a_browser_is_told_how_to_build_the_pages_where_they_are_not(tiny: httpx.Client, path: str) -> None:
    response = tiny.get(path, headers=HTML)
    assert response.status_code == 503
    assert "make setup" in response.text


@pytest.mark.parametrize("path", ["/", "/graphql", "/healthz", "/nothing", "/static/site.css"])
def test_every_answer_binds_browsers_to_this_host(tiny: httpx.Client, path: str) -> None:
    headers = tiny.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1:99", 200), ("[::1]:80", 200), ("evil.example", 400), ("", 400)]
)
def test_requests_for_another_host_are_refused(tiny: httpx.Client, host: str, status: int) -> None:
    response = tiny.get("/healthz", headers={"host": host})
    assert response.status_code == status
    if status == 400:
        assert response.json()["errors"][0]["extensions"]["code"] == "HOST_NOT_TRUSTED"


@pytest.mark.parametrize(
    ("given", "kept"), [("trace-1:a.b_c", True), ("x" * 65, False), ("a b", False), ('"}{', False), ("", False)]
)
def test_a_sane_request_id_is_kept_and_another_replaced(tiny: httpx.Client, given: str, kept: bool) -> None:
    returned = tiny.get("/healthz", headers={"x-request-id": given}).headers["x-request-id"]
    assert (returned == given) is kept
    assert returned


def test_a_request_is_one_log_line_without_what_the_client_sent(
    tiny: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"query": "query Greet($n: String!) { hello(name: $n) one }", "variables": {"n": "hunter2"}}
    with caplog.at_level("INFO"):
        tiny.post("/graphql", json=body, headers={"x-request-id": "line", "cookie": "theme=hunter2"})
    [record] = [record for record in caplog.records if "'line'" in str(record.msg)]
    assert isinstance(record.msg, dict)
    event = record.msg
    assert event["event"] == "request"
    assert (event["method"], event["path"], event["status"]) == ("POST", "/graphql", 200)
    assert (event["operation"], event["cypher_calls"]) == ("Greet", 1)
    assert event["ms"] > 0
    assert "hunter2" not in str(event)


def test_figures_are_given_for_prometheus(tiny: httpx.Client) -> None:
    tiny.get("/nothing-1")
    tiny.request("PATCH", "/nothing-2")
    tiny.post("/graphql", json={"query": "{ one }"})
    figures = tiny.get("/metrics").text
    assert 'bzpeer_http_requests_total{method="POST",path="/graphql",status="200"}' in figures
    assert 'path="other",status="404"' in figures
    # What clients choose is no label, else there would be as many figures as they like.
    assert 'method="other",path="other",status="404"' in figures
    assert not any(chosen in figures for chosen in ("nothing-", "PATCH"))
    assert "bzpeer_cypher_calls_total" in figures
