"""Which node a set of identifiers names: identifiers that one source gives to one thing are all that thing's.

What was said once to be one thing stays one: the order in which it is said does not show. Where no node stands yet for
identifiers that belong together, `SAME_AS` edges between them remember it; where one stands, all of them identify it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import LiteralString

from graphdb.ids import node_id
from graphdb.writer.lookup import collected
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Family:
    """How the nodes of one label are told apart; the queries differ by nothing but labels and edges."""

    label: str
    ranks: tuple[str, ...]
    """Schemes, the strongest first: the id is made from the strongest identifier."""
    shared: frozenset[str]
    """Schemes whose values several nodes may have: they tell nothing apart."""
    lookup: LiteralString
    """`keys` → `[scheme, value, id or null, whether SAME_AS edges wait there]`."""
    identifiers: LiteralString
    """`ids` → `[id, scheme, value]`."""
    fold: LiteralString
    """Folds the node `gone` into the node `keep`."""
    rename: LiteralString
    """Gives nodes, `rows` of `[old id, new id]`, another id; the old one stays an alias."""
    identify: LiteralString
    """Points identifiers, `rows` of `[id, scheme, value]`, at nodes."""
    withdraw: Callable[[Transaction, Iterable[str]], Collection[object]] = lambda _tx, _ids: ()
    """Withdraws what has been decided about nodes, by id, before the rules look at them; gives what was withdrawn."""

    def strongest(self, keys: Iterable[Key]) -> Key:
        """Return the one of `keys` that the id is made from."""
        return min(keys, key=lambda key: (self._rank(key[0]), key))

    def tells_apart(self, scheme: str) -> bool:
        """Say whether identifiers of `scheme` are of one node each; ids and slugs of old do not count."""
        return scheme not in self.shared and scheme != "id" and not scheme.startswith("slug:")

    def _rank(self, scheme: str) -> int:
        return self.ranks.index(scheme) if scheme in self.ranks else len(self.ranks)


@dataclass(frozen=True, slots=True)
class Claim:
    """That all of `identifiers` name one thing."""

    identifiers: tuple[Key, ...]
    """At least one, of schemes that tell apart."""
    wanted: bool = True
    """There is to be a node for it; otherwise the claim is kept for the day when there is one."""


@dataclass(slots=True)
class Resolution:
    """Which nodes the claims name."""

    ids: dict[Key, str] = field(default_factory=dict)
    """The node of each identifier that has one, those to be created included."""
    created: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Nodes that the caller is to create, and the identifiers that name them."""
    changed: set[str] = field(default_factory=set)
    """Nodes that stood and were folded, renamed, or got further identifiers; their new ids."""
    moved: dict[str, str] = field(default_factory=dict)
    """Ids that were given up, and the node that answers to each now."""
    present: set[Key] = field(default_factory=set)
    """Those of the claims' identifiers that the graph knew, whatever they name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Identifiers of one thing."""

    keys: frozenset[Key]
    entities: tuple[str, ...]
    """The nodes that they name now, sorted."""
    wanted: bool


def group_claims(claims: Sequence[Claim], standing: Mapping[Key, str]) -> list[Group]:
    """Return the identifiers of `claims` by the thing that they name, directly or through nodes that stand."""
    parent: dict[Key | str, Key | str] = {}

    def root(node: Key | str) -> Key | str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for claim in claims:
        first = root(claim.identifiers[0])
        for key in claim.identifiers:
            parent[root(key)] = first
            if key in standing:
                parent[root(standing[key])] = first
    keys: dict[Key | str, set[Key]] = {}
    wanted: set[Key | str] = set()
    for claim in claims:
        group = root(claim.identifiers[0])
        keys.setdefault(group, set()).update(claim.identifiers)
        if claim.wanted:
            wanted.add(group)
    entities: dict[Key | str, set[str]] = {}
    for id_ in set(standing.values()):
        entities.setdefault(root(id_), set()).add(id_)
    return [
        Group(frozenset(members), tuple(sorted(entities.get(group, ()))), group in wanted)
        for group, members in keys.items()
    ]


