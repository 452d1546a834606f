import json
from pathlib import Path
from typing import Any

from importers.openalex.format import OpenAlex
from importers.records import (
    AffiliationRecord,
    Identifier,
    InstitutionEntry,
    InstitutionRecord,
    Rejected,
    ResearcherEntry,
    SourceEntry,
    SourceKind,
    TopicEntry,
    TopicRecord,
    VenueRecord,
)

SITE = "https://openalex.org"
LAB = {"id": f"{SITE}/I1", "ror": "https://ror.org/02nr0ka47", "display_name": "Lab", "country_code": "CA"}
UNIVERSITY = {"id": f"{SITE}/I2", "ror": None, "display_name": "University", "country_code": "US", "type": "funder"}
AUTHOR: dict[str, Any] = {
    "id": f"{SITE}/A5023888391",
    "orcid": "https://orcid.org/0000-0001-6187-6610",
    "display_name": "Jason Priem",
    "display_name_alternatives": ["J. Priem", "Jason Priem"],
    "works_count": 62,
    "affiliations": [
        {"institution": LAB, "years": [2023, 2022, 2019]},
        {"institution": UNIVERSITY, "years": [2010, 2014]},
        {"institution": {"id": f"{SITE}/I3", "display_name": None}, "years": [2001]},
    ],
    "last_known_institutions": [LAB],
}
INSTITUTION: dict[str, Any] = {
    "id": f"{SITE}/I27837315",
    "ror": "https://ror.org/00jmfr291",
    "display_name": "University of X",
    "country_code": "US",
    "type": "education",
    "homepage_url": "https://x.edu",
    "geo": {"city": "Ann Arbor", "country_code": "US", "latitude": 42.27756, "longitude": -83.74088},
    "display_name_acronyms": ["UX"],
    "display_name_alternatives": ["X University"],
    "international": {"display_name": {"en": "University of X", "fr": "Université de X"}},
    "associated_institutions": [
        {**LAB, "relationship": "parent"},
        {**UNIVERSITY, "relationship": "child"},
        {"id": f"{SITE}/I9", "display_name": "System", "relationship": "parent"},
    ],
}
SOURCE: dict[str, Any] = {
    "id": f"{SITE}/S137773608",
    "issn_l": "0028-0836",
    "issn": ["0028-0836", "1476-4687", "1234-0000"],
    "display_name": "Nature",
    "host_organization_name": "Nature Portfolio",
    "homepage_url": "https://www.nature.com/nature/",
    "alternate_titles": ["Nature (London)"],
    "abbreviated_title": "Nat.",
    "type": "journal",
}
TOPIC: dict[str, Any] = {
    "id": f"{SITE}/T11636",
    "display_name": "Artificial Intelligence in Healthcare",
    "description": "Papers on  AI.",
    "keywords": ["AI", "Radiology"],
    "subfield": {"id": f"{SITE}/subfields/2718", "display_name": "Health Informatics"},
    "field": {"id": f"{SITE}/fields/27", "display_name": "Medicine"},
    "domain": {"id": f"{SITE}/domains/4", "display_name": "Health Sciences"},
}


def read(folder: Path, *records: dict[str, Any]) -> list[Any]:
    path = folder / "records.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    (file,) = OpenAlex().files([path])
    return list(OpenAlex().read(file))


def test_an_author_has_ids_names_and_the_years_at_each_place(tmp_path: Path) -> None:
    lab = InstitutionRecord("Lab", (Identifier("ror", "02nr0ka47"), Identifier("openalex", "I1")), country="CA")
    university = InstitutionRecord("University", (Identifier("openalex", "I2"),), country="US")
    assert read(tmp_path, AUTHOR) == [
        ResearcherEntry(
            source="openalex",
            key="A5023888391",
            identifiers=(Identifier("openalex", "A5023888391"), Identifier("orcid", "0000-0001-6187-6610")),
            name="Jason Priem",
            name_variants=("J. Priem",),
            affiliations=(
                # Where she was last, she may still be.
                AffiliationRecord(lab, since=2019),
                AffiliationRecord(university, since=2010, until=2014),
            ),
        )
    ]


def test_the_last_known_place_counts_though_no_years_are_listed(tmp_path: Path) -> None:
    (author,) = read(tmp_path, {**AUTHOR, "affiliations": None})
    assert [(each.institution.name, each.since, each.until) for each in author.affiliations] == [("Lab", None, None)]


