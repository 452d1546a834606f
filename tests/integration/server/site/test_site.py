"""The pages as they come from the server, before any script has run."""

import json
import re
import struct
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
MAITHRA = "/researchers/maithra-raghu"


@pytest.fixture
def client(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url, headers=HTML, timeout=30) as client:
        yield client


def json_ld_of(response: httpx.Response) -> dict[str, Any]:
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.text)
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_profile_says_whose_it_is_without_a_script(client: httpx.Client, server_url: str) -> None:
    response = client.get(MAITHRA)
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-cache"
    text = response.text
    assert "<title>Maithra Raghu – BZPEER</title>" in text
    assert f'<link rel="canonical" href="{server_url}{MAITHRA}">' in text
    assert '<meta property="og:title" content="Maithra Raghu">' in text
    [preview] = re.findall(r'<meta property="og:image" content="([^"]+)">', text)
    assert preview.startswith(f"{server_url}/")
    picture = client.get(preview)
    assert picture.headers["content-type"] == "image/png"
    assert struct.unpack(">II", picture.content[16:24]) == (1200, 630)
    assert re.search(r'<meta name="description" content="Maithra Raghu: [^"]*\d+ published works', text)
    person = json_ld_of(response)
    assert (person["@type"], person["name"], person["url"]) == ("Person", "Maithra Raghu", f"{server_url}{MAITHRA}")
    assert "<h1>Maithra Raghu</h1>" in text[text.index("<noscript>") : text.index("</noscript>")]
    assert "noindex" not in text


def test_the_start_page_tells_search_engines_what_the_site_is_called(client: httpx.Client, server_url: str) -> None:
    response = client.get("/")
    assert "<title>BZPEER</title>" in response.text
    assert json_ld_of(response)["url"] == f"{server_url}/"


def test_search_engines_keep_the_explorer_but_none_of_its_pictures(client: httpx.Client, server_url: str) -> None:
    plain = client.get("/explore")
    assert "<title>Explorer – BZPEER</title>" in plain.text
    assert f'<link rel="canonical" href="{server_url}/explore">' in plain.text
    picture = client.get("/explore", params={"seed": "r_gqwtcfjh7qyi6g7p"})
    assert picture.status_code == 200
    assert 'content="noindex"' in picture.text
    assert 'rel="canonical"' not in picture.text


@pytest.mark.parametrize(
    ("path", "title", "type_"),
    [
        (
            "/works/insights-on-representational-similarity-in-neural-networks-with-canonical",
            "Insights on representational similarity in neural networks with canonical correlation",
            "ScholarlyArticle",
        ),
        ("/topics/deep-learning", "Deep learning", "DefinedTerm"),
        ("/institutions/google-brain", "Google Brain", "Organization"),
        ("/sources/neurips", "NeurIPS", "CreativeWorkSeries"),
    ],
)
def test_every_kind_of_page_says_what_it_is_about(
    client: httpx.Client, server_url: str, path: str, title: str, type_: str
) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert f'<link rel="canonical" href="{server_url}{path}">' in response.text
    thing = json_ld_of(response)
    assert (thing["@type"], thing["name"], thing["url"]) == (type_, title, f"{server_url}{path}")
    assert f"<title>{title} – BZPEER</title>" in response.text
    [description] = re.findall(r'<meta name="description" content="([^"]*)">', response.text)
    assert 40 <= len(description) <= 320
    slug = path.rpartition("/")[2]
    assert client.get(f"{path.removesuffix(slug)}{slug}-of-nobody").status_code == 404


def test_what_somebody_looks_for_is_not_kept_by_search_engines(client: httpx.Client) -> None:
    response = client.get("/search?q=%3Cscript%3E")
    assert response.status_code == 200
    assert 'content="noindex"' in response.text
    assert "<script>&" not in response.text


def test_a_page_knows_whether_the_browser_brings_a_session(client: httpx.Client) -> None:
    assert 'data-session="none"' in client.get("/").text
    assert 'data-session="given"' in client.get("/", headers={"cookie": "bzpeer=any"}).text


STRANGE = ["nobody-of-this-name", "x" * 10_000, "%3Cscript%3Ealert(1)%3C/script%3E", "a%22b", "%00"]


@pytest.mark.parametrize("slug", STRANGE)
def test_a_slug_that_nobody_has_is_not_found(client: httpx.Client, slug: str) -> None:
    response = client.get(f"/researchers/{slug}")
    assert response.status_code == 404
    assert 'content="noindex"' in response.text
    assert 'rel="canonical"' not in response.text
    assert "<script>alert" not in response.text
    assert '<a href="/">' in response.text


@pytest.fixture
def old_slug(endpoint: Endpoint, server_url: str) -> Iterator[str]:
    """A slug that the researcher had before she had hers, for the time of a test."""
    alias = (
        "MATCH (r:Researcher {slug: 'maithra-raghu'}) "
        "CREATE (:Identifier {scheme: 'slug:researcher', value: 'maithra-r'})-[:IDENTIFIES]->(r)"
    )
    with open_driver(endpoint) as driver:
        driver.execute_query(alias)
        yield "maithra-r"
        driver.execute_query("MATCH (i:Identifier {scheme: 'slug:researcher', value: 'maithra-r'}) DETACH DELETE i")


def test_an_old_slug_leads_to_the_one_address(client: httpx.Client, old_slug: str) -> None:
    response = client.get(f"/researchers/{old_slug}?works=2020")
    assert (response.status_code, response.headers["location"]) == (301, f"{MAITHRA}?works=2020")


def test_an_id_leads_to_the_one_address(client: httpx.Client) -> None:
    response = client.get("/researchers/r_gqwtcfjh7qyi6g7p")
    assert (response.status_code, response.headers["location"]) == (301, MAITHRA)
    assert client.get("/researchers/r_aaaaaaaaaaaaaaaa").status_code == 404


def test_an_address_of_nothing_is_not_found_in_the_frame_of_the_site(client: httpx.Client) -> None:
    response = client.get("/nothing/at/all")
    assert response.status_code == 404
    assert '<div id="page">' in response.text
    assert client.get("/nothing", headers={"accept": "*/*"}).json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ('x" onload="', "system")])
def test_a_page_comes_in_the_colours_that_were_chosen(client: httpx.Client, cookie: str, theme: str) -> None:
    response = client.get("/", headers={"cookie": f"theme={cookie}"})
    assert f'<html lang="en" data-theme="{theme}"' in response.text
    assert "cookie" in response.headers["vary"]


def test_the_policy_of_the_pages_allows_no_other_host_and_nothing_inline(client: httpx.Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
