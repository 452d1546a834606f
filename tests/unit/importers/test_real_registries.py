"""What the readers make of public files of registries and bibliographies, against the files read by other means."""

import gzip
import json
import os
import re
import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from importers.formats import FORMATS, detect, files_of
from importers.records import (
    CitationRecord,
    Identifier,
    InstitutionEntry,
    Redirect,
    Rejected,
    ResearcherEntry,
    WorkRecord,
    WorkType,
)

FOLDERS = {
    "dblp": "dblp",
    "orcid/ORCID_2022_10_summaries.tar.gz": "orcid",
    "ror/ror-v2-records.jsonl.gz": "ror",
    "semantic_scholar": "s2",
    "bibtex_ris_csl/biblatex-examples-dev.bib": "bibtex",
    "bibtex_ris_csl/crossref.bib": "bibtex",
    "bibtex_ris_csl/crossref.ris": "ris",
    "bibtex_ris_csl/rispy": "ris",
    "bibtex_ris_csl/csl-list.json": "csl",
    "bibtex_ris_csl/csl-single.json": "csl",
}


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("BZPEER_REAL_DATA")
    if not folder:
        pytest.skip("BZPEER_REAL_DATA is not set: the records of DBLP, ORCID, ROR, Semantic Scholar are not checked")
    return Path(folder)


def read(format_name: str, *paths: Path) -> list[Any]:
    chosen = FORMATS[format_name]
    return [record for file in files_of(chosen, paths) for record in chosen.read(file)]


def rejected(records: list[Any]) -> list[Rejected]:
    return [each for each in records if isinstance(each, Rejected)]


@pytest.mark.parametrize("path", sorted(FOLDERS))
def test_every_file_is_known_for_what_it_is(data: Path, path: str) -> None:
    files = files_of(None, [data / path])
    assert {detect(file).name for file in files} == {FOLDERS[path]}


def test_no_file_is_known_to_two_formats(data: Path) -> None:
    folders = ("arxiv", "bibtex_ris_csl", "crossref", "dblp", "openalex", "orcid", "ror", "semantic_scholar")
    for path in (each for folder in folders for each in (data / folder).rglob("*") if each.is_file()):
        for file in files_of(None, [path]):
            head = file.head()
            knowing = [name for name, each in FORMATS.items() if each.matches(head, file.name)]
            assert len(knowing) <= 1, (file.name, knowing)


def test_every_record_of_dblp_is_a_work_with_its_doi_and_its_authors(data: Path) -> None:
    dump = gzip.decompress((data / "dblp" / "dblp.xml.gz").read_bytes()).decode("latin-1")
    works = read("dblp", data / "dblp" / "dblp.xml.gz")
    assert [work.key for work in works] == re.findall(r'<article [^>]*key="([^"]+)"', dump)
    assert sum(len(work.authors) for work in works) == dump.count("<author") == 85
    assert all(any(each.scheme == "doi" for each in work.identifiers) for work in works)
    orcids = [each for work in works for author in work.authors for each in author.identifiers]
    assert len(orcids) == dump.count("orcid=") == 12
    named = {author.name: author.key.value for work in works for author in work.authors}
    assert named["Milind Kulkarni"] == "Milind Kulkarni 0001"
    assert named["Joaquín Peña"] == "Joaquín Peña"
    assert not any(re.search(r"\d", name) for name in named)


def test_no_title_of_dblp_keeps_the_full_stop_that_dblp_adds(data: Path) -> None:
    works = read("dblp", data / "dblp" / "dblp.xml.gz")
    assert not any(work.plain_title.endswith(".") for work in works)
    assert sum(work.title.endswith(".") for work in works) == 44


