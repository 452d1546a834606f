import { Refusal } from "../../account/Refusal";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { More } from "../../entities/More";
import { BlockedDocument, type BlockedQuery, UnblockAccountDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { FailureNotice } from "../../parts/Notice";
import { When } from "../../parts/When";
import styles from "./settings.module.css";

const blockedOf = ({ viewer }: BlockedQuery) => viewer?.blocked;

/** Whom the person has blocked; nothing where that is nobody. */
export function Blocked() {
  const pages = usePages(BlockedDocument, {}, { pageOf: blockedOf });
  const unblock = useAction(UnblockAccountDocument, [BlockedDocument]);
  const { rows = [], total, failure, more } = pages;
  if (rows.length === 0 && failure === null) {
    return null;
  }
  return (
    <section aria-labelledby="blocked">
      <h2 id="blocked">Whom you have blocked</h2>
      {rows.length === 0 && failure !== null && <FailureNotice what="The list" failure={failure} retry={more} />}
      <ul className={styles.list}>
        {rows.map(({ id, since, researcher }) => {
          const name = researcher?.name ?? "Somebody whose record is gone";
          return (
            <li key={id}>
              <p>
                <b dir="auto">{name}</b>{" "}
                <span className="quiet">
                  since <When at={since} />
                </span>
              </p>
              <Button small aria-label={`Unblock ${name}`} disabled={unblock.isPending} onClick={() => unblock.mutate({ id: researcher?.id ?? id })}>
                Unblock
              </Button>
            </li>
          );
        })}
      </ul>
      {unblock.error !== null && <Refusal what="Nobody was unblocked" failure={unblock.error} />}
      <More left={total - rows.length} noun="person" plural="people" pages={pages} />
    </section>
  );
}
