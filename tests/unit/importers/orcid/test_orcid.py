import gzip
import io
import json
import tarfile
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from importers.errors import FileCutShort, FileRefused
from importers.formats import FORMATS, detect, files_of
from importers.inputs import Input
from importers.orcid.format import Orcid
from importers.records import (
    AffiliationRecord,
    EntityKind,
    Identifier,
    InstitutionRecord,
    Redirect,
    Rejected,
    ResearcherEntry,
)

OWN, KEPT = "0000-0002-1825-0097", "0000-0001-5109-3700"
PREFIXES = (
    "record",
    "common",
    "person",
    "personal-details",
    "history",
    "activities",
    "employment",
    "education",
    "work",
)
OTHERS = ("other-name", "researcher-url", "external-identifier", "deprecated")
NAMESPACES = " ".join(f'xmlns:{each}="http://www.orcid.org/ns/{each}"' for each in (*PREFIXES, *OTHERS))


def xml_id(type_: str, value: str, relationship: str = "self") -> str:
    return (
        f"<common:external-id><common:external-id-type>{type_}</common:external-id-type>"
        f"<common:external-id-value>{value}</common:external-id-value>"
        f"<common:external-id-relationship>{relationship}</common:external-id-relationship></common:external-id>"
    )


def xml_group(*ids: str, summary: str = "") -> str:
    return (
        f"<activities:group><common:external-ids>{''.join(ids)}</common:external-ids>"
        f"<work:work-summary><common:external-ids>{summary}</common:external-ids></work:work-summary>"
        "<work:work-summary/></activities:group>"
    )


def organization(name: str, source: str = "", id_: str = "") -> str:
    return (
        f"<common:organization><common:name>{name}</common:name><common:address><common:city>Town</common:city>"
        "<common:country>gb</common:country></common:address><common:disambiguated-organization>"
        f"<common:disambiguated-organization-identifier>{id_}</common:disambiguated-organization-identifier>"
        f"<common:disambiguation-source>{source}</common:disambiguation-source>"
        "</common:disambiguated-organization></common:organization>"
    )


NAME = (
    "<person:name><personal-details:given-names>Ann  B.</personal-details:given-names>"
    "<personal-details:family-name>Author</personal-details:family-name></person:name>"
)


