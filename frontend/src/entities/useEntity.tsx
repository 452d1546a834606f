import type { ReactNode } from "react";
import { useParams } from "react-router";

import { graphiqlAddress } from "../api/graphiqlAddress";
import { useOperation } from "../api/useOperation";
import type { EntityKind, TypedDocumentString } from "../gql/graphql";
import { useTitle } from "../layout/useTitle";
import { NoSuchEntity } from "../pages/not-found/NoSuchEntity";
import { FailureNotice, Notice } from "../parts/Notice";
import { KINDS } from "./kinds";
import { lookupOf } from "./lookup";
import { useOneAddress } from "./useOneAddress";

interface Named {
  readonly slug: string;
  readonly name?: string;
  readonly title?: string;
}

interface EntityOnPage<Entity> {
  /** Undefined while it is on its way. */
  readonly entity: Entity | undefined;
  /** What stands in the place of a page that cannot be shown; null where it can, or will be. */
  readonly instead: ReactNode | null;
  /** Where GraphiQL opens with the page's query. */
  readonly query: string;
}

/** The entity that the address names, by the page's operation. */
export function useEntity<Data, By, Entity extends Named>(
  kind: EntityKind,
  document: TypedDocumentString<Data, { by: By }>,
  pick: (data: Data) => Entity | null,
): EntityOnPage<Entity> {
  const { slug = "" } = useParams();
  const by = lookupOf(slug);
  const { data, error, refetch } = useOperation(document, { by: by as By });
  const entity = data === undefined ? undefined : pick(data.data);
  useTitle(entity?.name ?? entity?.title ?? null);
  useOneAddress(kind, slug, entity?.slug);
  const what = KINDS[kind].one;
  const query = graphiqlAddress(document.toString().trim(), { by });
  if (error !== null) {
    return { entity: undefined, query, instead: <FailureNotice what={`The ${what}`} failure={error} retry={refetch} /> };
  }
  if (entity !== null) {
    return { entity, query, instead: null };
  }
  const problem = data?.problems[0];
  return {
    entity: undefined,
    query,
    instead:
      problem === undefined ? (
        <NoSuchEntity kind={kind} slug={slug} />
      ) : (
        <Notice title={`The ${what} could not be read`} retry={refetch}>
          {problem.message}
        </Notice>
      ),
  };
}
