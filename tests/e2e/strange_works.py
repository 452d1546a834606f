"""Records that pages must bear: thousands of authors, names without end, other scripts, markup, nothing but a title."""

import json
from collections.abc import Iterator
from typing import Any

SITE = "https://openalex.org"
MANY_AUTHORS = 3_000
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 100
"""3,500 characters."""

TITLES = {
    "many": "Observation of a new particle by everybody",
    "cited": "A work that others cite",
    "rtl": "دراسة في التعلم العميق واللغة العربية",
    "cjk": "深層学習による自然言語処理の研究",
    "latex": "On $\\alpha$-decay and the $\\sqrt{2}$ bound of {\\'E}tale maps",
    "markup": "Effects of CO<sub>2</sub> on <i>E. coli</i> &amp; others <script>alert(1)</script>",
    "bare": "Nothing but a title",
    "retracted": "A result that did not hold",
    "endless": "Endless " * 60 + "title",
}
_NUMBERS = {name: 9_900_000_001 + place for place, name in enumerate(TITLES)}


def lines() -> Iterator[str]:
    """Return the records as lines of JSON, in OpenAlex's form: works, and the topic and the institution they name."""
    yield from (json.dumps(record) for record in (*_institutions(), _topic(), *_works()))


def _works() -> Iterator[dict[str, Any]]:
    crowd = [_author(f"Member {number:04} Crowd", number) for number in range(1, MANY_AUTHORS + 1)]
    yield _work("many", authorships=crowd, year=2021)
    yield _work(
        "cited",
        authorships=[_author("Ada Strange", 9_001), _author("أحمد منصور", 9_002), _author("山田太郎", 9_003)],
        abstract="A long abstract. " * 120,
        pdf="https://pdf.example/cited.pdf",
        cited_by_count=4_321,
        open_access={"is_oa": True},
    )
    citing = [f"{SITE}/W{_NUMBERS['cited']}"]
    for name in ("rtl", "cjk", "latex", "markup", "endless"):
        yield _work(name, authorships=[_author("Ada Strange", 9_001)], references=citing, abstract="In short.")
    yield _work("bare", year=None, topics=[])
    yield _work("retracted", authorships=[_author(LONG_NAME, 9_004)], is_retracted=True, references=citing)


def _work(
    name: str,
    *,
    year: int | None = 2020,
    abstract: str = "",
    references: list[str] | None = None,
    pdf: str | None = None,
    **fields: Any,
) -> dict[str, Any]:
    words: dict[str, list[int]] = {}
    for place, word in enumerate(abstract.split()):
        words.setdefault(word, []).append(place)
    topic = {"id": f"{SITE}/T99001", "display_name": "Strange records", "score": 0.9}
    return {
        "id": f"{SITE}/W{_NUMBERS[name]}",
        "title": TITLES[name],
        "type": "article",
        "publication_year": year,
        "abstract_inverted_index": words,
        "referenced_works": references or [],
        "topics": [topic],
        "primary_location": {
            "pdf_url": pdf,
            "landing_page_url": f"https://works.example/{name}",
            "source": {"id": f"{SITE}/S99001", "display_name": "Annals of Strange Records", "type": "journal"},
        },
        **fields,
    }


def _author(name: str, number: int) -> dict[str, Any]:
    institution = {"id": f"{SITE}/I99002", "display_name": "Faculty of Strange Records", "country_code": "CH"}
    return {
        "author": {"id": f"{SITE}/A990{number:06}", "display_name": name},
        "raw_author_name": name,
        "institutions": [institution] if number > 9_000 else [],
    }


def _institutions() -> Iterator[dict[str, Any]]:
    whole = {"id": f"{SITE}/I99001", "display_name": "University of Strange Records", "country_code": "CH"}
    faculty = {"id": f"{SITE}/I99002", "display_name": "Faculty of Strange Records", "country_code": "CH"}
    yield {**whole, "type": "education", "homepage_url": "https://strange.example", "geo": {"city": "Zürich"}}
    yield {**faculty, "type": "education", "associated_institutions": [{**whole, "relationship": "parent"}]}


def _topic() -> dict[str, Any]:
    return {
        "id": f"{SITE}/T99001",
        "display_name": "Strange records",
        "description": "Records that pages must bear.",
        "keywords": ["strange"],
        "subfield": {"id": f"{SITE}/subfields/9901", "display_name": "Strange subfield"},
        "field": {"id": f"{SITE}/fields/99", "display_name": "Strange field"},
        "domain": {"id": f"{SITE}/domains/9", "display_name": "Strange domain"},
    }
