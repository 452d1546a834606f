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

/** Queries of the documentation, which the tests run. */
export const queries: readonly Example[] = [
  ["A whole profile in one operation", profile],
  ["The research graph, two steps out", researchGraph],
  ["The newest works", works],
  ["A topic and who writes about it", topic],
].map(([title = "", text = ""]) => ({ title, text: text.replaceAll(/^#.*\n/gm, "").trim(), address: graphiqlAddress(text) }));