def test_every_record_of_ror_is_an_institution_or_leads_to_its_successor(data: Path) -> None:
    path = data / "ror" / "ror-v2-records.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        raw = [json.loads(line) for line in lines]
    records = read("ror", path)
    assert len(records) == len(raw) == 20_000
    kinds = Counter(type(each) for each in records)
    withdrawn = [each for each in raw if each["status"] == "withdrawn"]
    followed = [each for each in withdrawn if sum(r["type"] == "successor" for r in each["relationships"]) == 1]
    assert kinds == {InstitutionEntry: 20_000 - len(followed), Redirect: len(followed)}
    assert len(followed) == 63
    entries = [each for each in records if isinstance(each, InstitutionEntry)]
    assert sum(each.active for each in entries) == 19_485
    assert all(each.institution.country and each.institution.city and each.institution.type for each in entries)
    shown = {
        each["id"].rpartition("/")[2]: [n["value"] for n in each["names"] if "ror_display" in n["types"]]
        for each in raw
    }
    assert all([each.institution.name] == [" ".join(name.split()) for name in shown[each.key]] for each in entries)


def test_the_registrys_own_examples_are_read(data: Path) -> None:
    old, new = (read("ror", data / "ror" / "schema" / f"example_record_v2_{minor}.json") for minor in (0, 1))
    assert old == new
    (california,) = new
    assert california.institution.name == "University of California System"
    assert california.institution.domains == ("universityofcalifornia.edu",)
    assert Identifier("grid", "grid.30389.31") in california.institution.identifiers


def test_every_record_of_orcids_archive_is_a_researcher_with_works_of_her_own(data: Path) -> None:
    path = data / "orcid" / "ORCID_2022_10_summaries.tar.gz"
    entries = {each.key: each for each in read("orcid", path)}
    groups = {}
    with tarfile.open(path) as archive:
        for member in archive:
            root = etree.fromstring(archive.extractfile(member).read())  # type: ignore[union-attr]
            key = member.name.rpartition("/")[2].removesuffix(".xml")
            groups[key] = len(root.findall(".//{*}works/{*}group"))
    assert all(isinstance(each, ResearcherEntry) for each in entries.values())
    assert entries.keys() == groups.keys()
    works = {key: len(each.works) for key, each in entries.items()}
    # The other groups have ids of Scopus or of a reference manager only, or an identifier that stands in another group.
    assert works == {
        "0000-0003-4231-1897": 211,
        "0000-0002-5878-603X": 0,
        "0000-0001-6281-3013": 19,
        "0000-0001-6270-9013": 62,
    }
    assert all(works[key] <= groups[key] for key in works)
    assert Identifier("scopus", "35566637400") in entries["0000-0003-4231-1897"].identifiers


def test_orcids_samples_are_read_as_xml_and_json(data: Path) -> None:
    samples = data / "orcid" / "record_3.0_read_samples"
    (deactivated,) = read("orcid", samples / "record-3.0.xml")
    assert deactivated.reason == "the person has deactivated it"
    (entry,) = read("orcid", samples / "record-full-3.0.json")
    assert (entry.name, len(entry.affiliations)) == ("Three releasecandidate1", 4)


def test_a_paper_of_semantic_scholar_brings_all_that_cite_it(data: Path) -> None:
    raw = json.loads((data / "semantic_scholar" / "Paper.json").read_bytes())
    records = read("s2", data / "semantic_scholar" / "Paper.json")
    assert not rejected(records)
    top = records[0]
    assert top.identifiers[:2] == (Identifier("s2", "14636783"), Identifier("s2", raw["paperId"]))
    citations = [each for each in records if isinstance(each, CitationRecord)]
    assert len(set(citations)) == len(raw["citations"]) == 1_000
    assert {each.cited for each in citations} == {Identifier("s2", "14636783")}
    assert len(top.references) == sum(each["paperId"] is not None for each in raw["references"]) == 8
    assert len(top.unresolved_references) == 6
    works = [each for each in records if isinstance(each, WorkRecord)]
    assert len({work.key for work in works}) == len(works) == 1_009
    assert [work for work in works if not work.supplement] == [top]


