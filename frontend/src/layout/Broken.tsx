import { useRouteError } from "react-router";

import { Notice } from "../parts/Notice";

/** What stands in the place of a page that could not be drawn, through a mistake of ours or a release since. */
export function Broken() {
  const error = useRouteError();
  console.error(error);
  return (
    <Notice title="This page could not be drawn" retry={() => window.location.reload()} retryLabel="Load it again">
      A part of it failed, or the site has changed since you opened it.
    </Notice>
  );
}
