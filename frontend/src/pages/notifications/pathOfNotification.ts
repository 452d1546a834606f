import { pathOf } from "../../entities/kinds";
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
      return "/conversations";
    case "Claim":
      return about.researcher === null ? "/claims" : `${pathOf("RESEARCHER", about.researcher.slug)}/claim`;
    default:
      return null;
  }
}