def test_an_author_who_stands_for_nobody_or_has_no_name_is_rejected(tmp_path: Path) -> None:
    rejected = read(
        tmp_path, {"id": f"{SITE}/A5317838346", "display_name": "Deleted"}, {**AUTHOR, "display_name": None}
    )
    assert all(isinstance(each, Rejected) for each in rejected)
    assert "stands for authors that OpenAlex has deleted" in rejected[0].reason
    assert rejected[1].reason == "it has no name"


def test_an_institution_has_place_names_and_the_institutions_above_it(tmp_path: Path) -> None:
    assert read(tmp_path, INSTITUTION) == [
        InstitutionEntry(
            source="openalex",
            key="I27837315",
            institution=InstitutionRecord(
                name="University of X",
                identifiers=(Identifier("ror", "00jmfr291"), Identifier("openalex", "I27837315")),
                country="US",
                city="Ann Arbor",
                latitude=42.27756,
                longitude=-83.74088,
                type="education",
                homepage="https://x.edu",
            ),
            name_variants=("UX", "X University", "Université de X"),
            parents=(Identifier("ror", "02nr0ka47"), Identifier("openalex", "I9")),
        )
    ]


def test_an_institution_that_gives_grants_is_no_funder_by_type(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {**INSTITUTION, "type": "funder"})
    assert entry.institution.type is None


def test_a_source_has_its_linking_issn_first_and_only_issns_that_are_right(tmp_path: Path) -> None:
    assert read(tmp_path, SOURCE) == [
        SourceEntry(
            source="openalex",
            key="S137773608",
            venue=VenueRecord(
                "Nature",
                SourceKind.JOURNAL,
                (
                    Identifier("issn", "0028-0836"),
                    Identifier("issn", "1476-4687"),
                    Identifier("openalex", "S137773608"),
                ),
                "https://www.nature.com/nature/",
            ),
            name_variants=("Nature (London)", "Nat."),
            publisher="Nature Portfolio",
        )
    ]


def test_arxiv_is_the_same_source_as_its_own_importers_say(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {"id": f"{SITE}/S4306400194", "display_name": "arXiv (Cornell University)"})
    assert entry.venue.identifiers == (Identifier("archive", "arxiv"), Identifier("openalex", "S4306400194"))


def test_a_topic_comes_with_what_it_belongs_to_and_each_of_that_comes_once(tmp_path: Path) -> None:
    domain = TopicRecord("openalex", "domains/4", "Health Sciences")
    field = TopicRecord("openalex", "fields/27", "Medicine")
    subfield = TopicRecord("openalex", "subfields/2718", "Health Informatics")
    other = {**TOPIC, "id": f"{SITE}/T10001", "display_name": "Other", "description": None, "keywords": None}
    assert read(tmp_path, TOPIC, other) == [
        TopicEntry("openalex", "domains/4", domain, level="domain"),
        TopicEntry("openalex", "fields/27", field, level="field", broader=domain),
        TopicEntry("openalex", "subfields/2718", subfield, level="subfield", broader=field),
        TopicEntry(
            "openalex",
            "T11636",
            TopicRecord("openalex", "T11636", "Artificial Intelligence in Healthcare"),
            level="topic",
            description="Papers on AI.",
            keywords=("AI", "Radiology"),
            broader=subfield,
        ),
        TopicEntry("openalex", "T10001", TopicRecord("openalex", "T10001", "Other"), level="topic", broader=subfield),
    ]


def test_a_subfield_of_its_own_belongs_to_its_field(tmp_path: Path) -> None:
    subfield = {"id": f"{SITE}/subfields/2718", "display_name": "Health Informatics", "description": "On it."}
    entries = read(tmp_path, {**subfield, "field": TOPIC["field"], "domain": TOPIC["domain"], "topics": []})
    assert [(each.key, each.level, each.broader and each.broader.code) for each in entries] == [
        ("domains/4", "domain", None),
        ("fields/27", "field", "domains/4"),
        ("subfields/2718", "subfield", "fields/27"),
    ]
    assert entries[-1].description == "On it."


def test_records_that_are_not_imported_say_why(tmp_path: Path) -> None:
    ids = ("C71924100", "F4320332161", "P4310319965", "keywords/c4", "countries/US")
    rejected = read(tmp_path, *({"id": f"{SITE}/{id_}", "display_name": "X"} for id_ in ids))
    assert [each.reason for each in rejected] == [
        "it is a concept: OpenAlex has given them up for topics",
        "it is a funder, which is not imported",
        "it is a publisher, which is not imported but as a name on works and sources",
        "it is no work, author, institution, source or topic",
        "it is no work, author, institution, source or topic",
    ]
