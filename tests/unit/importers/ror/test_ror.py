import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.formats import detect, files_of
from importers.records import EntityKind, Identifier, InstitutionEntry, InstitutionRecord, Redirect, Rejected
from importers.ror.format import Ror

MIT, OLD, LOST, HARVARD, CAMBRIDGE = "042nb2s44", "000bmd763", "000nwmh60", "03vek6s52", "013meh722"


def ror(id_: str) -> Identifier:
    return Identifier("ror", id_)


def names(*written: tuple[str, list[str]]) -> list[dict[str, Any]]:
    return [{"lang": None, "types": types, "value": value} for value, types in written]


def version_2(id_: str, **others: Any) -> dict[str, Any]:
    return {
        "admin": {"created": {"date": "2020-01-01", "schema_version": "1.0"}},
        "domains": [],
        "established": None,
        "external_ids": [],
        "id": f"https://ror.org/{id_}",
        "links": [],
        "locations": [],
        "names": names((f"Name of {id_}", ["label", "ror_display"])),
        "relationships": [],
        "status": "active",
        "types": ["education"],
        **others,
    }


def related(**kinds: list[str]) -> list[dict[str, str]]:
    return [{"label": "L", "type": kind, "id": f"https://ror.org/{id_}"} for kind, ids in kinds.items() for id_ in ids]


FULL = version_2(
    MIT,
    domains=["MIT.edu", "mit.edu"],
    established=1861,
    external_ids=[
        {"type": "wikidata", "all": ["Q49108"], "preferred": None},
        {"type": "isni", "all": ["0000 0001 2341 2786", "unknown"], "preferred": None},
        {"type": "fundref", "all": ["2", "1"], "preferred": "1"},
        {"type": "grid", "all": ["grid.116068.8"], "preferred": "grid.116068.8"},
        {"type": "orgref", "all": ["18879"], "preferred": None},
    ],
    links=[{"type": "wikipedia", "value": "https://w.example"}, {"type": "website", "value": "https://web.mit.edu"}],
    locations=[
        {
            "geonames_details": {"country_code": "US", "lat": 42.37, "lng": -71.11, "name": "Cambridge"},
            "geonames_id": 1,
        },
        {"geonames_details": {"country_code": "FR", "lat": 1, "lng": 2, "name": "Paris"}, "geonames_id": 2},
    ],
    names=names(
        ("MIT", ["acronym"]),
        ("Massachusetts Institute  of Technology", ["label", "ror_display"]),
        ("MIT", ["alias"]),
        ("MIT Massachusetts", ["label"]),
    ),
    relationships=related(parent=[HARVARD], child=[LOST], related=[CAMBRIDGE]),
    types=["funder", "education"],
)
VERSION_1 = {
    "id": f"https://ror.org/{MIT}",
    "name": "Massachusetts Institute of Technology",
    "email_address": None,
    "ip_addresses": [],
    "established": 1861,
    "types": ["Education"],
    "relationships": [{"label": "H", "type": "Parent", "id": f"https://ror.org/{HARVARD}"}],
    "addresses": [{"lat": 42.37, "lng": -71.11, "city": "Cambridge", "state": None, "geonames_city": {"id": 1}}],
    "links": ["https://web.mit.edu"],
    "aliases": ["M.I.T."],
    "acronyms": ["MIT"],
    "status": "active",
    "wikipedia_url": "https://w.example",
    "labels": [{"label": "MIT Massachusetts", "iso639": "fr"}],
    "country": {"country_name": "United States", "country_code": "US"},
    "external_ids": {
        "ISNI": {"preferred": None, "all": ["0000 0001 2341 2786"]},
        "FundRef": {"preferred": "1", "all": ["1", "2"]},
        "OrgRef": {"preferred": None, "all": ["18879"]},
        "GRID": {"preferred": "grid.116068.8", "all": "grid.116068.8"},
    },
}


