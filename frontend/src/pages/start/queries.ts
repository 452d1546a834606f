import profile from "../../../../docs/queries/profile.graphql?raw";
import researchGraph from "../../../../docs/queries/research-graph.graphql?raw";
import topic from "../../../../docs/queries/topic.graphql?raw";
import works from "../../../../docs/queries/works.graphql?raw";
import { graphiqlAddress } from "../../api/graphiqlAddress";

interface Example {
  readonly title: string;
  readonly text: string;
  readonly address: string;
}

/** The queries of the documentation, which the tests run; their first comment says what they are. */
export const queries: readonly Example[] = [profile, researchGraph, works, topic].map((text) => {
  const [, comment = ""] = /^#\s*(.*)/.exec(text) ?? [];
  return { title: comment.replace(/\.$/, ""), text: text.replace(/^#.*\n/, "").trim(), address: graphiqlAddress(text) };
});
