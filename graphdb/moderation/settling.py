"""What hangs on who has which works, brought up to date in the transaction that decides it."""

from collections.abc import Callable, Sequence
from typing import LiteralString

from graphdb.derived.collaborations import rebuild_collaborations
from graphdb.derived.entities import recount
from graphdb.derived.researchers import refresh_researchers
from graphdb.derived.surroundings import SURROUNDINGS
from graphdb.writer.transaction import Transaction

# Their co-authors' institutions too, whose edges are made anew with theirs.
AROUND: LiteralString = f"""{SURROUNDINGS}CALL (n) {{
  RETURN n AS m
UNION
  MATCH (n:Researcher)-[:AFFILIATED_WITH]->(m)
  RETURN m
}}
WITH DISTINCT m
RETURN collect([head([label IN labels(m) WHERE label IN ['Researcher', 'Topic', 'Institution', 'Source']]), m.id]),
  count(CASE WHEN m:Dirty OR m:Unresolved THEN 1 END) > 0
"""


def settle_after(tx: Transaction, people: Sequence[str], work: Callable[[], list[str]]) -> None:
    """Do `work` on `people`, which returns who is there afterwards, and bring what hangs on them up to date.

    Where an import is on that has to do with them, it does that at its end.
    """
    by_label, is_busy = _around(tx, people)
    after = work()
    if is_busy:
        return
    for label, ids in _around(tx, after)[0].items():
        by_label.setdefault(label, set()).update(ids)
    researchers = sorted(by_label.pop("Researcher", ()))
    rebuild_collaborations(tx, researchers)
    refresh_researchers(tx, researchers)
    for label, ids in sorted(by_label.items()):
        recount(tx, label, sorted(ids))


def _around(tx: Transaction, people: Sequence[str]) -> tuple[dict[str, set[str]], bool]:
    """Return what is around `people`, by label, and whether any of it waits for an import to end."""
    found, is_busy = tx.run(AROUND, ids=people).single(strict=True)
    by_label: dict[str, set[str]] = {}
    for label, id_ in found:
        by_label.setdefault(label, set()).add(id_)
    return by_label, is_busy
