"""The dates of arXiv's formats in one form: ISO 8601, date-times in UTC."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime


def of_mail_date(written: str) -> str | None:
    """Return a date-time such as `Mon, 2 Apr 2007 19:18:42 GMT`, or None if it is none."""
    try:
        return _in_utc(parsedate_to_datetime(written))
    except (ValueError, OverflowError):
        return None


def of_timestamp(written: str) -> str | None:
    """Return a date-time such as `2003-07-07T13:46:39-04:00`, or None if it is none."""
    try:
        return _in_utc(datetime.fromisoformat(written.strip()))
    except (ValueError, OverflowError):
        return None


def of_day(written: str) -> str | None:
    """Return a day such as `2007-05-23`, or None if it is none."""
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        return None


def _in_utc(moment: datetime) -> str:
    known = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return known.strftime("%Y-%m-%dT%H:%M:%SZ")
