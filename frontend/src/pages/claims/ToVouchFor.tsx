import { Link } from "react-router";

import own from "../../account/own-page.module.css";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { pathOf } from "../../entities/kinds";
import { More } from "../../entities/More";
import { ClaimsToVouchForDocument, type ClaimsToVouchForQuery, VouchForClaimDocument } from "../../gql/graphql";
import { Confirm } from "../../parts/Confirm";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";

const claimsOf = ({ viewer }: ClaimsToVouchForQuery) => viewer?.claimsToVouchFor;

/** Claims of people whom the visitor wrote with. `owns`: the visitor has a record, without which nobody vouches. */
export function ToVouchFor({ owns }: { owns: boolean }) {
  const pages = usePages(ClaimsToVouchForDocument, {}, { pageOf: claimsOf });
  const vouch = useAction(VouchForClaimDocument, [ClaimsToVouchForDocument]);
  const { rows, total, failure, more } = pages;
  return (
    <section className={own.section} aria-labelledby="vouch">
      <h2 id="vouch">Vouch for co-authors</h2>
      {rows === undefined ? (
        failure === null ? (
          <Skeleton height="6rem" />
        ) : (
          <FailureNotice what="Claims of co-authors" failure={failure} retry={more} />
        )
      ) : rows.length === 0 ? (
        <p className="quiet">
          {owns
            ? "No claim of anybody you wrote with waits for your word."
            : "Once you have proven your own record, claims of people you wrote with stand here."}
        </p>
      ) : (
        <>
          <p>These people claim records with which you share works. Your word counts for them if you know that it is them.</p>
          <ul className={own.list}>
            {rows.map(({ id, createdAt, claimant, researcher }) => (
              <li key={id}>
                <div>
                  <p className={own.heading}>
                    {researcher === null ? (
                      "A record that is gone"
                    ) : (
                      <Link to={pathOf("RESEARCHER", researcher.slug)} dir="auto">
                        {researcher.name}
                      </Link>
                    )}
                  </p>
                  <p className={`quiet ${own.small}`}>
                    Claimed <When at={createdAt} /> by <b dir="auto">{claimant.name ?? "somebody who gives no name"}</b>
                    {claimant.orcid !== null && `, who has proven the ORCID iD ${claimant.orcid}`}
                  </p>
                </div>
                <Confirm
                  label="Vouch…"
                  question={`Is it ${researcher?.name ?? "them"} who claims the record?`}
                  yes="Yes, I vouch for it"
                  refused="Your word was not taken"
                  action={vouch}
                  act={(done) => vouch.mutate({ id }, { onSuccess: done })}
                >
                  <p>Your word holds as long as your own record does. It stands in the audit log.</p>
                </Confirm>
              </li>
            ))}
          </ul>
          <More left={total - rows.length} noun="claim" pages={pages} />
        </>
      )}
    </section>
  );
}
