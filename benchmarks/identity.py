"""How well people who are known by name only are told apart and put together.

Imports the ACL Anthology into a store of its own without what the Anthology says of its authors (their ids and the
variants of their names), and compares who is who then with what it says: B³ precision, recall and F1 over authorships
(A. Bagga and B. Baldwin, Entity-based cross-document coreferencing using the vector space model, ACL 1998).

    BZPEER_REAL_DATA=path/to/data make bench-identity
"""

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from graphdb.check import check
from graphdb.connect import connect
from graphdb.derived.authorships import researchers_of_authorships
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from importers.acl.format import AclAnthology
from importers.formats import FORMATS
from importers.inputs import Input
from importers.merge import merge
from importers.pipeline import Summary, run_import
from importers.records import Record, Rejected, WorkRecord

RESULTS = Path("benchmarks/results/identity.json")
NAME = "acl-names-only"


class NamesOnly(AclAnthology):
    """The Anthology with its authors' printed names alone."""

    name = NAME

    def __init__(self) -> None:
        super().__init__()
        self.truth: dict[tuple[str, str], str] = {}
        """Who the Anthology says it is, by work and authorship."""

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the records without the authors' keys, and remember these."""
        for record in super().read(file):
            if isinstance(record, WorkRecord):
                authors = tuple(msgspec.structs.replace(a, key=None, preferred_name=None) for a in record.authors)
                withheld = msgspec.structs.replace(record, authors=authors)
                work = merge([withheld])
                for authorship, author in zip(work.authorships, record.authors, strict=True):
                    if author.key is not None:
                        self.truth[work.id, authorship.key] = author.key.value
                yield withheld
            else:
                yield record


class Quiet:
    """Passes on what the user should know, and nothing else."""

    def advance(self, summary: Summary, position: int, size: int) -> None:
        """Say nothing."""

    def derive(self, name: str, done: int) -> None:
        """Say nothing."""

    def note(self, message: str) -> None:
        """Pass on what the user should know."""
        sys.stderr.write(f"{message}\n")


def b_cubed(found: Sequence[str], truth: Sequence[str]) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 of the clusters `found` against `truth`, both one label an item."""
    of_found, of_truth, of_both = Counter(found), Counter(truth), Counter(zip(found, truth, strict=True))
    pairs = list(zip(found, truth, strict=True))
    precision = sum(of_both[pair] / of_found[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(of_both[pair] / of_truth[pair[1]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    data = Path(os.environ.get("BZPEER_REAL_DATA", "")) / "acl" / "data"
    if not data.is_dir():
        sys.exit("Set BZPEER_REAL_DATA to a folder with acl/data/xml.")
    withheld = NamesOnly()
    FORMATS[NAME] = withheld
    with tempfile.TemporaryDirectory() as folder:
        settings = GraphSettings(data_dir=Path(folder))
        with connect(settings, lambda message: print(message, file=sys.stderr)) as endpoint:
            migrate(endpoint)
            summary = run_import(endpoint, NAME, [str(data)], settings.data_dir, Quiet())
            researchers = researchers_of_authorships(endpoint)
            problems = check(endpoint)
    judged = sorted(withheld.truth.keys() & researchers.keys())
    result = dict(
        zip(
            ("precision", "recall", "f1"),
            b_cubed([researchers[each][0] for each in judged], [withheld.truth[each] for each in judged]),
            strict=True,
        )
    )
    print("| authorships | people by the Anthology | people found | B³ precision | recall | F1 |")
    print("|---|---|---|---|---|---|")
    people = len({withheld.truth[each] for each in judged})
    found = len({researchers[each][0] for each in judged})
    print(
        f"| {len(judged)} | {people} | {found} "
        f"| {result['precision']:.4f} | {result['recall']:.4f} | {result['f1']:.4f} |"
    )
    rules = Counter(researchers[each][1] for each in judged)
    print("\nAuthorships by rule: " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
    print(f"Imported in {summary.seconds:,.1f} s; check: {problems or 'in order'}.")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"authorships": len(judged), **result, "rules": rules}, indent=2) + "\n")


if __name__ == "__main__":
    main()
