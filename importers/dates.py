"""Dates of publication as sources write them: in part, wrong, or of a time to come."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

_YEARS = range(1000, 2101)


class Published(NamedTuple):
    """When a work appeared, as far as it is known."""

    year: int
    date: str | None
    """ISO 8601, to the day or to the month; None: no more than the year is known."""


def published(parts: Sequence[int | str | None], described_in: int | None = None) -> Published | None:
    """Return the date of (year, month, day), of which the later ones may be missing, or None if there is no year.

    A work cannot have appeared long after somebody described it: a year later than the one after `described_in` is
    a slip, and no date at all. (A journal's issue of next January is described in this December.) A month or a day
    that the calendar does not have is left out.
    """
    numbers = [_number(part) for part in parts[:3]]
    year, month, day = (*numbers, None, None, None)[:3]
    if year is None or year not in _YEARS or (described_in is not None and year > described_in + 1):
        return None
    if month is None or not 1 <= month <= 12:
        return Published(year, None)
    try:
        return Published(year, date(year, month, day or 0).isoformat())
    except ValueError:
        return Published(year, f"{year:04}-{month:02}")


def _number(part: int | str | None) -> int | None:
    if isinstance(part, str):
        return int(part) if part.strip().isdecimal() and len(part) <= 8 else None
    return part
