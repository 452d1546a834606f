from collections import Counter

import pytest

from graphdb.identifiers import normalise
from importers.demo.format import Demo
from importers.demo.institutions import institutions_of
from importers.errors import FileRefused
from importers.records import Identifier, IdentityRule, SourceKind, WorkRecord, WorkType

PAGE = [
    ("Do Vision Transformers See Like Convolutional Neural Networks?", 2022, "2108.08810"),
    ("On the Origins of the Block Structure Phenomenon in Neural Network Representations", 2022, "2202.07184"),
    ("A Survey of Deep Learning for Scientific Discovery", 2020, "2003.11755"),
    ("Anatomy of Catastrophic Forgetting: Hidden Representations and Task Semantics", 2020, "2007.07400"),
    ("Rapid Learning or Feature Reuse? Towards Understanding the Effectiveness of MAML", 2020, "1909.09157"),
]


@pytest.fixture(scope="module")
def works() -> list[WorkRecord]:
    demo = Demo()
    (file,) = demo.files()
    return [record for record in demo.read(file) if isinstance(record, WorkRecord)]


def test_the_works_of_the_page_stand_as_the_page_shows_them(works: list[WorkRecord]) -> None:
    preprints = [work for work in works if work.type is WorkType.PREPRINT]
    assert [(work.title, work.year, work.key) for work in preprints] == PAGE
    for work in preprints:
        assert work.venue is not None
        assert (work.venue.name, work.venue.kind) == ("arXiv", SourceKind.ARCHIVE)
        assert work.topics
        assert "Maithra Raghu" in [author.name for author in work.authors]


def test_no_work_stands_twice(works: list[WorkRecord]) -> None:
    assert len(works) == 327
    for values in (Counter(work.key for work in works), Counter(work.title.lower() for work in works)):
        assert values.most_common(1)[0][1] == 1


def test_no_abstract_is_in_the_repository(works: list[WorkRecord]) -> None:
    assert all(work.abstract is None for work in works)


def test_the_researcher_of_the_page_is_one_person_by_curation_and_nobody_else_is(works: list[WorkRecord]) -> None:
    keyed = [author for work in works for author in work.authors if author.key is not None]
    assert len(keyed) == 15
    assert {(author.name, author.key, author.rule) for author in keyed} == {
        ("Maithra Raghu", Identifier("demo-person", "maithra-raghu"), IdentityRule.CURATED)
    }


def test_nobody_is_printed_twice_on_a_work_and_names_are_clean(works: list[WorkRecord]) -> None:
    for work in works:
        names = [author.name for author in work.authors]
        assert names
        assert len(set(names)) == len(names)
        assert all(name == name.strip(" *") for name in names)


def test_topics_are_unique_on_a_work_and_one_code_has_one_name(works: list[WorkRecord]) -> None:
    names: dict[str, set[str]] = {}
    for work in works:
        codes = [topic.code for topic in work.topics]
        assert len(set(codes)) == len(codes)
        for topic in work.topics:
            names.setdefault(topic.code, set()).add(topic.name)
    assert all(len(each) == 1 for each in names.values())


def test_an_affiliation_leads_to_the_institutions_it_means() -> None:
    def named(printed: str) -> list[str]:
        return [institution.name for institution in institutions_of(printed)]

    assert named("Department of Computer Science, Cornell University; Google Brain") == [
        "Cornell University",
        "Google Brain",
    ]
    assert set(named("Vector Institute and University of Toronto")) == {"Vector Institute", "University of Toronto"}
    assert named("Stanford University; Department of Applied Physics, Stanford University") == ["Stanford University"]
    assert named("CIFAR Senior Fellow") == []


def test_every_ror_id_is_valid_and_every_institution_has_a_name_key(works: list[WorkRecord]) -> None:
    institutions = {each for work in works for author in work.authors for each in author.institutions}
    assert len(institutions) == 57
    for institution in institutions:
        schemes = [identifier.scheme for identifier in institution.identifiers]
        assert schemes in (["ror", "name"], ["name"])
        assert all(normalise(each.scheme, each.value) == each.value for each in institution.identifiers)


def test_a_path_given_to_the_demo_is_refused() -> None:
    demo = Demo()
    _, stray = demo.files(["works.json"])
    with pytest.raises(FileRefused, match="reads no file"):
        next(demo.read(stray))
