import profile from "../../../docs/queries/profile.graphql?raw";
import researchGraph from "../../../docs/queries/research-graph.graphql?raw";
import topic from "../../../docs/queries/topic.graphql?raw";
import work from "../../../docs/queries/work.graphql?raw";
import works from "../../../docs/queries/works.graphql?raw";

/** The queries of the first tabs: the ones of the documentation, which the tests run. */
export const examples: readonly string[] = [profile, researchGraph, works, topic, work];
