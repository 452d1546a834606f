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
_EDITS = {
    "STANDS": "Your proposal of a work was accepted.",
    "REJECTED": "Your proposal of a work was rejected.",
    "UNDONE": "A moderator has undone an edit of yours.",
}
_REPORTS = {
    "UPHELD": "Moderators have looked at what you reported, and found that you were right.",
    "DISMISSED": "Moderators have looked at what you reported, and let it stand.",
}


def sentence(kind: NotificationKind, *, by: str | None, about: str | None, count: int, detail: str | None) -> str:
    """Return a notification as a sentence. `by` and `about` are names; None where they are not known any more."""
    who, state = by or SOMEBODY, detail or ""
    works = f"{count:,} new work{'' if count == 1 else 's'}"
    times = "" if count == 1 else f" {count:,} times"
    sentences = {
        NotificationKind.NEW_WORKS: f"{works}: {about or 'something you follow'}.",
        NotificationKind.INVITATION_RECEIVED: f"{who} invites you to collaborate.",
        NotificationKind.INVITATION_ACCEPTED: f"{who} has accepted your invitation.",
        NotificationKind.INVITATION_DECLINED: f"{who} has declined your invitation.",
        NotificationKind.MESSAGE_RECEIVED: f"{who} has written to you{times}.",
        NotificationKind.CLAIM_DECIDED: (
            f"Your claim{f' of {about}' if about else ''} {_DECISIONS.get(state, 'was decided')}."
        ),
        NotificationKind.EDIT_DECIDED: _EDITS.get(state, "An edit of yours was decided on."),
        NotificationKind.REPORT_DECIDED: _REPORTS.get(state, "Moderators have looked at what you reported."),
        NotificationKind.REPORT_UPHELD: (
            "Something of yours was reported, and moderators found that it should not be here."
        ),
        NotificationKind.ACCOUNT_SUSPENDED: (
            f"Moderators have suspended your account{f' until {state[:10]}' if state else ''}."
        ),
    }
    return sentences[kind]
