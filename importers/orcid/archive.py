"""The tar archive of ORCID's public data file: many millions of records, read as one stream."""

import io
import tarfile
from collections.abc import Iterator
from typing import Any, cast

from importers.inputs import UNREADABLE, StreamBrokenError, reason_of

MAX_RECORD = 64 * 1024 * 1024
"""Bytes of one record."""


def is_tar(head: bytes) -> bool:
    """Say whether a file that begins with `head` is a tar archive."""
    return head[257:262] == b"ustar"


def first_member(head: bytes) -> bytes:
    """Return what the head of an archive holds of its first file."""
    try:
        with tarfile.open(fileobj=io.BytesIO(head), mode="r:") as archive:
            while (member := archive.next()) is not None:
                if member.isfile():
                    return head[member.offset_data : member.offset_data + member.size]
    except UNREADABLE:
        pass
    return b""


def members(stream: io.BufferedReader) -> Iterator[tuple[str, bytes | None]]:
    """Yield (name, content) of each file of an archive, in its order; None for one of more than MAX_RECORD bytes.

    Nothing is kept of what was read: the public data file has more members than would fit into memory.

    Raises:
        StreamBrokenError: After the members before the place where the archive breaks off or is damaged.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            while (member := archive.next()) is not None:
                cast(Any, archive).members.clear()
                content = archive.extractfile(member) if member.isfile() else None
                if content is None:
                    continue
                raw = content.read() if member.size <= MAX_RECORD else None
                if raw is not None and len(raw) < member.size:
                    raise EOFError
                yield member.name, raw
    except EOFError as error:
        raise StreamBrokenError("it ends in the middle of the next file") from error
    except UNREADABLE as error:
        raise StreamBrokenError(reason_of(error)) from error
