import pytest

from graphdb.notifications.records import NotificationKind
from resolvers.notifications.sentences import sentence
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks

ACCOUNT = "acc_aaaaaaaaaaaaaaaa"


@pytest.mark.parametrize(
    ("kind", "count", "detail", "words"),
    [
        (NotificationKind.NEW_WORKS, 1, None, "1 new work: Graphs."),
        (NotificationKind.NEW_WORKS, 1200, None, "1,200 new works: Graphs."),
        (NotificationKind.INVITATION_RECEIVED, 1, None, "Ada invites you to collaborate."),
        (NotificationKind.INVITATION_ACCEPTED, 1, None, "Ada has accepted your invitation."),
        (NotificationKind.INVITATION_DECLINED, 1, None, "Ada has declined your invitation."),
        (NotificationKind.MESSAGE_RECEIVED, 1, None, "Ada has written to you."),
        (NotificationKind.MESSAGE_RECEIVED, 3, None, "Ada has written to you 3 times."),
        (NotificationKind.CLAIM_DECIDED, 1, "APPROVED", "Your claim of Graphs was approved."),
        (NotificationKind.CLAIM_DECIDED, 1, "SOMETHING_NEW", "Your claim of Graphs was decided."),
        (NotificationKind.EDIT_DECIDED, 1, "STANDS", "Your proposal of a work was accepted."),
        (NotificationKind.EDIT_DECIDED, 2, "UNDONE", "A moderator has undone an edit of yours."),
        (
            NotificationKind.ACCOUNT_SUSPENDED,
            1,
            "2027-01-02T03:04:05Z",
            "Moderators have suspended your account until 2027-01-02.",
        ),
    ],
)
def test_a_notification_is_a_sentence(kind: NotificationKind, count: int, detail: str | None, words: str) -> None:
    assert sentence(kind, by="Ada", about="Graphs", count=count, detail=detail) == words


@pytest.mark.parametrize("kind", NotificationKind)
def test_it_is_one_too_where_nobody_knows_any_more_what_it_was_about(kind: NotificationKind) -> None:
    words = sentence(kind, by=None, about=None, count=1, detail=None)
    assert words.endswith(".")
    assert "None" not in words


def test_a_link_names_its_account_and_no_other() -> None:
    links = UnsubscribeLinks(lambda: b"a key")
    token = links.token(ACCOUNT)
    assert links.read(token) == ACCOUNT
    assert UnsubscribeLinks(lambda: b"another key").read(token) is None
    for bad in ("", token[:-1], token + "x", "x" * 100_000, "\ud83d", "a.b"):
        assert links.read(bad) is None
