"""An author's own record in Semantic Scholar, with her papers."""

from collections.abc import Iterator

from importers.dblp.people import printed_name
from importers.records import AffiliationRecord, Identifier, InstitutionRecord, Record, ResearcherEntry, WorkRecord
from importers.rejection import UnusableError
from importers.s2.shapes import Author, DatasetAuthor
from importers.s2.works import SITE, SOURCE, nested_works, other_ids_of_person, written
from importers.text import clean_name, fold_space


def author_records(author: Author) -> Iterator[Record]:
    """Yield the researcher that an author is, and the works of the papers that came along.

    Raises:
        UnusableError: The author has no id or no name.
    """
    own = Identifier("s2", fold_space(author.author_id or ""))
    name = clean_name(author.name or "")
    if not own.value:
        raise UnusableError("it has no author id")
    if not name:
        raise UnusableError("the author has no name")
    works = [each for each in nested_works(author.papers or [], inside=own) if isinstance(each, WorkRecord)]
    variants = (*(author.aliases or ()), *map(printed_name, written(author.external_ids, "DBLP")))
    names = dict.fromkeys(clean_name(each) for each in variants)
    places = dict.fromkeys(fold_space(each) for each in author.affiliations or ())
    homepage = fold_space(author.homepage or "")
    yield ResearcherEntry(
        source=SOURCE,
        key=own.value,
        identifiers=(own, *other_ids_of_person(author.external_ids)),
        name=name,
        name_variants=tuple(each for each in names if each and each != name),
        affiliations=tuple(AffiliationRecord(InstitutionRecord(each)) for each in places if each),
        works=tuple(each.identifiers[0] for each in works),
        urls=(*((homepage,) if homepage else ()), f"{SITE}/author/{own.value}"),
    )
    yield from works


def dataset_author_records(line: DatasetAuthor) -> Iterator[Record]:
    """Yield the researcher of a line of the dataset `authors`.

    Raises:
        UnusableError: The author has no id or no name.
    """
    yield from author_records(
        Author(
            author_id=line.author_id,
            external_ids=line.external_ids,
            name=line.name,
            aliases=line.aliases,
            affiliations=line.affiliations,
            homepage=line.homepage,
        )
    )
