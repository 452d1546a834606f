import { CollectivePage } from "../../entities/CollectivePage";
import { Relatives } from "../../entities/Relatives";
import { useEntity } from "../../entities/useEntity";
import { TopicDocument, type TopicQuery } from "../../gql/graphql";

const SCHEMES: Readonly<Record<string, string>> = {
  arxiv: "category of arXiv",
  openalex: "topic of OpenAlex",
  keyword: "keyword of works",
};

/** A topic: where it stands among topics, what is written on it and by whom. */
export function TopicPage() {
  const { entity: topic, instead, query } = useEntity("TOPIC", TopicDocument, ({ topic }) => topic);
  return (
    instead ?? (
      <CollectivePage
        kind="TOPIC"
        entity={topic}
        page={TopicDocument}
        query={query}
        line={topic !== undefined && <span className="quiet">{origin(topic)}</span>}
        description={topic?.description}
        hierarchy={<Relatives kind="TOPIC" lists={{ "Part of": topic?.broader, "Narrower topics": topic?.narrower }} />}
        people="Who writes about it"
      />
    )
  );
}

function origin({ scheme, code, name, level }: NonNullable<TopicQuery["topic"]>): string {
  const kind = SCHEMES[scheme] ?? scheme;
  const written = code !== null && code.toLowerCase() !== name.toLowerCase() ? code : null;
  return [kind.replace(/^./u, (letter) => letter.toUpperCase()), written, level === null ? null : `level ${level}`]
    .filter(Boolean)
    .join(" · ");
}
