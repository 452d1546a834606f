import { usePages } from "../api/usePages";
import { PeopleDocument, type PeoplePageFragment, type PeopleQuery } from "../gql/graphql";
import { Notice } from "../parts/Notice";
import { EntityLink } from "./EntityLink";
import frame from "./entity-page.module.css";
import { counted } from "./kinds";
import { More } from "./More";

interface PeopleListProps {
  readonly of: string;
  /** Null where it could not be read. */
  readonly first: PeoplePageFragment | null;
}

const peopleOf = ({ node }: PeopleQuery) => (node !== null && "researchers" in node ? node.researchers : null);

/** The people of an entity, those with the most works first. */
export function PeopleList({ of, first }: PeopleListProps) {
  const pages = usePages(PeopleDocument, { of }, { pageOf: peopleOf, first, enabled: first !== null });
  if (first === null || pages.rows === undefined) {
    return <Notice title="The people could not be read">The other parts of the page are there.</Notice>;
  }
  if (pages.rows.length === 0) {
    return <p className="quiet">None yet.</p>;
  }
  return (
    <>
      <ul className={frame.people}>
        {pages.rows.map(({ id, slug, name, worksCount }) => (
          <li key={id}>
            <EntityLink kind="RESEARCHER" name={slug}>
              {name}
            </EntityLink>
            <span className="quiet">{counted(worksCount, "work")}</span>
          </li>
        ))}
      </ul>
      <More left={pages.total - pages.rows.length} noun="person" plural="people" pages={pages} />
    </>
  );
}
