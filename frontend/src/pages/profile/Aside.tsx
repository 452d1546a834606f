import { Link } from "react-router";

import { counted, formatted, pathOf } from "../../entities/kinds";
import { Provenance } from "../../entities/Provenance";
import { Chips } from "../../entities/Chips";
import { YearBars } from "../../entities/YearBars";
import frame from "../../entities/entity-page.module.css";
import { Skeleton } from "../../parts/Skeleton";
import type { Person } from "./ProfilePage";

/** What else the graph knows: topics, people, years, other names of the record. */
export function Aside({ person }: { person: Person | undefined }) {
  if (person === undefined) {
    return <Skeleton height="20rem" />;
  }
  const collaborators = person.collaborators?.edges ?? [];
  return (
    <>
      {person.topics !== null && person.topics.nodes.length > 0 && (
        <section aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <Chips kind="TOPIC" entities={person.topics.nodes} total={person.topics.totalCount} />
        </section>
      )}
      {collaborators.length > 0 && (
        <section aria-labelledby="collaborators">
          <h2 id="collaborators">Works most with</h2>
          <ul className={frame.people}>
            {collaborators.map(({ node, works }) => (
              <li key={node.id}>
                <Link to={pathOf("RESEARCHER", node.slug)} dir="auto">
                  {node.name}
                </Link>
                <span className="quiet">{counted(works, "shared work")}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">
            {counted(person.collaborators?.totalCount ?? 0, "co-author")} in all, the closest first: a work of few authors
            counts more than one of many.
          </p>
        </section>
      )}
      <section aria-labelledby="years">
        <h2 id="years">By year</h2>
        <YearBars counts={person.countsByYear} />
        <p className="quiet">
          {counted(person.citationCount, "citation")} within the graph, h-index {formatted(person.hIndex)}.
        </p>
      </section>
      <Provenance provenance={person.provenance} identifiers={person.identifiers} />
    </>
  );
}
