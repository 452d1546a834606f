"""A work that has everything, whose title has all that the formats could stumble over."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graphdb.citations import CitedAuthorRecord, CitedSourceRecord, CitedWorkRecord
from importers.inputs import Input
from importers.records import WorkRecord

ARTICLE = CitedWorkRecord(
    id="w_" + "a" * 16,
    slug="a-slug",
    title="50% of $x_1$ {sic} & 100 #tags: BERT~Ő, Émile’s α < β – a\\b",
    type="article",
    year=2019,
    first_published_at="2019-03-04T05:06:07Z",
    language="en",
    volume="12",
    issue="3",
    pages="100-110",
    publisher="Smith & Sons",
    landing_page_url="https://publisher.example/article?a=1&b={2}",
    authors=[
        CitedAuthorRecord("Ludwig van der Berg Jr."),
        CitedAuthorRecord("CMS and ATLAS Collaboration"),
        CitedAuthorRecord("Łukasz Kaiser", "0000-0002-1825-0097"),
        CitedAuthorRecord("王伟"),
        CitedAuthorRecord("Jean-Paul Q. Sartre"),
        CitedAuthorRecord("Plato"),
    ],
    source=CitedSourceRecord("Journal of R&D", "journal", ["1234-5679", "2434-561X"]),
    doi="10.1145/3_4.5",
    arxiv=None,
)

Work = Callable[..., CitedWorkRecord]


@pytest.fixture(scope="session")
def work() -> Work:
    """Makes the work with some of its fields changed."""

    def changed(**fields: Any) -> CitedWorkRecord:
        return replace(ARTICLE, **fields)

    return changed


ReadBack = Callable[[Any, str], WorkRecord]


@pytest.fixture(scope="session")
def read_back() -> ReadBack:
    """Reads a text by the importer of its format, and gives the one work that it holds."""

    def read(format_: Any, text: str) -> WorkRecord:
        file = Input("citation", lambda: io.BytesIO(text.encode()), len(text.encode()))
        [record] = format_().read(file)
        assert isinstance(record, WorkRecord), record
        return record

    return read
