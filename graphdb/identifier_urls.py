"""Where authorities show the things that they named."""

from urllib.parse import quote

_PLACES = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "acl": "https://aclanthology.org/",
    "acl-venue": "https://aclanthology.org/venues/",
    "openalex": "https://openalex.org/",
    "orcid": "https://orcid.org/",
    "ror": "https://ror.org/",
    "issn": "https://portal.issn.org/resource/ISSN/",
}
_DBLP_RECORD_FOLDERS = frozenset({"books", "conf", "data", "journals", "phd", "reference", "series", "tr", "www"})


def identifier_url(scheme: str, value: str, kind: str) -> str | None:
    """Return the address of what (scheme, value) names, None where the scheme has no such place.

    `value` is in normal form; `kind` is the label of the entity: some authorities keep people and works apart.
    """
    safe = quote(value, safe="/:;()@!$*,")
    if scheme == "dblp":
        folder, _, rest = safe.partition("/")
        if folder == "homepages":
            return f"https://dblp.org/pid/{rest}"
        return f"https://dblp.org/{'rec' if folder in _DBLP_RECORD_FOLDERS else 'pid'}/{safe}"
    if scheme == "s2":
        if kind == "Researcher":
            return f"https://www.semanticscholar.org/author/{safe}"
        return f"https://api.semanticscholar.org/{'CorpusID:' if value.isdecimal() else ''}{safe}"
    place = _PLACES.get(scheme)
    return place + safe if place is not None else None
