"""The normal forms of identifiers: however an id is written, it is stored and looked up in one way."""

import re
from collections.abc import Callable
from urllib.parse import unquote

_DOI_PREFIX = re.compile(r"^(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV_PREFIX = re.compile(
    r"^(?:(?:https?://)?(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv:|10\.48550/arxiv\.)\s*", re.IGNORECASE
)
_ARXIV_NEW = re.compile(r"(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?")
_ARXIV_OLD = re.compile(r"([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?", re.IGNORECASE)
_ACL_PREFIX = re.compile(r"^(?:https?://)?(?:www\.)?(?:aclanthology\.org/|aclweb\.org/anthology/)", re.IGNORECASE)
# A few papers of early journals, on microfiche, have a letter at the end.
_ACL_OLD = re.compile(r"([a-z])(\d{2}-\d{4}[a-z]?)(?:v\d+)?", re.IGNORECASE)
_ACL_NEW = re.compile(r"(\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)(?:v\d+)?", re.IGNORECASE)
_OPENALEX = re.compile(r"(?:https?://(?:api\.)?openalex\.org/(?:[a-z]+/)?)?([a-z]\d{1,12})", re.IGNORECASE)
_ORCID = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid:\s*)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dx])", re.IGNORECASE
)
_ROR = re.compile(r"(?:(?:https?://)?(?:www\.)?ror\.org/)?(0[0-9a-hjkmnp-tv-z]{6}\d{2})", re.IGNORECASE)
_ROR_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_ISSN = re.compile(r"(?:issn:?\s*)?(\d{4})-?(\d{3}[\dx])", re.IGNORECASE)
_DBLP_PREFIX = re.compile(
    r"^(?:https?://)?(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/(?:rec/|pid/)?", re.IGNORECASE
)
_S2 = re.compile(r"(?:corpusid:\s*)?(\d{1,12}|[0-9a-f]{40})", re.IGNORECASE)


def normalise(scheme: str, value: str) -> str | None:
    """Return the normal form of `value` in `scheme`, or None if it is no such id.

    Addresses, `doi:`-like prefixes and versions are taken off, and check digits are checked. A scheme without rules
    keeps its value, stripped.
    """
    stripped = value.strip()
    rule = _RULES.get(scheme)
    if rule is None:
        return stripped or None
    return rule(stripped)


def _doi(value: str) -> str | None:
    bare = _DOI_PREFIX.sub("", value)
    if bare != value and "%" in bare:
        bare = unquote(bare)
    return bare.lower() if _DOI.fullmatch(bare) else None


def _arxiv(value: str) -> str | None:
    bare = _ARXIV_PREFIX.sub("", value).removesuffix(".pdf").rstrip("/")
    if new := _ARXIV_NEW.fullmatch(bare):
        return new[1]
    old = _ARXIV_OLD.fullmatch(bare)
    return f"{old[1].lower()}/{old[2]}" if old else None


def _acl(value: str) -> str | None:
    bare = _ACL_PREFIX.sub("", value).rstrip("/").removesuffix(".pdf")
    if old := _ACL_OLD.fullmatch(bare.rpartition("/")[2]):
        return old[1].upper() + old[2].lower()
    new = _ACL_NEW.fullmatch(bare)
    return new[1] if new else None


def _openalex(value: str) -> str | None:
    found = _OPENALEX.fullmatch(value)
    return found[1].upper() if found else None


def _orcid(value: str) -> str | None:
    found = _ORCID.fullmatch(value.rstrip("/"))
    if found is None:
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(found.groups()).upper() if digits[15] == ("X" if check == 10 else str(check)) else None


def _ror(value: str) -> str | None:
    found = _ROR.fullmatch(value.rstrip("/"))
    if found is None:
        return None
    ror = found[1].lower()
    number = 0
    for character in ror[:7]:
        number = number * 32 + _ROR_DIGITS.index(character)
    return ror if int(ror[7:]) == 98 - number * 100 % 97 else None


def _issn(value: str) -> str | None:
    found = _ISSN.fullmatch(value)
    if found is None:
        return None
    digits = (found[1] + found[2]).upper()
    check = -sum(int(digit) * weight for digit, weight in zip(digits[:7], range(8, 1, -1), strict=True)) % 11
    return f"{digits[:4]}-{digits[4:]}" if digits[7] == ("X" if check == 10 else str(check)) else None


def _dblp(value: str) -> str | None:
    bare = _DBLP_PREFIX.sub("", value).removesuffix(".html").removesuffix(".xml")
    return bare if "/" in bare.strip("/") and not re.search(r"\s", bare) else None


def _s2(value: str) -> str | None:
    found = _S2.fullmatch(value)
    return found[1].lower() if found else None


_RULES: dict[str, Callable[[str], str | None]] = {
    "doi": _doi,
    "arxiv": _arxiv,
    "acl": _acl,
    "openalex": _openalex,
    "orcid": _orcid,
    "ror": _ror,
    "issn": _issn,
    "dblp": _dblp,
    "s2": _s2,
}
