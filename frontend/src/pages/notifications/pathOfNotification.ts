import { ALL_KINDS, pathOf } from "../../entities/kinds";
import type { Notification } from "./NotificationsPage";

/** Where one sees what a notification is about; null where that is gone. */
export function pathOfNotification({ kind, about }: Pick<Notification, "kind" | "about">): string | null {
  if (kind === "NEW_WORKS") {
    return "/feed";
  }
  switch (about?.__typename) {
    case "Conversation":
      return `/conversations/${about.id}`;
    case "Invitation":
    case "Message":
      return "/conversations";
    case "Claim":
      return about.researcher === null ? "/claims" : `${pathOf("RESEARCHER", about.researcher.slug)}/claim`;
    case "OwnerEdit":
      return about.researcher === null ? "/claims" : `${pathOf("RESEARCHER", about.researcher.slug)}/edit`;
    case "Researcher":
      return pathOf("RESEARCHER", about.slug);
    case "Report":
      return pathOfReported(about.aboutId);
    case "Account":
      return "/settings";
    default:
      return null;
  }
}

/** Where what was reported is seen. Ids begin with what they name: entities' with one letter, that of their kind. */
function pathOfReported(id: string): string {
  const kind = ALL_KINDS.find((each) => id.startsWith(`${each.charAt(0).toLowerCase()}_`));
  return kind !== undefined ? pathOf(kind, id) : id.startsWith("cnv_") ? `/conversations/${id}` : "/conversations";
}
