import { useEffect, useId, useRef, useState } from "react";
import { Link, useLocation } from "react-router";

import { useAction } from "../api/useAction";
import { SignOutDocument } from "../gql/graphql";
import styles from "./account.module.css";
import { sessionChanged, signInAddress, useViewer } from "./session";
import { useUnread } from "./useUnread";

/** Where one signs in; for who is signed in, what is theirs. */
export function AccountMenu() {
  const { pathname, search, key } = useLocation();
  const { data: viewer, isError } = useViewer();
  const [open, setOpen] = useState(false);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const unread = useUnread(viewer != null);
  const signOut = useAction(SignOutDocument);
  useEffect(() => setOpen(false), [key]);
  useEffect(() => {
    if (!open) {
      return;
    }
    const away = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) {
        setOpen(false);
      }
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
    };
  }, [open]);
  if (viewer === undefined && !isError) {
    // Its place is kept until it is known whose menu it is.
    return <span className={styles.place} />;
  }
  if (viewer === null || viewer === undefined) {
    return <Link to={signInAddress(pathname + search)}>Sign in</Link>;
  }
  const name = viewer.name ?? viewer.email ?? viewer.orcid ?? "Account";
  return (
    <div
      ref={menu}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) {
          setOpen(false);
          button.current?.focus();
        }
      }}
    >
      <button ref={button} type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className="aloud">Account: </span>
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <span className={styles.initial} aria-hidden="true">
          {[...name][0]?.toLocaleUpperCase()}
        </span>
        {unread.notifications + unread.messages > 0 && <Unread count={unread.notifications + unread.messages} />}
        <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
          <path d="m2 3.5 3 3 3-3" />
        </svg>
      </button>
      <div id={id} className={styles.items} hidden={!open}>
        <Link to="/feed">What I follow</Link>
        <Link to="/notifications">Notifications {unread.notifications > 0 && <Unread count={unread.notifications} />}</Link>
        <Link to="/conversations">Conversations {unread.messages > 0 && <Unread count={unread.messages} />}</Link>
        <Link to="/claims">Your records</Link>
        {viewer.role === "MODERATOR" && <Link to="/moderation">Moderation</Link>}
        <Link to="/settings">Settings</Link>
        <button
          type="button"
          disabled={signOut.isPending}
          onClick={() => signOut.mutate({}, { onSuccess: () => sessionChanged(false) })}
        >
          Sign out
        </button>
        {signOut.error !== null && (
          <p role="alert" className={styles.refused}>
            {signOut.error.message}
          </p>
        )}
      </div>
    </div>
  );
}

function Unread({ count }: { count: number }) {
  return (
    <span className={styles.unread}>
      {count > 99 ? "99+" : count}
      <span className="aloud"> unread</span>
    </span>
  );
}
