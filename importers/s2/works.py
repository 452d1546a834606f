"""A paper of Semantic Scholar as a work, with the papers that come along inside it."""

import re
from collections.abc import Iterator

from graphdb.identifiers import normalise
from graphdb.text import fold
from importers.addresses import identifier_of, with_arxiv
from importers.arxiv.works import ARCHIVE
from importers.dates import published
from importers.records import (
    AuthorRecord,
    CitationRecord,
    Identifier,
    IdentityRule,
    Record,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.rejection import UnusableError
from importers.s2.shapes import (
    Author,
    Citation,
    CorpusPaper,
    DatasetAbstract,
    DatasetCitation,
    DatasetPaper,
    ExternalIds,
    Field,
    Journal,
    Paper,
    Pdf,
    Venue,
)
from importers.text import clean_name, fold_space, plain_abstract, plain_title

SOURCE = "s2"
SITE = "https://www.semanticscholar.org"
_SCHEMES = {
    "DOI": "doi",
    "ArXiv": "arxiv",
    "ACL": "acl",
    "DBLP": "dblp",
    "PubMed": "pmid",
    "PubMedCentral": "pmcid",
    "CorpusId": "s2",
}
# A paper has several: what it appeared in says more than what it is like.
_TYPES = {
    "Conference": WorkType.CONFERENCE,
    "JournalArticle": WorkType.ARTICLE,
    "BookSection": WorkType.CHAPTER,
    "Book": WorkType.BOOK,
    "Dataset": WorkType.DATASET,
    "Editorial": WorkType.EDITORIAL,
    "LettersAndComments": WorkType.ARTICLE,
    "CaseReport": WorkType.ARTICLE,
    "ClinicalTrial": WorkType.ARTICLE,
    "Study": WorkType.ARTICLE,
    "Review": WorkType.REVIEW,
    "MetaAnalysis": WorkType.REVIEW,
}
_ARXIV_VENUES = frozenset({"arxiv", "arxiv org"})
_CONFERENCE = re.compile(r"\b(?:conference|congress|meeting|proceedings|symposium|workshop)\b", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:annals|archives|bulletin|journal|letters|review|reviews|transactions)\b", re.IGNORECASE)
_KINDS = {"journal": SourceKind.JOURNAL, "conference": SourceKind.CONFERENCE}


def paper_records(paper: Paper) -> Iterator[Record]:
    """Yield the work that a paper is, the papers it came with, and the citations between them.

    Raises:
        UnusableError: The paper has no id or no title.
    """
    own = _identifiers(paper)
    cited = [each for each in paper.references or () if each is not None]
    known = [identifiers[0] for each in cited if (identifiers := _identifiers(each))]
    unknown = (plain_title(each.title) for each in cited if each.title and not _identifiers(each))
    yield work_of(
        paper,
        references=tuple(dict.fromkeys(known)),
        unresolved_references=tuple(dict.fromkeys(each for each in unknown if each)),
    )
    yield from _nested(cited, inside=own[0])
    citing = [each for each in paper.citations or () if each is not None]
    for identifier in dict.fromkeys(ids[0] for each in citing if (ids := _identifiers(each))):
        yield CitationRecord(SOURCE, identifier, own[0])
    yield from _nested(citing, inside=own[0])


def nested_works(papers: list[Paper | None], inside: Identifier) -> Iterator[Record]:
    """Yield the works of papers that came along with the record of `inside`."""
    yield from _nested([each for each in papers if each is not None], inside)


def dataset_paper_records(line: DatasetPaper) -> Iterator[Record]:
    """Yield the work of a line of the dataset `papers`.

    Raises:
        UnusableError: The line has no id or no title.
    """
    yield work_of(
        Paper(
            corpus_id=line.corpus_id,
            external_ids=line.external_ids,
            url=line.url,
            title=line.title,
            venue=line.venue,
            year=line.year,
            citation_count=line.citation_count,
            is_open_access=line.is_open_access,
            s2_fields_of_study=line.s2_fields_of_study,
            publication_types=line.publication_types,
            publication_date=line.publication_date,
            journal=line.journal,
            authors=line.authors,
        )
    )


def corpus_paper_records(line: CorpusPaper) -> Iterator[Record]:
    """Yield the work of a line of the corpus, and its citations.

    Raises:
        UnusableError: The line has no title.
    """
    journal = Journal(line.journal_name, line.journal_volume, line.journal_pages)
    yield from paper_records(
        Paper(
            paper_id=line.id,
            external_ids={"DOI": line.doi or None, "PubMed": line.pmid or None},
            url=line.s2_url or None,
            title=line.title,
            abstract=line.paper_abstract,
            venue=line.venue or None,
            year=line.year,
            open_access_pdf=Pdf(line.pdf_urls[0]) if line.pdf_urls else None,
            s2_fields_of_study=[Field(each) for each in line.fields_of_study or ()],
            publication_types=["JournalArticle"] if line.journal_name else None,
            journal=journal if any((journal.name, journal.volume, journal.pages)) else None,
            authors=[Author(each.ids[0] if len(each.ids) == 1 else None, name=each.name) for each in line.authors],
            references=[Paper(each) for each in line.out_citations],
            citations=[Paper(each) for each in line.in_citations],
        )
    )


def abstract_records(line: DatasetAbstract) -> Iterator[Record]:
    """Yield what a line of the dataset `abstracts` adds to a work.

    Raises:
        UnusableError: The line has no id or no abstract.
    """
    info = line.open_access_info
    identifiers = _identifiers(Paper(corpus_id=line.corpus_id, external_ids=info.external_ids if info else None))
    abstract = plain_abstract(line.abstract)
    if not identifiers:
        raise UnusableError("it has no corpus id")
    if abstract is None:
        raise UnusableError("it has no abstract")
    title = f"CorpusId:{identifiers[0].value}"
    yield WorkRecord(
        source=SOURCE,
        key=f"supplement: abstract of {identifiers[0].value}",
        identifiers=identifiers,
        title=title,
        plain_title=title,
        type=WorkType.OTHER,
        abstract=abstract,
        supplement=True,
    )


def dataset_citation_records(line: DatasetCitation) -> Iterator[Record]:
    """Yield the citation of a line of the dataset `citations`.

    Raises:
        UnusableError: An end is not known.
    """
    citing = _s2(line.citing_corpus_id)
    cited = _s2(line.cited_corpus_id)
    if citing is None or cited is None:
        raise UnusableError(f"it does not say which paper is {'cited' if cited is None else 'citing'}")
    yield CitationRecord(SOURCE, citing, cited)


def citation_records(citation: Citation) -> Iterator[Record]:
    """Yield the papers of a citation, and the citation itself if both ends are named.

    Raises:
        UnusableError: No end is named.
    """
    ends = [(each, _identifiers(each)) for each in (citation.citing_paper, citation.cited_paper) if each is not None]
    if not any(identifiers for _, identifiers in ends):
        raise UnusableError("it names no paper")
    if len(ends) == 2 and all(identifiers for _, identifiers in ends):
        yield CitationRecord(SOURCE, ends[0][1][0], ends[1][1][0])
    for paper, identifiers in ends:
        if identifiers and plain_title(paper.title or ""):
            yield work_of(paper, inside="a citation")


def work_of(
    paper: Paper,
    *,
    inside: str | None = None,
    references: tuple[Identifier, ...] = (),
    unresolved_references: tuple[str, ...] = (),
) -> WorkRecord:
    """Return the work that a paper is; `inside` says where it was found, if it is not a record of its own.

    Raises:
        UnusableError: The paper has no id or no title.
    """
    identifiers = _identifiers(paper)
    if not identifiers:
        raise UnusableError("it has no paper id")
    title = fold_space(paper.title or "")
    if not title:
        raise UnusableError("it has no title")
    venue = _venue(paper)
    appeared = published((paper.publication_date or "").split("-"))
    key = identifiers[0].value
    return WorkRecord(
        source=SOURCE,
        # A paper inside another has fewer fields: it must not take the place of its own record.
        key=key if inside is None else f"supplement: {key} in {inside}",
        identifiers=identifiers,
        title=title,
        plain_title=plain_title(title) or title,
        type=_type(paper, venue),
        authors=tuple(_authors(paper)),
        abstract=plain_abstract(paper.abstract),
        year=paper.year or (appeared.year if appeared else None),
        first_published_at=appeared.date if appeared else None,
        venue=venue,
        topics=_topics(paper),
        references=references,
        url=paper.url or f"{SITE}/paper/{'CorpusID:' if key.isdecimal() else ''}{key}",
        pdf_url=(paper.open_access_pdf.url or None) if paper.open_access_pdf else None,
        is_open_access=paper.is_open_access,
        external_citation_count=paper.citation_count,
        volume=fold_space(paper.journal.volume or "") or None if paper.journal else None,
        pages=fold_space(paper.journal.pages or "") or None if paper.journal else None,
        unresolved_references=unresolved_references,
        supplement=inside is not None,
    )


def _nested(papers: list[Paper], inside: Identifier) -> Iterator[WorkRecord]:
    for paper in papers:
        # A reference that was not recognised has a title at most: its paper keeps that.
        if _identifiers(paper) and fold_space(paper.title or ""):
            yield work_of(paper, inside=inside.value)


def _identifiers(paper: Paper) -> tuple[Identifier, ...]:
    """Return the corpus id and the paper id, as far as known, and what other authorities call it; () without both."""
    found = [_s2(paper.corpus_id), _s2(paper.paper_id)]
    for name, scheme in _SCHEMES.items():
        found += (identifier_of(scheme, value) for value in written(paper.external_ids, name))
    present = [each for each in found if each is not None]
    own = sorted((each for each in present if each.scheme == "s2"), key=lambda each: not each.value.isdecimal())
    return with_arxiv([*own, *(each for each in present if each.scheme != "s2")]) if own else ()


def written(ids: ExternalIds | None, name: str) -> list[str]:
    """Return the ids that the authority called `name` gives: none, one or several."""
    value = (ids or {}).get(name)
    return [str(each) for each in (value if isinstance(value, list) else [value]) if each is not None]


def _s2(id_: int | str | None) -> Identifier | None:
    normal = normalise("s2", str(id_)) if id_ is not None else None
    return Identifier("s2", normal) if normal else None


def _authors(paper: Paper) -> Iterator[AuthorRecord]:
    taken: set[str] = set()
    for author in paper.authors or ():
        name = clean_name(author.name or "") if author is not None else ""
        if author is None or not name:
            continue
        key = author.author_id
        if not key or key in taken:
            yield AuthorRecord(name)
            continue
        taken.add(key)
        yield AuthorRecord(
            name, Identifier("s2", key), IdentityRule.AUTHORITY, other_ids_of_person(author.external_ids)
        )


def other_ids_of_person(ids: ExternalIds | None) -> tuple[Identifier, ...]:
    """Return an author's ORCID, and her name in DBLP where it has the number that makes it one person's."""
    orcids = (normalise("orcid", each) for each in written(ids, "ORCID"))
    names = (fold_space(each) for each in written(ids, "DBLP"))
    return (
        *(Identifier("orcid", each) for each in dict.fromkeys(orcids) if each),
        *(
            Identifier("dblp-person", each)
            for each in dict.fromkeys(names)
            if each[-5:-4] == " " and each[-4:].isdecimal()
        ),
    )


def _type(paper: Paper, venue: VenueRecord | None) -> WorkType:
    if venue == ARCHIVE:
        return WorkType.PREPRINT
    types = paper.publication_types or ()
    known = next((type_ for name, type_ in _TYPES.items() if name in types), None)
    if known is None and not types and venue is None and written(paper.external_ids, "ArXiv"):
        return WorkType.PREPRINT
    return known or WorkType.OTHER


def _venue(paper: Paper) -> VenueRecord | None:
    venue = paper.publication_venue or Venue()
    name = plain_title(venue.name or paper.venue or (paper.journal.name if paper.journal else None) or "")
    if not name:
        return None
    if fold(name) in _ARXIV_VENUES:
        return ARCHIVE
    issn = normalise("issn", venue.issn or "")
    key = Identifier("issn", issn) if issn else Identifier("name", fold(name) or name)
    return VenueRecord(name, _kind_of_venue(name, venue), (key,), venue.url or None)


def _kind_of_venue(name: str, venue: Venue) -> SourceKind:
    """Return the kind that is said, else what the name says: a venue has one kind, whatever paper tells of it."""
    said = _KINDS.get((venue.type or "").lower())
    if said is not None:
        return said
    if _CONFERENCE.search(name):
        return SourceKind.CONFERENCE
    return SourceKind.JOURNAL if venue.issn or _JOURNAL.search(name) else SourceKind.OTHER


def _topics(paper: Paper) -> tuple[TopicRecord, ...]:
    names = (fold_space(each.category or "") for each in paper.s2_fields_of_study or ())
    found = {fold(name): name for name in names if name}
    return tuple(TopicRecord("keyword", code, name) for code, name in found.items() if code)
