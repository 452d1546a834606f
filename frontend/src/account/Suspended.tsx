import { Notice } from "../parts/Notice";
import { When } from "../parts/When";
import { useViewer } from "./session";

/** Until when moderators keep the visitor from reaching others, and from what; nothing where they do not. */
export function Suspended() {
  const until = useViewer().data?.suspendedUntil ?? null;
  return until === null ? null : (
    <Notice tone="warn" title="Your account is suspended">
      Until <When at={until} precise /> you can neither invite, accept, write, report, claim, vouch nor edit. You can read, follow,
      decline, withdraw and block as before.
    </Notice>
  );
}
