"""When a work appeared, in the ways that bibliographies write dates."""

import re

from importers.dates import Published, published

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
# The beginning of a range, and parts that are left empty: `2004-10-27/2005`, `2018/4/25`, `2020///`, `1948/07//`.
_NUMBERS = re.compile(r"\D?(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")


def month_number(written: str) -> int | None:
    """Return the number of a month given by its number or its English name, cut or not (`feb`, `February`, `02`)."""
    word = written.strip().strip("{}.").lower()
    if word.isdecimal():
        return int(word)
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else None


def date_in(written: str) -> Published | None:
    """Return the date in `written`: year first, or a year somewhere; None if there is no year."""
    text = written.strip()
    numbers = _NUMBERS.match(text)
    if numbers is not None:
        return published(numbers.groups())
    year = _YEAR.search(text)
    return published([year[1]]) if year is not None else None


def date_of(year: str, month: str = "", day: str = "") -> Published | None:
    """Return the date of three fields, of which any but the year may be empty."""
    found = date_in(year)
    if found is None or found.date is not None or not month:
        return found
    # The day may stand beside the month: `jul # "~4"`.
    words = re.findall(r"[A-Za-z]+|\d+", month)
    if len(words) > 1:
        day = day or next((word for word in words if word.isdecimal()), "")
        words = [word for word in words if not word.isdecimal()]
    return published([found.year, next(filter(None, map(month_number, words)), None), day or None])
