"""What an entry takes from the one that it names in `crossref`, as a paper does from its proceedings."""

from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import replace

from importers.bibtex.entries import BibtexEntry

_MOST = 10_000
# What names the parent itself (its DOI, its ISBN, its address) or is about it (its abstract) is not the child's.
_INHERITED = (
    *("booktitle", "booksubtitle", "year", "month", "day", "date", "publisher", "series", "journal", "journaltitle"),
    *("volume", "number", "issn", "language", "langid", "eventtitle", "organization"),
)
_PARENTS = frozenset(
    {
        "book",
        "collection",
        "mvbook",
        "mvcollection",
        "mvproceedings",
        "mvreference",
        "periodical",
        "proceedings",
        "reference",
    }
)


class Inheritance:
    """Entries on their way through a file: one whose parent has not come yet waits for it.

    BibTeX wants parents after their children, BibLaTeX takes them anywhere. So that memory stays flat, at most 10,000
    entries wait and 10,000 possible parents are remembered; the oldest go first.
    """

    def __init__(self) -> None:
        self._parents: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._waiting: OrderedDict[str, deque[BibtexEntry]] = OrderedDict()
        """The children of each parent that has not come yet."""
        self._count = 0

    def add(self, entry: BibtexEntry) -> Iterator[BibtexEntry]:
        """Yield what can go on now that `entry` is known, `entry` among it unless it waits."""
        parent = entry.fields.get("crossref", "").strip().lower()
        if not parent:
            yield entry
        elif parent in self._parents:
            yield _inherited(entry, self._parents[parent])
        else:
            self._waiting.setdefault(parent, deque()).append(entry)
            self._count += 1
            if self._count > _MOST:
                yield self._give_up()
        if entry.type in _PARENTS:
            yield from self._remember(entry)

    def rest(self) -> Iterator[BibtexEntry]:
        """Yield the entries whose parents never came, as they are."""
        while self._waiting:
            yield self._give_up()

    def _give_up(self) -> BibtexEntry:
        parent, children = next(iter(self._waiting.items()))
        child = children.popleft()
        self._count -= 1
        if not children:
            del self._waiting[parent]
        return child

    def _remember(self, entry: BibtexEntry) -> Iterator[BibtexEntry]:
        key = entry.key.lower()
        fields = {name: entry.fields[name] for name in _INHERITED if name in entry.fields}
        for own, childs in (("title", "booktitle"), ("subtitle", "booksubtitle")):
            if own in entry.fields:
                fields.setdefault(childs, entry.fields[own])
        self._parents[key] = fields
        if len(self._parents) > _MOST:
            self._parents.popitem(last=False)
        children = self._waiting.pop(key, ())
        self._count -= len(children)
        for child in children:
            yield _inherited(child, fields)


def _inherited(child: BibtexEntry, parent: dict[str, str]) -> BibtexEntry:
    # A date of its own says more than the year of the whole.
    taken = {
        name: value
        for name, value in parent.items()
        if not (name in {"year", "month", "day"} and "date" in child.fields)
    }
    return replace(child, fields=taken | child.fields)
