import { useLocation } from "react-router";

import { ButtonLink } from "../parts/Button";
import { Notice } from "../parts/Notice";
import { signInAddress } from "./session";

/** What a page that is somebody's own shows to a stranger. */
export function SignInNotice({ what }: { what: string }) {
  const { pathname, search } = useLocation();
  return (
    <Notice tone="quiet" title={`Sign in to see ${what}`}>
      <p>It takes an e-mail address and no password.</p>
      <p>
        <ButtonLink strong to={signInAddress(pathname + search)}>
          Sign in
        </ButtonLink>
      </p>
    </Notice>
  );
}