def write(folder: Path, records: list[Any], name: str = "ror.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(records, indent=4), encoding="utf-8")
    return path


def read(path: Path) -> list[Any]:
    chosen = Ror()
    return [record for file in chosen.files([path]) for record in chosen.read(file)]


def test_a_record_is_an_institution_with_all_that_ror_says_of_it(tmp_path: Path) -> None:
    assert read(write(tmp_path, [FULL])) == [
        InstitutionEntry(
            source="ror",
            key=MIT,
            institution=InstitutionRecord(
                name="Massachusetts Institute of Technology",
                identifiers=(
                    ror(MIT),
                    Identifier("grid", "grid.116068.8"),
                    Identifier("fundref", "1"),
                    Identifier("fundref", "2"),
                    Identifier("isni", "0000000123412786"),
                    Identifier("wikidata", "Q49108"),
                ),
                country="US",
                city="Cambridge",
                latitude=42.37,
                longitude=-71.11,
                type="education",
                homepage="https://web.mit.edu",
                domains=("mit.edu",),
            ),
            name_variants=("MIT", "MIT Massachusetts"),
            parents=(ror(HARVARD),),
            established=1861,
        )
    ]


def test_version_1_says_the_same_in_its_own_shape(tmp_path: Path) -> None:
    (entry,) = read(write(tmp_path, [VERSION_1]))
    assert entry == InstitutionEntry(
        source="ror",
        key=MIT,
        institution=InstitutionRecord(
            name="Massachusetts Institute of Technology",
            identifiers=(
                ror(MIT),
                Identifier("grid", "grid.116068.8"),
                Identifier("fundref", "1"),
                Identifier("fundref", "2"),
                Identifier("isni", "0000000123412786"),
            ),
            country="US",
            city="Cambridge",
            latitude=42.37,
            longitude=-71.11,
            type="education",
            homepage="https://web.mit.edu",
        ),
        name_variants=("M.I.T.", "MIT", "MIT Massachusetts"),
        parents=(ror(HARVARD),),
        established=1861,
    )


def test_a_record_withdrawn_for_another_leads_there(tmp_path: Path) -> None:
    withdrawn = version_2(OLD, status="withdrawn", relationships=related(successor=[MIT], parent=[HARVARD]))
    assert read(write(tmp_path, [withdrawn])) == [Redirect("ror", EntityKind.INSTITUTION, ror(OLD), ror(MIT))]


def test_what_was_withdrawn_or_ended_without_one_successor_is_kept_as_inactive(tmp_path: Path) -> None:
    records = [
        version_2(OLD, status="withdrawn"),
        version_2(LOST, status="withdrawn", relationships=related(successor=[MIT, HARVARD])),
        version_2(HARVARD, status="inactive", relationships=related(successor=[MIT])),
    ]
    entries = read(write(tmp_path, records))
    assert [(each.key, each.active, each.successors) for each in entries] == [
        (OLD, False, ()),
        (LOST, False, (ror(MIT), ror(HARVARD))),
        (HARVARD, False, (ror(MIT),)),
    ]


def test_the_name_to_show_is_rors_choice_else_a_label(tmp_path: Path) -> None:
    chosen = version_2(OLD, names=names(("A", ["label"]), ("B", ["ror_display"])))
    label = version_2(MIT, names=names(("X", ["alias"]), ("Y", ["label"])))
    entries = read(write(tmp_path, [chosen, label]))
    assert [(each.institution.name, each.name_variants) for each in entries] == [("B", ("A",)), ("Y", ("X",))]


def test_a_funder_is_called_so_only_if_it_is_nothing_else(tmp_path: Path) -> None:
    records = [version_2(MIT, types=["funder", "other"]), version_2(OLD, types=["other", "archive"])]
    assert [each.institution.type for each in read(write(tmp_path, records))] == ["funder", "archive"]


def test_bad_records_are_rejected_with_place_and_reason(tmp_path: Path) -> None:
    records = [
        FULL,
        version_2("042nb2s45"),
        version_2(OLD, names=names((" ", ["ror_display"]))),
        version_2(HARVARD, established="1861"),
        version_2(CAMBRIDGE),
    ]
    found = read(write(tmp_path, records))
    rejected = [each for each in found if isinstance(each, Rejected)]
    assert [each.key for each in found if isinstance(each, InstitutionEntry)] == [MIT, CAMBRIDGE]
    assert [(each.place, each.reason) for each in rejected[:2]] == [
        ("record 2", "'https://ror.org/042nb2s45' is no ROR id"),
        ("record 3", "it has no name"),
    ]
    assert "established" in rejected[2].reason


def test_lines_and_a_dump_in_a_zip_are_read_alike(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text("".join(f"{json.dumps(each)}\n" for each in (FULL, version_2(HARVARD))), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as archive:
        archive.writestr("v1.5-ror-data.json", json.dumps([FULL, version_2(HARVARD)], indent=4))
        archive.writestr("v1.5-ror-data.csv", "id,name")
    assert read(lines) == read(tmp_path / "dump.zip")
    (file,) = files_of(None, [lines])
    assert detect(file).name == "ror"


def test_a_dump_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "cut.json"
    path.write_text(json.dumps([FULL, version_2(HARVARD)])[:-30], encoding="utf-8")
    chosen = Ror()
    (file,) = chosen.files([path])
    records = chosen.read(file)
    assert isinstance(next(records), InstitutionEntry)
    with pytest.raises(FileCutShort, match="record 2"):
        next(records)


@pytest.mark.parametrize(
    "content",
    [
        b'{"id": "https://openalex.org/I1", "ror": "https://ror.org/042nb2s44", "names": []}',
        b'{"id": "042nb2s44", "name": "A", "country": {}}',
        b'{"$id": "http://ror.org/schemas/v2.0/organization", "properties": {}}',
        b"id,name\nhttps://ror.org/042nb2s44,MIT\n",
        b"",
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=r"not ROR JSON|it is empty"):
        read(path)
