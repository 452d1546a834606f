"""What is asked before the first visitor comes."""

import json
import re
from pathlib import Path

from server.warm_up import PAGE_VARIABLES

PAGES = Path(__file__).parents[3] / "frontend" / "src" / "gql" / "persisted-documents.json"
OF_SOMEBODY = {
    *("Viewer", "Feed", "Follows", "Settings", "Blocked", "Unread", "Notifications", "Claims", "ClaimsToVouchFor"),
    *(
        "EditPage",
        "OwnerEdits",
        "SuggestInstitutions",
        "InvitePage",
        "Invitations",
        "Conversations",
        "Talks",
        "Conversation",
        "Messages",
        "Reportable",
    ),
    *("ModerationClaims", "Reports", "Duplicates", "WorksToSplit", "Decisions", "AuditLog"),
}
"""What only somebody who is signed in is answered."""


def test_each_query_of_the_pages_is_asked_before_the_first_visitor_comes() -> None:
    documents: dict[str, str] = json.loads(PAGES.read_text())
    queries = {found[1] for text in documents.values() if (found := re.search(r"(?:^|\s)query (\w+)", text))}
    assert queries - OF_SOMEBODY == set(PAGE_VARIABLES)
