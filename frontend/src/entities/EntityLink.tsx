import type { ReactNode } from "react";
import { Link } from "react-router";

import type { EntityKind } from "../gql/graphql";
import { pathOf } from "./kinds";

interface EntityLinkProps {
  readonly kind: EntityKind;
  /** Its slug, or its id. */
  readonly name: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The name of an entity, as a link to its page. */
export function EntityLink({ kind, name, children, className }: EntityLinkProps) {
  return (
    <Link className={className} to={pathOf(kind, name)} dir="auto">
      {children}
    </Link>
  );
}