def resolve(tx: Transaction, family: Family, claims: Sequence[Claim]) -> Resolution:
    """Make the nodes agree with `claims`: fold those that are one, give them their id, point identifiers at them.

    Nodes that do not stand yet are not created: the caller knows what else they hold.
    """
    resolution = Resolution()
    keys = {key for claim in claims for key in claim.identifiers}
    standing, linked = _standing(tx, family, keys, resolution.present)
    if family.withdraw(tx, set(standing.values())):
        standing, linked = _standing(tx, family, keys, resolution.present)
    waiting = [Claim(keys, wanted=False) for keys in linked]
    changed: list[Group] = []
    links: list[list[str]] = []
    known = {frozenset(keys) for keys in linked}
    for group in group_claims([*claims, *waiting], standing):
        if not group.entities:
            if group.wanted:
                id_ = node_id(family.label, *family.strongest(group.keys))
                resolution.created[id_] = tuple(sorted(group.keys))
                resolution.ids.update(dict.fromkeys(group.keys, id_))
            elif len(group.keys) > 1 and group.keys not in known:
                best = family.strongest(group.keys)
                links += ([*key, *best] for key in sorted(group.keys) if key != best)
        elif len(group.entities) == 1 and group.keys <= standing.keys():
            resolution.ids.update(dict.fromkeys(group.keys, group.entities[0]))
        else:
            changed.append(group)
    if links:
        link(tx, family, links)
    if changed:
        _change(tx, family, changed, standing, resolution)
    return resolution


NEIGHBOURS = """
UNWIND $keys AS key
MATCH (:Identifier {scheme: key[0], value: key[1]})-[e:SAME_AS]-(i:Identifier)
WHERE e.kind = $kind
RETURN collect(DISTINCT [key[0], key[1], i.scheme, i.value])
"""


def linked_keys(tx: Transaction, kind: str, keys: Iterable[Key]) -> list[tuple[Key, ...]]:
    """Return for each of `keys` the identifiers that are the same thing as it, the key itself included.

    Keys that are linked to one another give one tuple. `kind` is the label of the thing.
    """
    parent: dict[Key, Key] = {key: key for key in keys}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    edge = sorted(parent)
    while edge:
        rows = collected(tx.run(NEIGHBOURS, keys=[list(key) for key in edge], kind=kind))
        edge = []
        for scheme, value, other_scheme, other_value in rows:
            other = (other_scheme, other_value)
            if other not in parent:
                parent[other] = other
                edge.append(other)
            parent[root(other)] = root((scheme, value))
    groups: dict[Key, list[Key]] = {}
    for key in sorted(parent):
        groups.setdefault(root(key), []).append(key)
    return [tuple(group) for group in groups.values()]


LINK = """
UNWIND $rows AS row
MERGE (a:Identifier {scheme: row[0], value: row[1]})
MERGE (b:Identifier {scheme: row[2], value: row[3]})
MERGE (a)-[e:SAME_AS {kind: $kind}]->(b)
ON CREATE SET e.sources = []
"""


def link(tx: Transaction, family: Family, rows: Sequence[Sequence[str]]) -> None:
    """Remember that identifiers, `rows` of two schemes and values each, name one thing that has no node."""
    tx.run(LINK, rows=rows, kind=family.label).consume()


def _standing(
    tx: Transaction, family: Family, keys: Collection[Key], present: set[Key]
) -> tuple[dict[Key, str], list[tuple[Key, ...]]]:
    """Return the nodes of `keys`, and the groups of identifiers that belong together although no node stands.

    Puts those of `keys` that the graph knows into `present`.
    """
    if not keys:
        return {}, []
    standing: dict[Key, str] = {}
    waiting: list[Key] = []
    for scheme, value, id_, is_linked in collected(tx.run(family.lookup, keys=[list(key) for key in keys])):
        key = (scheme, value)
        present.add(key)
        if id_ is not None:
            standing[key] = id_
        elif is_linked:
            waiting.append(key)
    linked = linked_keys(tx, family.label, waiting) if waiting else []
    present.update(key for keys in linked for key in keys)
    return standing, linked


def _change(
    tx: Transaction, family: Family, groups: Sequence[Group], standing: Mapping[Key, str], resolution: Resolution
) -> None:
    ids = [id_ for group in groups for id_ in group.entities]
    known: dict[str, set[Key]] = {id_: set() for id_ in ids}
    for id_, scheme, value in collected(tx.run(family.identifiers, ids=ids)):
        if family.tells_apart(scheme):
            known[id_].add((scheme, value))
    renames: list[list[str]] = []
    identities: list[list[str]] = []
    for group in groups:
        keys = group.keys.union(*(known[id_] for id_ in group.entities))
        target = node_id(family.label, *family.strongest(keys))
        keep = target if target in group.entities else group.entities[0]
        for gone in group.entities:
            if gone != keep:
                tx.run(family.fold, keep=keep, gone=gone).consume()
        if keep != target:
            renames.append([keep, target])
        identities += ([target, *key] for key in group.keys if key not in standing)
        resolution.ids.update(dict.fromkeys(keys, target))
        resolution.changed.add(target)
        resolution.moved.update({id_: target for id_ in group.entities if id_ != target})
    if renames:
        tx.run(family.rename, rows=renames).consume()
    if identities:
        tx.run(family.identify, rows=sorted(identities, key=lambda row: row[1:])).consume()
