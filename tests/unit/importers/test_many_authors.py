"""A work of very many authors, as large collaborations have them."""

import json
from pathlib import Path

from importers.formats import FORMATS
from importers.merge import merge
from importers.records import WorkRecord

MANY = 3_000
NAMES = [f"Ada{number} Lovelace{number}" for number in range(MANY)]


def read(path: Path, format_name: str, record: object) -> WorkRecord:
    path.write_text(json.dumps(record) + "\n")
    format_ = FORMATS[format_name]
    (file,) = format_.files([path])
    (work,) = format_.read(file)
    assert isinstance(work, WorkRecord)
    return work


def test_all_authors_are_read_and_two_sources_that_name_them_all_have_each_once(tmp_path: Path) -> None:
    parts = [name.split() for name in NAMES]
    crossref = read(
        tmp_path / "crossref.jsonl",
        "crossref",
        {
            "DOI": "10.1000/many",
            "title": ["By very many"],
            "type": "journal-article",
            "author": [{"given": given, "family": family} for given, family in parts],
        },
    )
    openalex = read(
        tmp_path / "openalex.jsonl",
        "openalex",
        {
            "id": "https://openalex.org/W99",
            "doi": "https://doi.org/10.1000/many",
            "title": "By very many",
            "authorships": [
                {"author": {"id": f"https://openalex.org/A{number + 1}", "display_name": name}, "raw_author_name": name}
                for number, name in enumerate(NAMES)
            ],
        },
    )
    assert [each.name for each in crossref.authors] == [each.name for each in openalex.authors] == NAMES
    authorships = merge([crossref, openalex]).authorships
    assert sorted(each.name for each in authorships) == sorted(NAMES)
    assert sorted(each.position for each in authorships) == list(range(1, MANY + 1))
