"""Topics, institutions, sources and people brought in line with what a batch of records says of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from graphdb.writer.authorships import separate_authorships
from graphdb.writer.descriptions import (
    Said,
    create_described,
    described_by,
    existing,
    identify_otherwise,
    said_of,
    store_descriptions,
    update_described,
)
from graphdb.writer.identity import Claim, Family, Resolution, resolve
from graphdb.writer.institutions import INSTITUTIONS, relate_institutions
from graphdb.writer.listings import unsettle_listed_works
from graphdb.writer.people import PEOPLE, NewPerson, create_people, set_orcids, update_people
from graphdb.writer.sources import SOURCES
from graphdb.writer.state import AuthorshipState, Description, Key, Names, WorkChange, WorkState
from graphdb.writer.transaction import Transaction
from importers.entities import MERGES

FAMILIES: dict[str, Family] = {family.label: family for family in (PEOPLE, INSTITUTIONS, SOURCES)}
"""What has identifiers of its own, by label; topics are told apart by their codes alone."""


class Settled(msgspec.Struct):
    """What a batch of descriptions describes."""

    entities: dict[str, str] = {}
    """By the id of the description."""
    created: set[str] = set()
    """The nodes that did not stand before."""
    moved: dict[str, str] = {}
    """Ids that were given up, and the nodes that answer to them."""


def settle_names(tx: Transaction, changes: Sequence[WorkChange], run: str, now: str) -> Names:
    """Have everything stand that the works of `changes` name, and return which nodes it is."""
    mentions = {mention.id: mention for change in changes for mention in change.new.mentions}
    return Names(settle_mentions(tx, mentions, run, now).entities, _settle_authors(tx, changes))


def settle_mentions(tx: Transaction, mentions: Mapping[str, Description], run: str, now: str) -> Settled:
    """Store those of `mentions`, by id, that the graph does not hold, and return what all of them describe."""
    total = Settled()
    if not mentions:
        return total
    total.entities = described_by(tx, mentions)
    new: dict[str, list[Description]] = {}
    for id_, mention in mentions.items():
        if id_ not in total.entities:
            new.setdefault(mention.label, []).append(mention)
    for label, descriptions in new.items():
        settled = settle(tx, label, descriptions, run, now)
        total.moved |= settled.moved
        total.created |= settled.created
        total.entities = {id_: settled.moved.get(entity, entity) for id_, entity in total.entities.items()}
        total.entities |= settled.entities
    return total


def settle(tx: Transaction, label: str, descriptions: Sequence[Description], run: str, now: str) -> Settled:
    """Store `descriptions`, new or changed ones of things of `label`, and make anew what they describe."""
    family = FAMILIES.get(label)
    claims = [Claim(each.keys) for each in descriptions if each.keys]
    resolution = resolve(tx, family, claims) if family is not None and claims else Resolution()
    settled = Settled(moved=resolution.moved)
    alone = {each.entity for each in descriptions if each.entity is not None}
    settled.created = set(resolution.created) | (alone - existing(tx, label, alone) if alone else set())
    said: dict[str, dict[str, Said]] = {}
    for each in descriptions:
        entity = each.entity if each.entity is not None else resolution.ids[each.keys[0]]
        settled.entities[each.id] = entity
        own = Said(each.id, each.source, each.payload, is_record=each.key is not None)
        said.setdefault(entity, {})[each.id] = own
    standing = said.keys() - settled.created
    if standing:
        for entity, held in said_of(tx, label, standing).items():
            said[entity] = {each.id: each for each in held} | said[entity]
    properties = {entity: MERGES[label](each.values()) for entity, each in said.items()}
    if label == "Researcher":
        _create_described_people(tx, properties, resolution)
        update_people(tx, properties)
    else:
        if settled.created:
            new = {id_: properties[id_] for id_ in settled.created}
            create_described(tx, label, new, resolution.created, resolution.present)
        if standing:
            update_described(tx, label, {id_: properties[id_] for id_ in standing})
    store_descriptions(tx, label, ((each, settled.entities[each.id]) for each in descriptions), run, now)
    identify_otherwise(tx, label, ((settled.entities[each.id], key) for each in descriptions for key in each.shared))
    follow_up(tx, label, resolution)
    return settled


def follow_up(tx: Transaction, label: str, resolution: Resolution) -> None:
    """Bring up to date what hangs on who is who, after the nodes of `label` were told apart anew."""
    touched = resolution.changed | set(resolution.created)
    if label == "Institution" and touched:
        relate_institutions(tx, touched)
    if label == "Researcher":
        several = {id_ for id_, keys in resolution.created.items() if sum(key[0] == "orcid" for key in keys) > 1}
        if resolution.changed or several:
            set_orcids(tx, resolution.changed | several)
        if resolution.moved:
            separate_authorships(tx, resolution.changed)
            unsettle_listed_works(tx, resolution.changed)


def make_anew(tx: Transaction, label: str, ids: Collection[str]) -> None:
    """Make nodes of `label` what their descriptions say; those that nothing describes stay as they are."""
    said = said_of(tx, label, ids) if ids else {}
    properties = {entity: MERGES[label](each) for entity, each in said.items()}
    if not properties:
        return
    if label == "Researcher":
        update_people(tx, properties)
    else:
        update_described(tx, label, properties)


def _create_described_people(tx: Transaction, properties: dict[str, dict[str, object]], resolution: Resolution) -> None:
    people = [
        NewPerson(id_, str(properties[id_]["preferredName"]), keys) for id_, keys in sorted(resolution.created.items())
    ]
    if people:
        create_people(tx, people, resolution.present)


def author_claims(work: WorkState) -> Iterator[Claim]:
    """Yield what a work says of who is who: its authors whom an authority names, and whose identifiers are one's."""
    for each in work.authorships:
        if each.person is not None:
            yield Claim(each.person.identifiers)
    for names in work.claims:
        yield Claim(names, wanted=False)


def _settle_authors(tx: Transaction, changes: Sequence[WorkChange]) -> dict[Key, str]:
    """Return the researchers of all authors whom an authority names, by their keys."""
    authors: dict[Key, AuthorshipState] = {}
    claims: dict[tuple[Key, ...], Claim] = {}
    for change in changes:
        for each in change.new.authorships:
            if each.person is not None:
                authors.setdefault(each.person.key, each)
        for claim in author_claims(change.new):
            if claim.wanted or claim.identifiers not in claims:
                claims[claim.identifiers] = claim
    if not claims:
        return {}
    resolution = resolve(tx, PEOPLE, list(claims.values()))
    by_id: dict[str, str] = {}
    for key, author in sorted(authors.items()):
        by_id.setdefault(resolution.ids[key], author.name)
    people = [NewPerson(id_, by_id[id_], keys) for id_, keys in sorted(resolution.created.items())]
    if people:
        create_people(tx, people, resolution.present)
    make_anew(tx, "Researcher", resolution.changed)
    follow_up(tx, "Researcher", resolution)
    return {key: resolution.ids[key] for key in authors}
