import { Link, useSearchParams } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { Notice } from "../../parts/Notice";
import { AuditLog } from "./AuditLog";
import { Claims } from "./Claims";
import { Decisions } from "./Decisions";
import { Duplicates } from "./Duplicates";
import { Reports } from "./Reports";
import { Split } from "./Split";

const VIEWS = {
  claims: { name: "Claims", View: Claims },
  reports: { name: "Reports", View: Reports },
  duplicates: { name: "Who is who", View: Duplicates },
  split: { name: "Split", View: Split },
  decisions: { name: "Decisions", View: Decisions },
  log: { name: "Audit log", View: AuditLog },
} as const;

/** What waits for moderators, and what they decided; nothing to all others. */
export function ModerationPage() {
  const [parameters] = useSearchParams();
  const given = parameters.get("view") ?? "";
  const shown = (given in VIEWS ? given : "claims") as keyof typeof VIEWS;
  const { View } = VIEWS[shown];
  return (
    <OwnPage title="Moderation" what="what waits for moderators">
      {(viewer) =>
        viewer.role === "MODERATOR" ? (
          <>
            <nav className={own.tabs} aria-label="Moderation">
              {Object.entries(VIEWS).map(([view, { name }]) => (
                <Link key={view} to={`/moderation?view=${view}`} aria-current={view === shown ? "page" : undefined}>
                  {name}
                </Link>
              ))}
            </nav>
            <View />
          </>
        ) : (
          <Notice tone="quiet" title="This page is for moderators">
            Your account is none. Who runs the site makes moderators.
          </Notice>
        )
      }
    </OwnPage>
  );
}
