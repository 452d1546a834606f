"""Registries' own records: of people, institutions, sources and topics."""

from collections.abc import Iterable, Sequence

import msgspec

from graphdb.text import name_key
from graphdb.writer.descriptions import said_of
from graphdb.writer.institutions import relate_institutions, store_relations
from graphdb.writer.listings import Affiliation, Listing, store_listings
from graphdb.writer.lookup import record_hashes, record_payloads
from graphdb.writer.state import Description, Key
from graphdb.writer.topics import broaden_topics
from graphdb.writer.transaction import Transaction
from importers.descriptions import Entry, entry_of, institution_mention, topic_id, topic_mention
from importers.entities import broader_topic, overlaid
from importers.plan import Outcome
from importers.records import Identifier, InstitutionEntry, ResearcherEntry, TopicEntry, TopicRecord
from importers.settle import Settled, settle, settle_mentions

_TOPICS = msgspec.json.Decoder(TopicEntry)


class PreparedEntry(msgspec.Struct, frozen=True):
    """A registry's own record with all that can be made of it without looking at the graph."""

    entry: Entry
    description: Description
    mentions: tuple[Description, ...]
    """What it names besides its own thing."""


def prepare_entry(entry: Entry) -> PreparedEntry:
    """Return `entry` ready to be written: what takes the time, so that it can be done ahead."""
    return PreparedEntry(entry, entry_of(entry), tuple(_mentions(entry)))


def write_entries(tx: Transaction, entries: Sequence[PreparedEntry], run: str, now: str) -> Outcome:
    """Write `entries` and make anew what they describe.

    Of several versions of one record in a batch the last counts, as it would in batches of their own.
    """
    outcome = Outcome()
    entries = _completed(tx, entries)
    latest: dict[str, PreparedEntry] = {}
    for each in entries:
        id_ = each.description.id
        if id_ in latest:
            same = latest[id_].description.hash == each.description.hash
            outcome.unchanged += same
            outcome.written += not same
        latest[id_] = each
    stored = record_hashes(tx, latest)
    fresh = {id_: each for id_, each in latest.items() if stored.get(id_) != each.description.hash}
    outcome.unchanged += len(latest) - len(fresh)
    if not fresh:
        return outcome
    mentions = settle_mentions(tx, {each.id: each for own in fresh.values() for each in own.mentions}, run, now)
    by_label: dict[str, list[PreparedEntry]] = {}
    for each in fresh.values():
        by_label.setdefault(each.description.label, []).append(each)
    for label, own in by_label.items():
        settled = settle(tx, label, [each.description for each in own], run, now)
        _relate(tx, label, own, settled)
        made_here = settled.created | mentions.created
        described: set[str] = set()
        for each in own:
            entity = settled.entities[each.description.id]
            stands = entity not in made_here or entity in described
            described.add(entity)
            if stands and each.description.id not in stored:
                outcome.merged += 1
            else:
                outcome.written += 1
    return outcome


def _completed(tx: Transaction, entries: Sequence[PreparedEntry]) -> Sequence[PreparedEntry]:
    """Return `entries` with what earlier records of the same topics said and these, being short, do not."""
    topics = {each.description.id for each in entries if isinstance(each.entry, TopicEntry)}
    if not topics:
        return entries
    known = {id_: _TOPICS.decode(payload) for id_, payload in record_payloads(tx, topics).items()}
    return [completed(each, known) for each in entries]


def completed(prepared: PreparedEntry, known: dict[str, TopicEntry]) -> PreparedEntry:
    """Return a record with what the last one of the same topic in `known`, by record id, says and this one does not.

    It takes that one's place in `known`. Records of other things stay as they are.
    """
    if not isinstance(prepared.entry, TopicEntry):
        return prepared
    id_ = prepared.description.id
    entry = overlaid(known[id_], prepared.entry) if id_ in known else prepared.entry
    known[id_] = entry
    return prepared if entry == prepared.entry else prepare_entry(entry)


def _mentions(entry: Entry) -> Iterable[Description]:
    match entry:
        case TopicEntry(broader=TopicRecord() as broader):
            yield topic_mention(entry.source, broader)
        case ResearcherEntry(affiliations=affiliations):
            for each in affiliations:
                # A name that somebody wrote is no institution.
                if each.institution.identifiers:
                    yield institution_mention(entry.source, each.institution)
        case _:
            pass


def _relate(tx: Transaction, label: str, entries: Sequence[PreparedEntry], settled: Settled) -> None:
    """Write what the records, all of things of `label`, say of the relations of these to others."""
    entities = {settled.entities[each.description.id] for each in entries}
    match label:
        case "Institution":
            store_relations(tx, [relation(each) for each in entries])
            relate_institutions(tx, entities)
        case "Researcher":
            store_listings(tx, [listing(each) for each in entries])
        case "Topic":
            said = said_of(tx, label, entities)
            wider = {id_: broader_topic(each) for id_, each in said.items()}
            broaden_topics(
                tx, [(id_, topic_id(each.scheme, each.code) if each else None) for id_, each in wider.items()]
            )
        case _:
            pass


def relation(prepared: PreparedEntry) -> tuple[str, list[Key], list[Key]]:
    """Return which parents and successors an institution's record names: (record id, parents, successors)."""
    entry = prepared.entry
    if not isinstance(entry, InstitutionEntry):
        raise TypeError(entry)
    return prepared.description.id, _keys(entry.parents), _keys(entry.successors)


def listing(prepared: PreparedEntry) -> Listing:
    """Return what a person's record lists."""
    entry = prepared.entry
    if not isinstance(entry, ResearcherEntry):
        raise TypeError(entry)
    return Listing(
        record=prepared.description.id,
        name_keys=tuple(dict.fromkeys(map(name_key, (entry.name, *entry.name_variants)))),
        works=tuple(_keys(entry.works)),
        affiliations=tuple(
            Affiliation(institution_mention(entry.source, each.institution).id, each.since, each.until, each.role)
            for each in entry.affiliations
            if each.institution.identifiers
        ),
    )


def _keys(identifiers: Iterable[Identifier]) -> list[Key]:
    return [(each.scheme, each.value) for each in identifiers]