def record(person: str = NAME, *, id_: str = OWN, history: str = "", activities: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<record:record {NAMESPACES} path="/{id_}">
<common:orcid-identifier><common:uri>https://orcid.org/{id_}</common:uri><common:path>{id_}</common:path>
</common:orcid-identifier>{history}<person:person>{person}</person:person>
<activities:activities-summary>{activities}</activities:activities-summary></record:record>"""


CREDIT = "<personal-details:credit-name>A. B. Author</personal-details:credit-name>"
FULL = record(
    f"""{NAME.replace("</person:name>", CREDIT + "</person:name>")}
<other-name:other-names><other-name:other-name><common:source><common:source-name>X</common:source-name></common:source>
<other-name:content>Anna Autorin</other-name:content></other-name:other-name></other-name:other-names>
<person:biography><personal-details:content>Writes
papers.</personal-details:content></person:biography>
<researcher-url:researcher-urls><researcher-url:researcher-url><researcher-url:url-name>Home</researcher-url:url-name>
<researcher-url:url>https://example.org/ann</researcher-url:url></researcher-url:researcher-url></researcher-url:researcher-urls>
<external-identifier:external-identifiers>
<external-identifier:external-identifier><common:external-id-type>Scopus Author ID</common:external-id-type>
<common:external-id-value>7004</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship>
</external-identifier:external-identifier>
<external-identifier:external-identifier><common:external-id-type>Loop</common:external-id-type>
<common:external-id-value>1</common:external-id-value></external-identifier:external-identifier>
</external-identifier:external-identifiers>""",
    activities=f"""
<activities:educations><activities:affiliation-group><common:external-ids/><education:education-summary>
<common:role-title>PhD</common:role-title><common:end-date><common:year>1999</common:year></common:end-date>
{organization("Univ. R", "RINGGOLD", "4615")}</education:education-summary></activities:affiliation-group>
</activities:educations>
<activities:employments><activities:affiliation-group><employment:employment-summary>
<common:start-date><common:year>2001</common:year><common:month>02</common:month></common:start-date>
{organization("Univ. A", "ROR", "https://ror.org/042nb2s44")}</employment:employment-summary></activities:affiliation-group>
<employment:employment-summary>{organization("Univ. B", "GRID", "grid.14709.3b")}</employment:employment-summary>
<employment:employment-summary>{organization("Univ. C", "FUNDREF", "http://dx.doi.org/10.13039/100008582")}
</employment:employment-summary>
<employment:employment-summary>{organization("Univ. D")}</employment:employment-summary></activities:employments>
<activities:memberships><activities:affiliation-group>{organization("Club")}</activities:affiliation-group></activities:memberships>
<activities:works>
{xml_group(xml_id("eid", "2-s2.0-1"), xml_id("pmid", "123"), xml_id("doi", "https://doi.org/10.1000/ONE"))}
{xml_group(xml_id("doi", "10.1000/book", "part-of"), xml_id("isbn", "978"), xml_id("pmc", "PMC5"))}
{xml_group(xml_id("doi", "10.1000/preprint", "version-of"), xml_id("doi", "10.1000/two", "SELF"))}
{xml_group(xml_id("arxiv", "arXiv:1501.04916v2"), xml_id("doi", "work:doi"))}
{xml_group(xml_id("issn", "1"), summary=xml_id("uri", "https://www.aclweb.org/anthology/P18-1001/"))}
{xml_group(xml_id("eid", "2-s2.0-2"))}
{xml_group(xml_id("doi", "10.1000/one"))}
</activities:works>""",
)
FULL_JSON = {
    "orcid-identifier": {"uri": f"https://orcid.org/{OWN}", "path": OWN, "host": "orcid.org"},
    "history": {"deactivation-date": None, "claimed": True},
    "person": {
        "name": {
            "given-names": {"value": "Ann\u0000  B."},
            "family-name": {"value": "Author"},
            "credit-name": {"value": "A. B. Author"},
        },
        "other-names": {"other-name": [{"content": "Anna Autorin", "put-code": 1}]},
        "biography": {"content": "Writes\npapers."},
        "researcher-urls": {"researcher-url": [{"url-name": "Home", "url": {"value": "https://example.org/ann"}}]},
        "emails": {"email": []},
        "external-identifiers": {
            "external-identifier": [
                {
                    "external-id-type": "Scopus Author ID",
                    "external-id-value": "7004",
                    "external-id-relationship": "self",
                }
            ]
        },
    },
    "activities-summary": {
        "educations": {
            "affiliation-group": [
                {
                    "summaries": [
                        {
                            "education-summary": {
                                "role-title": "PhD",
                                "start-date": None,
                                "end-date": {"year": {"value": "1999"}, "month": None},
                                "organization": {
                                    "name": "Univ. R",
                                    "address": {"city": "Town", "country": "GB"},
                                    "disambiguated-organization": {
                                        "disambiguated-organization-identifier": "4615",
                                        "disambiguation-source": "RINGGOLD",
                                    },
                                },
                            }
                        }
                    ]
                }
            ]
        },
        "employments": {"affiliation-group": []},
        "works": {
            "group": [
                {
                    "external-ids": {
                        "external-id": [
                            {
                                "external-id-type": "doi",
                                "external-id-value": "10.1000/ONE",
                                "external-id-url": None,
                                "external-id-relationship": "self",
                            }
                        ]
                    },
                    "work-summary": [{"title": {"title": {"value": "T"}}}, {"title": None}],
                }
            ]
        },
    },
    "path": f"/{OWN}",
}


def write(folder: Path, content: str, name: str = "record.xml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def read(path: Path) -> list[Any]:
    chosen = Orcid()
    return [each for file in chosen.files([path]) for each in chosen.read(file)]


def tar(folder: Path, members: dict[str, str], name: str = "summaries.tar.gz") -> Path:
    path = folder / name
    with tarfile.open(path, "w:gz") as archive:
        directory = tarfile.TarInfo("summaries/")
        directory.type = tarfile.DIRTYPE
        archive.addfile(directory)
        for member, content in members.items():
            info = tarfile.TarInfo(f"summaries/{member}")
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return path


def place(name: str, *ids: Identifier) -> InstitutionRecord:
    return InstitutionRecord(name, ids, "GB", "Town")


def test_a_record_is_a_researcher_with_all_that_orcid_says_of_her(tmp_path: Path) -> None:
    assert read(write(tmp_path, FULL)) == [
        ResearcherEntry(
            source="orcid",
            key=OWN,
            identifiers=(Identifier("orcid", OWN), Identifier("scopus", "7004")),
            name="A. B. Author",
            name_variants=("Ann B. Author", "Anna Autorin"),
            bio="Writes papers.",
            affiliations=(
                AffiliationRecord(place("Univ. A", Identifier("ror", "042nb2s44")), 2001),
                AffiliationRecord(place("Univ. B", Identifier("grid", "grid.14709.3b"))),
                AffiliationRecord(place("Univ. C", Identifier("fundref", "100008582"))),
                AffiliationRecord(place("Univ. D")),
                AffiliationRecord(place("Univ. R", Identifier("ringgold", "4615")), None, 1999, "PhD"),
            ),
            works=(
                Identifier("doi", "10.1000/one"),
                Identifier("pmcid", "PMC5"),
                Identifier("doi", "10.1000/two"),
                Identifier("arxiv", "1501.04916"),
                Identifier("acl", "P18-1001"),
            ),
            urls=("https://example.org/ann",),
        )
    ]


def test_json_says_the_same_as_xml(tmp_path: Path) -> None:
    (entry,) = read(write(tmp_path, json.dumps(FULL_JSON, indent=2), "record.json"))
    assert entry == ResearcherEntry(
        source="orcid",
        key=OWN,
        identifiers=(Identifier("orcid", OWN), Identifier("scopus", "7004")),
        name="A. B. Author",
        name_variants=("Ann B. Author", "Anna Autorin"),
        bio="Writes papers.",
        affiliations=(AffiliationRecord(place("Univ. R", Identifier("ringgold", "4615")), None, 1999, "PhD"),),
        works=(Identifier("doi", "10.1000/one"),),
        urls=("https://example.org/ann",),
    )


def test_a_work_of_a_group_is_named_by_what_names_it_itself(tmp_path: Path) -> None:
    groups = [
        xml_group(xml_id("doi", "10.1000/a", "part-of"), xml_id("doi", "10.1000/b", "funded-by")),
        xml_group(xml_id("doi", "10.1000/a"), xml_id("doi", "10.1000/b"), summary=xml_id("doi", "10.1000/c")),
    ]
    (entry,) = read(write(tmp_path, record(activities=f"<activities:works>{''.join(groups)}</activities:works>")))
    assert entry.works == (Identifier("doi", "10.1000/a"),)


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("<person:name><personal-details:given-names>Sukhada</personal-details:given-names></person:name>", "Sukhada"),
        (
            "<other-name:other-names><other-name:other-name><other-name:content>Ann</other-name:content>\n\
</other-name:other-name></other-name:other-names>",
            "Ann",
        ),
    ],
)
def test_a_name_may_be_there_in_part_or_elsewhere(tmp_path: Path, person: str, name: str) -> None:
    (entry,) = read(write(tmp_path, record(person)))
    assert entry.name == name


@pytest.mark.parametrize("person", ["", "<person:name/>"])
def test_a_record_that_shows_no_name_is_rejected(tmp_path: Path, person: str) -> None:
    (rejected,) = read(write(tmp_path, record(person)))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "it shows no name of the person"


def test_null_names_in_json_are_no_names(tmp_path: Path) -> None:
    nobody = FULL_JSON | {"person": {"name": None, "other-names": None}}
    unnamed = FULL_JSON | {"person": {"name": {"given-names": None, "family-name": {"value": None}}}}
    found = read(write(tmp_path, json.dumps([nobody, unnamed, FULL_JSON]), "list.json"))
    assert [each.place for each in found[:2]] == ["record 1", "record 2"]
    assert isinstance(found[2], ResearcherEntry)


def test_a_deactivated_record_is_rejected(tmp_path: Path) -> None:
    history = (
        "<history:history><history:deactivation-date>2020-01-01T00:00:00Z</history:deactivation-date></history:history>"
    )
    (rejected,) = read(write(tmp_path, record(history=history)))
    assert rejected.reason == "the person has deactivated it"


def test_a_deprecated_record_leads_to_the_one_that_took_its_place(tmp_path: Path) -> None:
    primary = (
        "<deprecated:deprecated><deprecated:primary-record><common:uri>x</common:uri>"
        f"<common:path>{KEPT}</common:path></deprecated:primary-record></deprecated:deprecated>"
    )
    assert read(write(tmp_path, record("", history=primary))) == [
        Redirect("orcid", EntityKind.RESEARCHER, Identifier("orcid", OWN), Identifier("orcid", KEPT))
    ]


def test_a_wrong_check_digit_is_rejected(tmp_path: Path) -> None:
    (rejected,) = read(write(tmp_path, record(id_="0000-0002-1825-0098")))
    assert "is no ORCID iD" in rejected.reason


@pytest.mark.parametrize("chosen", ["orcid", "auto"])
def test_an_archive_of_many_records_is_one_input_and_bad_members_are_rejected(tmp_path: Path, chosen: str) -> None:
    path = tar(
        tmp_path,
        {
            f"097/{OWN}.xml": record(),
            "cut.xml": record()[:-20],
            "laughs.xml": '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + record()[55:],
            "other.xml": "<rss/>",
            f"700/{KEPT}.json": json.dumps(FULL_JSON),
            "notes.txt": "hello",
        },
    )
    (file,) = files_of(FORMATS.get(chosen), [path])
    assert file.name == str(path)
    found = list(detect(file).read(file))
    assert [type(each) for each in found] == [ResearcherEntry, *[Rejected] * 3, ResearcherEntry, Rejected]
    rejected = {each.place: each.reason for each in found if isinstance(each, Rejected)}
    assert "declares entities" in rejected["summaries/laughs.xml"]
    assert rejected["summaries/other.xml"] == "its root element is not <record>"
    assert rejected["summaries/cut.xml"].startswith("line ")
    assert set(rejected) == {f"summaries/{name}" for name in ("cut.xml", "laughs.xml", "other.xml", "notes.txt")}


def test_an_archive_on_standard_input_is_read(tmp_path: Path) -> None:
    data = tar(tmp_path, {"a.xml": record(), "b.xml": record(id_=KEPT)}).read_bytes()
    file = Input("standard input", lambda: io.BytesIO(data), None, opens_once=True)
    assert [each.key for each in detect(file).read(file)] == [OWN, KEPT]  # type: ignore[union-attr]


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = tar(tmp_path, {"a.xml": record(), "b.xml": record(id_=KEPT)}, "whole.tar.gz")
    path = tmp_path / "cut.tar"
    unpacked = gzip.decompress(whole.read_bytes())
    path.write_bytes(unpacked[: unpacked.rindex(b"</record:record>")])
    chosen = Orcid()
    (file,) = chosen.files([path])
    records = chosen.read(file)
    assert isinstance(next(records), ResearcherEntry)
    with pytest.raises(FileCutShort, match=r"after summaries/a\.xml"):
        list(records)


def test_an_archive_is_read_in_flat_memory(tmp_path: Path) -> None:
    path = tar(tmp_path, {f"{number}.xml": record() for number in range(500)})
    chosen = Orcid()
    (file,) = chosen.files([path])
    tracemalloc.start()
    try:
        assert sum(1 for _ in chosen.read(file)) == 500
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_of_something_else_is_taken_apart(tmp_path: Path) -> None:
    path = tar(tmp_path, {"a.txt": "N18-1001 , P17-1001\n"})
    (file,) = files_of(None, [path])
    assert file.name.endswith("!summaries/a.txt")


def test_a_file_that_breaks_off_is_cut_short(tmp_path: Path) -> None:
    with pytest.raises(FileCutShort, match="line "):
        read(write(tmp_path, record()[:-30]))
    with pytest.raises(FileCutShort, match="record 1"):
        read(write(tmp_path, json.dumps(FULL_JSON, indent=1)[:-30], "record.json"))


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret", "secret.txt")
    for declared in ('a "ha"><!ENTITY b "&a;&a;&a;&a;&a;"', f'a SYSTEM "{secret.as_uri()}"'):
        text = f"<!DOCTYPE r [<!ENTITY {declared}>]>" + record(NAME.replace("Ann", "&a;"))[55:]
        with pytest.raises(FileRefused, match="declares entities"):
            read(write(tmp_path, text))


@pytest.mark.parametrize(
    "content",
    [
        f"<activities:employments {NAMESPACES}/>",
        "<OAI-PMH><record><header/></record></OAI-PMH>",
        '{"response-code": 409, "developer-message": "deprecated"}',
        "",
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileRefused, match=r"it is no ORCID record|it is empty"):
        read(write(tmp_path, content))
