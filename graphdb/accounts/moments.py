"""Points in time as accounts keep them: text that sorts as the times do."""

from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """Return a point in time as ISO 8601 with seconds, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def after(moment: datetime, seconds: float) -> str:
    """Return the point in time `seconds` later, as it is kept."""
    return written(moment + timedelta(seconds=seconds))
