"""OpenAlex's topics and the subfields, fields and domains that they belong to."""

from collections.abc import Iterator

from importers.openalex.ids import SOURCE, topic_code
from importers.openalex.shapes import Named, Topic
from importers.records import TopicEntry, TopicRecord
from importers.rejection import UnusableError
from importers.text import fold_space, plain_abstract

_LEVELS = {"domains": "domain", "fields": "field", "subfields": "subfield"}


def topic_in_short(id_: str | int | None, name: str | None) -> TopicRecord | None:
    """Return a topic, or None if it has no name or its id is none."""
    code = topic_code(id_)
    named = fold_space(name or "")
    return TopicRecord(SOURCE, code, named) if code is not None and named else None


def entries_of(topic: Topic) -> Iterator[TopicEntry]:
    """Yield the entries of what `topic` belongs to, the widest first, and then its own.

    Raises:
        UnusableError: The id is none, or there is no name.
    """
    if topic_code(topic.id) is None:
        raise UnusableError(f"{topic.id!r} is no id of a topic")
    own = topic_in_short(topic.id, topic.display_name)
    if own is None:
        raise UnusableError("it has no name")
    above = [
        record
        for level, each in (("domains", topic.domain), ("fields", topic.field), ("subfields", topic.subfield))
        if each is not None and (record := topic_in_short(_at(level, each), each.display_name)) is not None
    ]
    yield from (_entry(record, broader) for broader, record in zip([None, *above], above, strict=False))
    yield TopicEntry(
        source=SOURCE,
        key=own.code,
        topic=own,
        level=_level(own),
        description=plain_abstract(topic.description),
        keywords=tuple(word for each in topic.keywords or () if (word := fold_space(each))),
        broader=above[-1] if above else None,
    )


def _entry(topic: TopicRecord, broader: TopicRecord | None) -> TopicEntry:
    return TopicEntry(source=SOURCE, key=topic.code, topic=topic, level=_level(topic), broader=broader)


def _at(level: str, named: Named) -> str | int | None:
    # Some answers give the bare number.
    bare = isinstance(named.id, int) or (named.id or "").isdecimal()
    return f"{level}/{named.id}" if bare else named.id


def _level(topic: TopicRecord) -> str:
    return _LEVELS.get(topic.code.partition("/")[0], "topic")
