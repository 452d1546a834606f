"""Makes works in the form of OpenAlex, as many as are wanted, to measure imports: the same number, the same works.

    python -m benchmarks.openalex_works 300000 some/folder

Their shape is what counts: authors with and without ORCID iDs, institutions, sources, topics, citations of works that
are there and of some that are not, abstracts as inverted indexes. A few of each are in very many works, most in few;
and every work is of a community, whose authors, topics and works it has to do with most. Names and words are
invented.
"""

import argparse
import gzip
import json
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

IN_A_FILE = 50_000
SITE = "https://openalex.org"
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "or", "us")]
INSTITUTIONS, SOURCES, TOPICS = 20_000, 30_000, 4_500
WORDS = 4_000
COMMUNITIES = 60


def word(number: int) -> str:
    """A word of its own for each number."""
    letters = ""
    while True:
        number, place = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[place]
        if number == 0:
            return letters


def few(chance: random.Random, size: int) -> int:
    """A number below `size`; small ones are much more frequent."""
    return int(size * chance.random() ** 3)


def near(chance: random.Random, size: int, community: int) -> int:
    """A number below `size`, of a community four times out of five; whatever is of it has it as a remainder."""
    if chance.random() < 0.2:
        return few(chance, size)
    return few(chance, size // COMMUNITIES) * COMMUNITIES + community


def author(number: int) -> dict[str, Any]:
    name = f"{word(number % 3_001).capitalize()} {word(number // 7 + 11).capitalize()}"
    orcid = None
    if number % 3 == 0:
        digits = f"{number + 10_000_000:015}"
        total = 0
        for digit in digits:
            total = (total + int(digit)) * 2
        last = (12 - total % 11) % 11
        digits += "X" if last == 10 else str(last)
        orcid = "https://orcid.org/" + "-".join(digits[i : i + 4] for i in range(0, 16, 4))
    return {"id": f"{SITE}/A{5_000_000_000 + number}", "display_name": name, "orcid": orcid}


def institution(number: int) -> dict[str, Any]:
    return {
        "id": f"{SITE}/I{number + 1}",
        "display_name": f"University of {word(number + 500).capitalize()}",
        "ror": None,
        "country_code": "DE" if number % 2 else "BR",
        "type": "education",
    }


def authorship(number: int, place: int, count: int) -> dict[str, Any]:
    who = author(number)
    where = institution(number % INSTITUTIONS)
    return {
        "author_position": "first" if place == 0 else "last" if place == count - 1 else "middle",
        "author": who,
        "institutions": [where] if number % 5 else [],
        "is_corresponding": place == 0,
        "raw_author_name": who["display_name"],
        "raw_affiliation_strings": [f"Department of {word(number % 97)}, {where['display_name']}"],
    }


def abstract(chance: random.Random) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for place in range(chance.randint(60, 180)):
        index.setdefault(word(few(chance, WORDS)), []).append(place)
    return index


def work(number: int, works: int) -> dict[str, Any]:
    chance = random.Random(number)
    people = works + works // 5
    community = few(chance, COMMUNITIES)
    authors = list(dict.fromkeys(near(chance, people, community) for _ in range(chance.randint(1, 7))))
    source = few(chance, SOURCES)
    year = 1990 + few(chance, 34)
    title = " ".join(word(few(chance, WORDS)) for _ in range(chance.randint(5, 14))).capitalize()
    cited = {
        near(chance, works, community) if chance.random() < 0.8 else works + few(chance, 5 * works) for _ in range(12)
    }
    topics = list(dict.fromkeys(near(chance, TOPICS, community) for _ in range(3)))
    return {
        "id": f"{SITE}/W{number + 1}",
        "doi": f"https://doi.org/10.1234/w.{number}" if number % 4 else None,
        "title": title,
        "display_name": title,
        "publication_year": year,
        "publication_date": f"{year}-{number % 12 + 1:02}-15",
        "type": "article" if number % 9 else "preprint",
        "language": "en",
        "primary_location": {
            "landing_page_url": f"https://press.example/{number}",
            "source": {
                "id": f"{SITE}/S{source + 1}",
                "display_name": f"Journal of {word(source)}",
                "issn_l": None,
                "issn": None,
                "type": "journal",
            },
        },
        "open_access": {"is_oa": number % 2 == 0},
        "authorships": [authorship(who, place, len(authors)) for place, who in enumerate(authors)],
        "topics": [
            {"id": f"{SITE}/T{topic + 10_000}", "display_name": word(topic).capitalize(), "score": 0.9 - place / 10}
            for place, topic in enumerate(topics)
        ],
        "referenced_works": [f"{SITE}/W{each + 1}" for each in sorted(cited)],
        "abstract_inverted_index": abstract(chance) if number % 3 else None,
        "cited_by_count": few(chance, 500),
        "is_retracted": False,
        "updated_date": "2026-01-01",
    }


def write_file(folder: Path, works: int, first: int) -> None:
    with gzip.open(folder / f"part_{first // IN_A_FILE:04}.gz", "wt", 1, encoding="utf-8") as file:
        for number in range(first, min(first + IN_A_FILE, works)):
            file.write(json.dumps(work(number, works), separators=(",", ":")) + "\n")


def write_works(folder: Path, works: int) -> None:
    """Write that many works to files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(write_file, folder, works), range(0, works, IN_A_FILE)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("works", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_works(arguments.folder, arguments.works)


if __name__ == "__main__":
    main()
