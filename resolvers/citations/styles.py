"""The styles in which a work can be cited."""

from collections.abc import Callable
from enum import StrEnum

from graphdb.citations import CitedWorkRecord
from resolvers.citations.apa import apa
from resolvers.citations.bibtex import bibtex
from resolvers.citations.csl import csl_json
from resolvers.citations.json_ld import json_ld
from resolvers.citations.ris import ris


class CitationFormat(StrEnum):
    """A style of citation."""

    BIBTEX = "BIBTEX"
    RIS = "RIS"
    CSL_JSON = "CSL_JSON"
    APA = "APA"
    JSON_LD = "JSON_LD"


_WRITERS: dict[CitationFormat, Callable[[CitedWorkRecord, str], str]] = {
    CitationFormat.BIBTEX: bibtex,
    CitationFormat.RIS: ris,
    CitationFormat.CSL_JSON: csl_json,
    CitationFormat.APA: apa,
    CitationFormat.JSON_LD: json_ld,
}


def cite(work: CitedWorkRecord, style: CitationFormat, permalink: str) -> str:
    """Return the citation of a work; `permalink` is the address of its page on this site."""
    return _WRITERS[style](work, permalink)
