"""How well people who are known by name only are told apart and put together.

Imports a source into a store of its own without what that source says of its authors (the ACL Anthology's ids and
variants of names, DBLP's numbers of namesakes, iDs and home pages), and compares who is who then with what it says: B³
precision, recall and F1 over authorships (A. Bagga and B. Baldwin, Entity-based cross-document coreferencing using the
vector space model, ACL 1998).

    BZPEER_REAL_DATA=path/to/data make bench-identity
    BZPEER_REAL_DATA=path/to/data python -m benchmarks.identity dblp
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from graphdb.check import check
from graphdb.connect import connect
from graphdb.derived.authorships import researchers_of_authorships
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from importers.finding import LeftAside
from importers.formats import FORMATS, Format
from importers.inputs import Input
from importers.merge import merge
from importers.pipeline import Summary, run_import
from importers.records import Record, Rejected, ResearcherEntry, WorkRecord

RESULTS = Path("benchmarks/results/identity.json")
SOURCES = {"acl": "acl/data", "dblp": "dblp"}
"""Formats whose sources say who is who, and where their files are among the real data."""


class NamesOnly:
    """A format with its authors' printed names alone."""

    def __init__(self, format_: Format) -> None:
        self._format = format_
        self.name = f"{format_.name}-names-only"
        self.source, self.title, self.suffixes = format_.source, format_.title, format_.suffixes
        self.truth: dict[tuple[str, str], str] = {}
        """Who the source says it is, by work and authorship."""

    def matches(self, head: bytes, name: str, /) -> bool:
        """Say what the format says."""
        return self._format.matches(head, name)

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return what the format finds."""
        return self._format.files(paths, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the records without the authors' keys, and remember these; people's own records are left out."""
        for record in self._format.read(file):
            if isinstance(record, WorkRecord):
                authors = tuple(
                    msgspec.structs.replace(a, key=None, preferred_name=None, identifiers=()) for a in record.authors
                )
                withheld = msgspec.structs.replace(record, authors=authors)
                work = merge([withheld])
                for authorship, author in zip(work.authorships, record.authors, strict=True):
                    if author.key is not None:
                        self.truth[work.id, authorship.key] = author.key.value
                yield withheld
            elif not isinstance(record, ResearcherEntry):
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
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sources", nargs="+", choices=[*SOURCES], default=[*SOURCES], help="all of them if not given")
    data = Path(os.environ.get("BZPEER_REAL_DATA", ""))
    chosen = parser.parse_args().sources
    if missing := [folder for name in chosen if not (data / (folder := SOURCES[name])).is_dir()]:
        sys.exit(f"Set BZPEER_REAL_DATA to a folder with {' and '.join(missing)}.")
    results = {name: _measure(FORMATS[name], data / SOURCES[name]) for name in chosen}
    print("| source | authorships | people by the source | people found | B³ precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|")
    for name, result in results.items():
        counts = f"{result['authorships']} | {result['people']} | {result['found']}"
        print(f"| {name} | {counts} | {result['precision']:.4f} | {result['recall']:.4f} | {result['f1']:.4f} |")
    for name, result in results.items():
        rules = ", ".join(f"{rule} {count}" for rule, count in result["rules"].items())
        print(f"\n{name}: imported in {result['seconds']:,.1f} s; check: {result['problems'] or 'in order'}.")
        print(f"Authorships by rule: {rules}")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")


def _measure(format_: Format, path: Path) -> dict[str, Any]:
    withheld = NamesOnly(format_)
    FORMATS[withheld.name] = withheld
    with tempfile.TemporaryDirectory() as folder:
        settings = GraphSettings(data_dir=Path(folder))
        with connect(settings, lambda message: print(message, file=sys.stderr)) as endpoint:
            migrate(endpoint)
            summary = run_import(endpoint, withheld.name, [str(path)], settings.data_dir, Quiet())
            researchers = researchers_of_authorships(endpoint)
            problems = check(endpoint)
    judged = sorted(withheld.truth.keys() & researchers.keys())
    found, truth = [researchers[each][0] for each in judged], [withheld.truth[each] for each in judged]
    figures = zip(("precision", "recall", "f1"), b_cubed(found, truth), strict=True)
    rules = Counter(researchers[each][1] for each in judged)
    counts = {"authorships": len(judged), "people": len(set(truth)), "found": len(set(found))}
    return (
        counts | dict(figures) | {"rules": dict(rules.most_common()), "seconds": summary.seconds, "problems": problems}
    )


if __name__ == "__main__":
    main()
