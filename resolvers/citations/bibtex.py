"""BibTeX (Patashnik, BibTeXing, 1988), with the types and fields of BibLaTeX where BibTeX has none."""

import re

from graphdb.citations import CitedWorkRecord
from resolvers.citations.facts import address, citation_key, container, is_in_arxiv_alone
from resolvers.citations.latex import as_latex
from resolvers.citations.names import Name, parts_of

_TYPES = {
    "article": "article",
    "book": "book",
    "chapter": "incollection",
    "conference": "inproceedings",
    "dataset": "dataset",
    "editorial": "article",
    "preprint": "unpublished",
    "proceedings": "proceedings",
    "report": "techreport",
    "review": "article",
    "software": "software",
    "thesis": "thesis",
}


def bibtex(work: CitedWorkRecord, permalink: str, key: str | None = None) -> str:
    """Return the entry of a work, ending in a line end; `key` is made from author, year and title unless given."""
    in_arxiv = is_in_arxiv_alone(work)
    type_ = "misc" if in_arxiv else _TYPES.get(work.type, "misc")
    name = container(work)
    in_journal = type_ == "article" or (work.source is not None and work.source.kind == "journal")
    fields = {
        "title": _title(work.title),
        "author": " and ".join(_author(parts_of(author.name)) for author in work.authors),
        "journal" if in_journal else "booktitle": as_latex(name) if name else "",
        "year": str(work.year) if work.year is not None else "",
        "volume": as_latex(work.volume or ""),
        "number": as_latex(work.issue or ""),
        "pages": "--".join(as_latex(page) for page in re.split("[-–]", work.pages, maxsplit=1)) if work.pages else "",
        "publisher": as_latex(work.publisher or ""),
        "issn": ", ".join(work.source.issn) if work.source is not None and name else "",
        "eprint": work.arxiv or "",
        "archiveprefix": "arXiv" if work.arxiv is not None else "",
        "doi": _verbatim(work.doi or ""),
        "url": _verbatim(address(work, permalink)) if work.doi is None else "",
        "note": "Preprint" if type_ == "unpublished" else "",
        "keywords": ", ".join(as_latex(keyword.replace(",", " ")) for keyword in work.keywords),
        "abstract": as_latex(" ".join((work.abstract or "").split())),
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@{type_}{{{key or citation_key(work)},", *lines, "}\n"])


def _title(title: str) -> str:
    """Keep the capitals of acronyms and the like from styles that write titles in lower case."""
    return " ".join(f"{{{as_latex(word)}}}" if _is_cased(word) else as_latex(word) for word in title.split(" "))


def _is_cased(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return any(letter.isupper() for letter in letters[1:]) or (len(letters) == 1 and letters[0].isupper())


def _author(name: Name) -> str:
    if name.literal:
        return f"{{{as_latex(name.literal)}}}"
    if not name.given:
        # A single word is a family name; a particle would be taken for a given one.
        return f"{{{as_latex(name.family_with_particle)}}}"
    parts = (name.family_with_particle, name.suffix, name.given)
    return ", ".join(as_latex(part) for part in parts if part)


def _verbatim(text: str) -> str:
    """DOIs and addresses are printed as they are; only braces, which BibTeX counts, cannot stand in them."""
    return text.replace("{", "%7B").replace("}", "%7D")
