import { FollowButton } from "../../account/FollowButton";
import { useOperation } from "../../api/useOperation";
import { EntityLink } from "../../entities/EntityLink";
import { formatted, KINDS } from "../../entities/kinds";
import { type EntityKind, ExplorerEntityDocument, type ExplorerEntityQuery } from "../../gql/graphql";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./explore.module.css";

type Entity = NonNullable<ExplorerEntityQuery["node"]>;

/** What the record says of an entity in short, with the way to its page, and whether it is followed. */
export function EntityFigures({ id, kind }: { id: string; kind: EntityKind }) {
  const { data, error, refetch } = useOperation(ExplorerEntityDocument, { id });
  const entity = data?.data.node;
  if (error !== null) {
    return <FailureNotice what={`The ${KINDS[kind].one}`} failure={error} retry={refetch} />;
  }
  if (entity === undefined) {
    return (
      <div className={styles.figures}>
        <Skeleton width="70%" />
        <Skeleton width="50%" />
      </div>
    );
  }
  if (entity === null || !("slug" in entity)) {
    return <p className="quiet">Its record could not be read.</p>;
  }
  const { words, figures } = described(entity);
  return (
    <>
      {words !== "" && <p className="quiet">{words}</p>}
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatted(value)}</dd>
          </div>
        ))}
      </dl>
      {entity.__typename === "Work" && entity.abstract !== null && <p className={styles.abstract}>{entity.abstract}</p>}
      <div className={styles.actions}>
        <EntityLink kind={kind} name={entity.slug}>
          Open this {KINDS[kind].one}
        </EntityLink>
        <FollowButton entity={entity} page={ExplorerEntityDocument} />
      </div>
    </>
  );
}

type Described = Extract<Entity, { slug: string }>;

function described(entity: Described): { words: string; figures: readonly (readonly [string, number])[] } {
  switch (entity.__typename) {
    case "Researcher":
      return {
        words: [entity.role, entity.affiliation.institution?.name].filter(Boolean).join(", "),
        figures: [
          ["works", entity.worksCount],
          ["citations", entity.citationCount],
          ["h-index", entity.hIndex],
          ["trust", entity.trust.score],
        ],
      };
    case "Work":
      return {
        words: [entity.type, entity.year, entity.source?.name].filter(Boolean).join(" · "),
        figures: [
          ["citations", entity.citationCount],
          ["references", entity.referencesCount],
        ],
      };
    case "Topic":
      return { words: entity.description ?? "", figures: [["works", entity.worksCount]] };
    case "Institution":
      return { words: [entity.city, entity.country].filter(Boolean).join(", "), figures: [["works", entity.worksCount]] };
    case "Source":
      return { words: entity.sourceKind ?? "", figures: [["works", entity.worksCount]] };
  }
}
