"""Notifications in words, for pages and letters."""

from graphdb.notifications.records import NotificationKind

SOMEBODY = "Somebody"
_DECISIONS = {
    "APPROVED": "was approved",
    "REJECTED": "was rejected",
    "REVOKED": "was revoked",
    "NEEDS_EVIDENCE": "needs more evidence",
    "DISPUTED": "is disputed",
}


def sentence(kind: NotificationKind, *, by: str | None, about: str | None, count: int, detail: str | None) -> str:
    """Return a notification as a sentence. `by` and `about` are names; None where they are not known any more."""
    who, what = by or SOMEBODY, about or "something you follow"
    match kind:
        case NotificationKind.NEW_WORKS:
            return f"{count:,} new work{'' if count == 1 else 's'}: {what}."
        case NotificationKind.INVITATION_RECEIVED:
            return f"{who} invites you to collaborate."
        case NotificationKind.INVITATION_ACCEPTED:
            return f"{who} has accepted your invitation."
        case NotificationKind.INVITATION_DECLINED:
            return f"{who} has declined your invitation."
        case NotificationKind.MESSAGE_RECEIVED:
            return f"{who} has written to you." if count == 1 else f"{who} has written to you {count:,} times."
        case NotificationKind.CLAIM_DECIDED:
            decided = _DECISIONS.get(detail or "", "was decided")
            return f"Your claim{f' of {about}' if about else ''} {decided}."
