import { Link } from "react-router";

import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { KINDS, pathOf } from "../../entities/kinds";
import { type EntityKind, SuggestionsDocument } from "../../gql/graphql";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./not-found.module.css";
import { NotFoundPage } from "./NotFoundPage";

interface NoSuchEntityProps {
  readonly kind: EntityKind;
  readonly slug: string;
}

const LONGEST = 60;

/** An address of an entity that there is not, with those that may have been meant. */
export function NoSuchEntity({ kind, slug }: NoSuchEntityProps) {
  const words = slug.slice(0, LONGEST).replaceAll("-", " ").trim();
  // The beginning of the name finds more than a name with a mistake at its end.
  const [first = ""] = words.split(" ");
  const whole = useOperation(SuggestionsDocument, { prefix: words, kinds: [kind] }, { enabled: words !== "" });
  const none = whole.data?.data.suggest?.length === 0;
  const loose = useOperation(SuggestionsDocument, { prefix: first, kinds: [kind] }, { enabled: none && first !== words });
  const found = (none ? loose.data?.data.suggest : whole.data?.data.suggest) ?? [];
  return (
    <NotFoundPage
      title={`No ${KINDS[kind].one} goes by this address`}
      query={graphiqlAddress(SuggestionsDocument.toString().trim(), { prefix: words, kinds: [kind] })}
    >
      <p className="quiet">
        Nothing is called “<span dir="auto">{words}</span>” here.
      </p>
      {whole.isLoading || loose.isLoading ? (
        <Skeleton width="20ch" />
      ) : (
        found.length > 0 && (
          <div>
            <h2 className={styles.meant}>Did you mean</h2>
            <ul className={styles.suggestions}>
              {found.map(({ id, kind: found, label, subtitle }) => (
                <li key={id} data-kind={found}>
                  <Link to={pathOf(found, id)} dir="auto">
                    {label}
                  </Link>
                  {subtitle !== null && <span className="quiet"> {subtitle}</span>}
                </li>
              ))}
            </ul>
          </div>
        )
      )}
    </NotFoundPage>
  );
}
