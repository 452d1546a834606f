import gzip
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort
from importers.openalex.format import OpenAlex
from importers.records import EntityKind, Identifier, Redirect, Rejected, TopicRecord

MERGED = "merge_date,id,merge_into_id\n"
TOPICS = "id_topic,topic,description,id_subfield,subfield,id_field,field,id_domain,domain\n"


def read(path: Path) -> list[Any]:
    (file,) = OpenAlex().files([path])
    return list(OpenAlex().read(file))


def written(folder: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = folder / name
    text = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    return path


def test_merged_ids_are_redirects_of_what_the_letter_says(tmp_path: Path) -> None:
    rows = (
        "2022-06-07,A2257618939,A2208157607\n2022-06-07,W1,W2\n2022-06-07,I1,I2\n2022-06-07,S1,S2\n2022-06-07,V1,S2\n"
    )
    records = read(written(tmp_path, MERGED + rows, "2022-06-07.csv.gz"))
    assert records[0] == Redirect(
        "openalex",
        EntityKind.RESEARCHER,
        Identifier("openalex", "A2257618939"),
        Identifier("openalex", "A2208157607"),
    )
    assert [each.entity for each in records[1:]] == [
        EntityKind.WORK,
        EntityKind.INSTITUTION,
        EntityKind.SOURCE,
        EntityKind.SOURCE,
    ]


def test_a_merge_that_is_none_is_rejected(tmp_path: Path) -> None:
    merges = ("W1,W4285719527", "A1,", "C1,C2", "W1,W1", "W1", "W1,W2")
    rows = "".join(f"2022-06-07,{each}\n" for each in merges) + "\n"
    *rejected, redirect = read(written(tmp_path, MERGED + rows))
    assert isinstance(redirect, Redirect)
    assert [(each.place, each.reason) for each in rejected] == [
        ("line 2", "'W1' is not merged into another but deleted, or one of the ids is none"),
        ("line 3", "'A1' is not merged into another but deleted, or one of the ids is none"),
        ("line 4", "'C1' is no work, person, institution, source or topic"),
        ("line 5", "'W1' is merged into itself"),
        ("line 6", "it has 2 columns, not 3"),
    ]
    assert rejected[0].raw == "2022-06-07,W1,W4285719527"


def test_the_table_of_topics_is_the_hierarchy(tmp_path: Path) -> None:
    rows = (
        'T11881,"Crystals, and more","Papers on\ncrystals",subfields/2505,Chemistry,fields/25,Stuff,domains/3,Physics\n'
        "T11475,French Studies,,subfields/3312,Sociology,fields/33,Social,domains/2,Society\n"
    )
    records = read(written(tmp_path, TOPICS + rows))
    assert [each.key for each in records] == [
        *("domains/3", "fields/25", "subfields/2505", "T11881"),
        *("domains/2", "fields/33", "subfields/3312", "T11475"),
    ]
    crystals = records[3]
    assert (crystals.topic.name, crystals.description) == ("Crystals, and more", "Papers on crystals")
    assert crystals.broader == TopicRecord("openalex", "subfields/2505", "Chemistry")


def test_the_table_may_be_spelled_with_bare_numbers(tmp_path: Path) -> None:
    header = (
        "topic_id,topic_name,subfield_id,subfield_name,field_id,field_name,domain_id,domain_name,keywords,summary,"
        "wikipedia_url\n"
    )
    row = "11881,Crystals,2505,Chemistry,25,Matter,3,Physics,Growth; Habit,Papers on crystals,https://x.org\n"
    records = read(written(tmp_path, header + row))
    assert [each.key for each in records] == ["domains/3", "fields/25", "subfields/2505", "T11881"]
    assert (records[3].description, records[3].keywords) == ("Papers on crystals", ("Growth", "Habit"))


def test_bytes_that_are_no_text_reject_their_row(tmp_path: Path) -> None:
    first, rejected = read(written(tmp_path, MERGED.encode() + b"2022-06-07,W1,W2\n2022-06-07,W\xff,W2\n"))
    assert isinstance(first, Redirect)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "it is not valid UTF-8"


def test_a_table_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    (file,) = OpenAlex().files([written(tmp_path, MERGED + "2022-06-07,W1,W2\n2022-06-07,W3")])
    records = OpenAlex().read(file)
    assert isinstance(next(records), Redirect)
    with pytest.raises(FileCutShort, match="line 3"):
        next(records)


def test_a_quote_that_is_never_closed_is_where_the_table_breaks_off(tmp_path: Path) -> None:
    row = "T1,T,d,subfields/1,S,fields/1,F,domains/1,D\n"
    (file,) = OpenAlex().files([written(tmp_path, TOPICS + row + 'T2,"' + "x\n" * 200_000)])
    with pytest.raises(FileCutShort, match="field larger than"):
        list(OpenAlex().read(file))
