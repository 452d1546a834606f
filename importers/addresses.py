"""Which work an identifier or an address on the web names, in whatever way it is written."""

import re
from urllib.parse import unquote

from graphdb.identifiers import normalise
from importers.records import Identifier

# Publishers run resolvers of their own beside doi.org: doi.acm.org, doi.ieeecomputersociety.org, …
_RESOLVER = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.[a-z.-]+/(?:abs/)?(10\.\S+)", re.IGNORECASE)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")
_PUBMED = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed)/(\d{1,9})/?", re.IGNORECASE
)
_PMID = re.compile(r"(?:pmid:?\s*)?(\d{1,9})", re.IGNORECASE)
_PMCID = re.compile(r"(?:https?://\S+/)?(?:pmcid:?\s*)?(?:pmc)?(\d{1,9})/?", re.IGNORECASE)
_DBLP = re.compile(r"https?://(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/rec/(?!bibtex)\S+", re.IGNORECASE)


def identifier_of(scheme: str, written: str) -> Identifier | None:
    """Return the identifier that `written` is in `scheme`, or None if it is none; an address of one will do."""
    at_address = identifier_at(written) if "://" in written else None
    if at_address is not None and at_address.scheme == scheme:
        return at_address
    rule = {"pmid": _PMID, "pmcid": _PMCID}.get(scheme)
    if rule is None:
        normal = normalise(scheme, written)
        return Identifier(scheme, normal) if normal else None
    number = rule.fullmatch(written.strip())
    return Identifier(scheme, f"PMC{number[1]}" if scheme == "pmcid" else number[1]) if number is not None else None


def identifier_at(address: str) -> Identifier | None:
    """Return the identifier of the work at `address`, or None if the address names no work that an authority knows."""
    written = address.strip()
    if resolver := _RESOLVER.match(written):
        doi = normalise("doi", unquote(resolver[1]))
        return Identifier("doi", doi) if doi else None
    if "arxiv" in written.lower() and (arxiv := normalise("arxiv", written)):
        return Identifier("arxiv", arxiv)
    if "acl" in written.lower() and "/" in written and (acl := normalise("acl", written)):
        return Identifier("acl", acl)
    if pubmed := _PUBMED.fullmatch(written):
        return Identifier("pmid", pubmed[1])
    if _DBLP.fullmatch(written) and (dblp := normalise("dblp", written)):
        return Identifier("dblp", dblp)
    return None


def with_arxiv(identifiers: list[Identifier]) -> tuple[Identifier, ...]:
    """Return `identifiers`, each once, and the arXiv id that a DOI of arXiv's own contains."""
    found = dict.fromkeys(identifiers)
    for each in identifiers:
        if each.scheme == "doi" and (own := _ARXIV_DOI.fullmatch(each.value)) and (id_ := normalise("arxiv", own[1])):
            found[Identifier("arxiv", id_)] = None
    return tuple(found)
