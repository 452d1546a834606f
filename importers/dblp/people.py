"""Who an author of DBLP is, and what a person's own record there says."""

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from graphdb.identifiers import normalise
from importers.records import (
    AffiliationRecord,
    AuthorRecord,
    EntityKind,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Redirect,
    ResearcherEntry,
)
from importers.rejection import UnusableError
from importers.text import fold_space

SOURCE = "dblp"
NAME_SCHEME = "dblp-person"
"""The name as DBLP spells it, its number included: within DBLP no two people share one, however often they sign."""
_HOMEPAGE = "homepages/"
_NUMBER = re.compile(r" \d{4}\Z")
_ORCID = re.compile(r"https?://(?:www\.)?orcid\.org/\S+", re.IGNORECASE)
_YEARS = re.compile(r"(?P<since>\d{4})?\s*[-–]\s*(?P<until>\d{4})?|(?P<year>\d{4})")


def printed_name(name: str) -> str:
    """Return `name` without the number that tells namesakes apart."""
    return _NUMBER.sub("", name)


def authors_of(record: etree._Element, shared_names: frozenset[str]) -> tuple[AuthorRecord, ...]:
    """Return the authors of a publication; with `shared_names`, nobody is credited but by an ORCID.

    Raises:
        UnusableError: An author has no name.
    """
    elements = list(record.iterchildren("author"))
    orcids = [normalise("orcid", each.get("orcid") or "") for each in elements]
    # One of them given to several authors is a slip of whoever sent it in.
    used = Counter(orcids)
    authors: list[AuthorRecord] = []
    taken: set[Identifier] = set()
    for element, orcid in zip(elements, orcids, strict=True):
        name = text_of(element)
        if not name:
            raise UnusableError(f"author {len(authors) + 1} has no name")
        own = Identifier("orcid", orcid) if orcid and used[orcid] == 1 else None
        key = own if name in shared_names else Identifier(NAME_SCHEME, name)
        if key is None or key in taken:
            authors.append(AuthorRecord(printed_name(name)))
            continue
        taken.add(key)
        pid = normalise("dblp", element.get("pid") or "")
        known = (own, Identifier("dblp", pid) if pid else None)
        identifiers = tuple(each for each in known if each is not None and each != key)
        authors.append(AuthorRecord(printed_name(name), key, IdentityRule.AUTHORITY, identifiers))
    return tuple(authors)


def person_of(page: etree._Element) -> ResearcherEntry | Redirect | None:
    """Return what a person's record says; None where it stands for several people, or is not to be shown.

    Raises:
        UnusableError: The record names nobody.
    """
    pid = _pid(page.get("key", ""))
    if pid is None:
        raise UnusableError("its key is none of a person")
    if (merged := page.find("crossref")) is not None:
        kept = _pid(text_of(merged))
        if kept is None:
            raise UnusableError(f"it is merged into {text_of(merged)!r}, which is no person")
        return Redirect(SOURCE, EntityKind.RESEARCHER, Identifier("dblp", pid), Identifier("dblp", kept))
    if {"disambiguation", "noshow"} & set(page.get("publtype", "").split()):
        return None
    names = [name for each in page.iterchildren("author") if (name := text_of(each))]
    if not names:
        raise UnusableError("it names no person")
    urls = list(dict.fromkeys(url for each in page.iterchildren("url") if (url := text_of(each))))
    orcids = [orcid for url in urls if _ORCID.fullmatch(url) and (orcid := normalise("orcid", url))]
    printed = printed_name(names[0])
    others = (printed_name(each) for each in (*names[1:], *_notes(page, "uname")))
    return ResearcherEntry(
        source=SOURCE,
        key=page.get("key", ""),
        identifiers=(
            Identifier("dblp", pid),
            *(Identifier(NAME_SCHEME, name) for name in dict.fromkeys(names)),
            *(Identifier("orcid", orcid) for orcid in dict.fromkeys(orcids)),
        ),
        name=printed,
        name_variants=tuple(each for each in dict.fromkeys(others) if each != printed),
        affiliations=tuple(_affiliations(page)),
        urls=tuple(url for url in urls if not _ORCID.fullmatch(url)),
    )


def is_person(record: etree._Element) -> bool:
    """Say whether a record describes a person, not a publication."""
    return record.tag == "person" or (record.tag == "www" and record.get("key", "").startswith(_HOMEPAGE))


def text_of(element: etree._Element) -> str:
    """Return the text in `element`, markup left out, on one line."""
    return fold_space("".join(map(str, element.itertext())))


def _pid(key: str) -> str | None:
    return normalise("dblp", key.removeprefix(_HOMEPAGE)) if key.startswith(_HOMEPAGE) else None


def _notes(page: etree._Element, kind: str) -> Iterable[str]:
    return (text for each in page.iterchildren("note") if each.get("type") == kind and (text := text_of(each)))


def _affiliations(page: etree._Element) -> Iterable[AffiliationRecord]:
    for note in page.iterchildren("note"):
        if note.get("type") == "affiliation" and (name := text_of(note)):
            # A label is `former`, a year, or the years from one to another.
            years = _YEARS.fullmatch((note.get("label") or "").strip())
            since, until = (years["since"] or years["year"], years["until"]) if years is not None else (None, None)
            yield AffiliationRecord(
                InstitutionRecord(name), int(since) if since else None, int(until) if until else None
            )