def test_papers_and_authors_of_semantic_scholar_are_all_read(data: Path) -> None:
    papers = read("s2", data / "semantic_scholar" / "papers.jsonl")
    assert len(papers) == len({each.key for each in papers}) == 3_227
    assert all(isinstance(each, WorkRecord) for each in papers)
    authors = read("s2", data / "semantic_scholar" / "authors.jsonl")
    assert [each.name for each in authors] == ["E. Duflo", "A. Banerjee"]
    assert Identifier("dblp-person", "Abhijit Banerjee 0001") in authors[1].identifiers
    turing, *works = read("s2", data / "semantic_scholar" / "Author.json")
    assert len(turing.works) == len(works) == 60


def test_every_entry_of_biblatexs_examples_but_the_set_is_a_work(data: Path) -> None:
    path = data / "bibtex_ris_csl" / "biblatex-examples-dev.bib"
    written = re.findall(r"^@(\w+)\{([^,=]+),", path.read_text(encoding="utf-8"), re.MULTILINE)
    works = {work.key.rpartition(" ")[2]: work for work in read("bibtex", path)}
    assert set(works) == {key for type_, key in written if type_ not in {"string", "set"}}
    assert len(works) == 45
    assert not any(re.search(r"[\\{}]", work.plain_title) for work in works.values())
    assert not any(re.search(r"[\\{}]", author.name) for work in works.values() for author in work.authors)
    assert works["aksin"].authors[0].name == "Özge Aksın"
    assert works["nietzsche:ksa"].publisher == "Deutscher Taschenbuch-Verlag and Walter de Gruyter"
    inherited = works["westfahl:space"]
    assert inherited.year == 2000
    assert inherited.venue is not None
    assert inherited.venue.name == works["westfahl:frontier"].plain_title
    assert works["baez/article"].identifiers == works["baez/online"].identifiers
    assert works["baez/online"].type is WorkType.PREPRINT


def test_one_work_has_the_same_identifier_in_bibtex_and_ris(data: Path) -> None:
    folder = data / "bibtex_ris_csl"
    (bibtex,), (ris,) = read("bibtex", folder / "crossref.bib"), read("ris", folder / "crossref.ris")
    assert bibtex.identifiers == ris.identifiers == (Identifier("doi", "10.7554/elife.01567"),)
    assert bibtex.authors == ris.authors
    assert bibtex.venue == ris.venue


def test_references_in_ris_without_a_title_are_the_only_ones_rejected(data: Path) -> None:
    records = read("ris", data / "bibtex_ris_csl" / "rispy")
    assert {each.reason for each in rejected(records)} == {"it has no title"}
    works = [each for each in records if isinstance(each, WorkRecord)]
    assert (len(works), len(rejected(records))) == (10, 4)
    # A file without a title has the whole of it as its short title.
    assert any(work.plain_title.startswith("Состояние рецепторного аппарата") for work in works)
    shannon = {work.identifiers for work in works if "Mathematical Theory" in work.plain_title}
    assert len(shannon) == 1


def test_every_item_of_the_csl_list_is_a_work(data: Path) -> None:
    raw = json.loads((data / "bibtex_ris_csl" / "csl-list.json").read_bytes())
    works = read("csl", data / "bibtex_ris_csl" / "csl-list.json")
    assert len(works) == len(raw) == 9
    assert (
        sum(
            each["DOI"].lower() == work.identifiers[0].value
            for each, work in zip(raw, works, strict=True)
            if "DOI" in each
        )
        == 6
    )
    assert [work.identifiers[0].scheme for work in works if work.identifiers[0].scheme != "doi"] == [
        "citation",
        "arxiv",
        "citation",
    ]
    assert works[3].plain_title.startswith("Exposición Temprana")
    assert read("csl", data / "bibtex_ris_csl" / "csl-single.json") == works[:1]
