"""Ids that registries have merged: what they named is one, and all of them answer."""

from collections.abc import Sequence

from graphdb.writer.batch import write_works
from graphdb.writer.identity import Claim, linked_keys, resolve
from graphdb.writer.people import set_orcids
from graphdb.writer.redirects import Redirection, store_redirects
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction
from importers.plan import Outcome, replan
from importers.records import EntityKind, Redirect
from importers.settle import FAMILIES, follow_up, make_anew, settle_names

LABELS = {
    EntityKind.INSTITUTION: "Institution",
    EntityKind.RESEARCHER: "Researcher",
    EntityKind.SOURCE: "Source",
    EntityKind.TOPIC: "Topic",
    EntityKind.WORK: "Work",
}


def write_redirects(tx: Transaction, redirects: Sequence[Redirect], run: str, now: str) -> Outcome:
    """Store `redirects`, and fold what they say is one."""
    outcome = Outcome()
    by_label: dict[str, dict[Redirection, None]] = {}
    for each in redirects:
        redirection = (each.source, (each.old.scheme, each.old.value), (each.new.scheme, each.new.value))
        same = by_label.setdefault(LABELS[each.entity], {})
        outcome.unchanged += redirection in same
        same[redirection] = None
    for label, distinct in by_label.items():
        new = store_redirects(tx, label, list(distinct), run)
        outcome.written += len(new)
        outcome.unchanged += len(distinct) - len(new)
        if not new:
            continue
        keys = {key for _, old, current in new for key in (old, current)}
        if label == "Work":
            _fold_works(tx, keys, run, now)
        elif label in FAMILIES:
            _fold(tx, label, new)
    return outcome


def _fold(tx: Transaction, label: str, redirects: Sequence[Redirection]) -> None:
    resolution = resolve(tx, FAMILIES[label], [Claim((old, new), wanted=False) for _, old, new in redirects])
    if resolution.changed:
        make_anew(tx, label, resolution.changed)
        follow_up(tx, label, resolution)
    if label == "Researcher" and resolution.ids:
        # Which of her iDs is merged into which may have changed, although all of them were hers before.
        set_orcids(tx, set(resolution.ids.values()))


def _fold_works(tx: Transaction, keys: set[Key], run: str, now: str) -> None:
    changes = replan(tx, linked_keys(tx, "Work", keys))
    if changes:
        write_works(tx, changes, settle_names(tx, changes, run, now), run, now)
