"""The folders of OpenAlex's snapshot: each kind of record has a manifest, which lists the parts that count."""

import os
from collections.abc import Iterable
from pathlib import PurePosixPath

import msgspec

from importers.errors import FileRefused
from importers.finding import LeftAside
from importers.inputs import Input, StreamBrokenError

MANIFEST = "manifest"
_STALE = "the manifest beside it does not list it: it is of an older snapshot"
_MISSING = "the manifest lists it, but it is not here"


class _Entry(msgspec.Struct):
    url: str


class _Manifest(msgspec.Struct):
    entries: list[_Entry]


def without_stale(files: Iterable[Input], left_aside: LeftAside) -> list[Input]:
    """Return `files` without the parts of a snapshot that its manifests do not list (any more).

    The partitions are named by date, so in the order of their names the newest version of a record comes last.
    """
    manifests: dict[str, set[str] | None] = {}
    missing: dict[str, set[str]] = {}
    kept = []
    for file in files:
        beside = None if file.was_named else file.beside(MANIFEST)
        if beside is None:
            kept.append(file)
            continue
        if beside.name not in manifests:
            manifests[beside.name] = _parts(beside)
            missing[beside.name] = set(manifests[beside.name] or ())
        listed = manifests[beside.name]
        missing[beside.name].discard(_part(file.name))
        if listed is None or _part(file.name) in listed:
            kept.append(file)
        else:
            left_aside(file.name, _STALE)
    for manifest, parts in missing.items():
        for part in sorted(parts):
            left_aside(str(PurePosixPath(manifest).parent / part), _MISSING)
    return kept


def _parts(manifest: Input) -> set[str] | None:
    """Return the parts that a manifest lists, None if it cannot be read: then everything counts."""
    try:
        with manifest.open() as stream:
            return {_part(entry.url) for entry in msgspec.json.decode(stream.read(), type=_Manifest).entries}
    except (FileRefused, StreamBrokenError, msgspec.MsgspecError):
        return None


def _part(name: str) -> str:
    """Return `updated_date=2023-06-08/part_000.gz` of an address or a path."""
    return "/".join(PurePosixPath(name.replace(os.sep, "/")).parts[-2:])
