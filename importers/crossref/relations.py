"""What Crossref's works say of other works: that both are one, or that the other is retracted."""

import re
from collections.abc import Iterator

from graphdb.identifiers import normalise
from importers.addresses import identifier_at, with_arxiv
from importers.crossref.shapes import Related, Work
from importers.records import EntityKind, Identifier, Redirect, Retraction

SOURCE = "crossref"
TEST_PREFIX = "10.5555/"

RETRACTIONS = frozenset({"removal", "retraction", "withdrawal"})
"""What a notice does to the work that it is about so that nobody should rely on it; corrections do not."""

# Of the relations within a work: not translations, which have texts and readers of their own, and not what replaces
# a work, such as the next edition of a standard.
_SAME = frozenset(
    {
        *("has-format", "has-manuscript", "has-preprint", "has-variant-form", "has-version"),
        *("is-format-of", "is-identical-to", "is-manuscript-of", "is-original-form-of", "is-preprint-of"),
        *("is-same-as", "is-variant-form-of", "is-version-of"),
    }
)
# `isPreprintOf`, as the XML has it.
_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")


def related(work: Work, doi: str) -> Iterator[Redirect | Retraction]:
    """Yield which works are the one with the normalised `doi`, and which it retracts."""
    own = Identifier("doi", doi)
    others = [
        other
        for name, targets in (work.relation or {}).items()
        if _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name) in _SAME
        for target in targets or ()
        if target is not None and (other := _identifier(target)) is not None and other != own
    ]
    for other in dict.fromkeys(others):
        # Both say so, each from its side: it is one fact.
        first, second = sorted((own, other), key=lambda each: (each.scheme != "doi", each.value))
        yield Redirect(SOURCE, EntityKind.WORK, second, first)
    notices = (each for each in work.update_to or () if (each.type or "").lower() in RETRACTIONS)
    for target in dict.fromkeys(normalise("doi", each.doi or "") for each in notices):
        if target is not None and not target.startswith(TEST_PREFIX):
            yield Retraction(SOURCE, own, Identifier("doi", target))


def _identifier(target: Related) -> Identifier | None:
    written, scheme = str(target.id or ""), (target.id_type or "").lower()
    if scheme == "doi":
        doi = normalise("doi", written)
        found = with_arxiv([Identifier("doi", doi)])[-1] if doi is not None else None
    elif scheme == "arxiv":
        arxiv = normalise("arxiv", written)
        found = Identifier("arxiv", arxiv) if arxiv is not None else None
    elif scheme == "uri":
        found = identifier_at(written)
    else:
        found = None
    return found if found is None or not found.value.startswith(TEST_PREFIX) else None
