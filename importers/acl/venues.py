"""The venue of a volume of the ACL Anthology."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphdb.text import fold
from importers.acl.yaml_files import load
from importers.errors import FileRefused
from importers.inputs import Input, StreamBrokenError
from importers.records import Identifier, SourceKind, VenueRecord

_VENUE_ID = re.compile(r"[a-z0-9_-]{1,60}")
_COLLECTION = re.compile(r"\d{4}\.([a-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class Volume:
    """What a volume says about the place of its papers."""

    collection: str
    venue_ids: tuple[str, ...]
    title: str
    is_journal: bool


def venue_of(volume: Volume, file: Input) -> VenueRecord | None:
    """Return the first venue of a volume, named as the Anthology's own list beside `file` names it."""
    from_collection = _COLLECTION.fullmatch(volume.collection)
    venue_id = next(iter(volume.venue_ids), from_collection[1] if from_collection else "")
    kind = SourceKind.JOURNAL if volume.is_journal else SourceKind.CONFERENCE
    if not _VENUE_ID.fullmatch(venue_id):
        if not volume.title:
            return None
        return VenueRecord(volume.title, kind, (Identifier("name", fold(volume.title)),))
    entry = _entry(venue_id, file)
    name = entry.get("name") if entry else None
    # A venue has one kind, whatever single volumes of it call themselves.
    if entry:
        kind = SourceKind.JOURNAL if entry.get("type") == "journal" else SourceKind.CONFERENCE
    return VenueRecord(
        name=str(name) if name else venue_id.upper(),
        kind=kind,
        identifiers=(Identifier("acl-venue", venue_id),),
        url=f"https://aclanthology.org/venues/{venue_id}/",
    )


def _entry(venue_id: str, file: Input) -> dict[str, Any] | None:
    sidecar = file.beside(f"yaml/venues/{venue_id}.yaml")
    if sidecar is None:
        return None
    try:
        with sidecar.open() as stream:
            return _parsed(stream.read())
    except (FileRefused, StreamBrokenError):
        return None


@lru_cache(maxsize=2048)
def _parsed(content: bytes) -> dict[str, Any] | None:
    entry = load(content)
    return entry if isinstance(entry, dict) else None
