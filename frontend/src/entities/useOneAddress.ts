import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";

import type { EntityKind } from "../gql/graphql";
import { pathOf } from "./kinds";

/** Puts the permalink into the address of the page where an id or an older slug led here. */
export function useOneAddress(kind: EntityKind, named: string, slug: string | undefined): void {
  const navigate = useNavigate();
  const { search, hash } = useLocation();
  useEffect(() => {
    if (slug !== undefined && slug !== named) {
      void navigate(`${pathOf(kind, slug)}${search}${hash}`, { replace: true, preventScrollReset: true });
    }
  }, [kind, named, slug, navigate, search, hash]);
}
