import type { EdgeKind, EntityKind } from "../../../gql/graphql";

/** What is drawn of a node. The axis of the drawing goes upwards, that of the layouts downwards. */
export interface NodeAttributes {
  id: string;
  x: number;
  y: number;
  radius: number;
  kind: EntityKind;
  label: string;
  note: string | null;
  isSeed: boolean;
  isPinned: boolean;
  rank: number;
}

export interface EdgeAttributes {
  id: string;
  kind: EdgeKind;
  weight: number;
}
