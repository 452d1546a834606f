import { Link } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useOperation } from "../../api/useOperation";
import { APPROVES, STATES } from "../../claims/words";
import { counted, pathOf } from "../../entities/kinds";
import { PageQuery } from "../../entities/PageQuery";
import { ClaimsDocument, type ClaimsQuery } from "../../gql/graphql";
import { ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import { ToVouchFor } from "./ToVouchFor";

type Viewer = NonNullable<ClaimsQuery["viewer"]>;

/** The author records that are the visitor's, those that they claim, and those for whose claims they can vouch. */
export function ClaimsPage() {
  return (
    <OwnPage title="Your records" what="your records and claims">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  const { data, error, refetch } = useOperation(ClaimsDocument, {});
  const viewer = data?.data.viewer;
  if (error !== null) {
    return <FailureNotice what="Your claims" failure={error} retry={refetch} />;
  }
  if (viewer === undefined || viewer === null) {
    return <Skeleton height="20rem" />;
  }
  return (
    <>
      <Records records={viewer.records} />
      <Claims claims={viewer.claims} />
      <ToVouchFor owns={viewer.records.length > 0} />
      <PageQuery address={graphiqlAddress(ClaimsDocument.toString().trim())} />
    </>
  );
}

function Records({ records }: { records: Viewer["records"] }) {
  return (
    <section className={own.section} aria-labelledby="records">
      <h2 id="records">Yours</h2>
      {records.length === 0 ? (
        <Notice tone="quiet" title="No author record is yours yet">
          <p>Find your page and claim it: owners can invite each other, and say what their page says.</p>
          <p>
            <ButtonLink to="/search?kind=researchers">Find your page</ButtonLink>
          </p>
        </Notice>
      ) : (
        <ul className={own.list}>
          {records.map(({ id, slug, name, worksCount, verification: { level, nextStep } }) => (
            <li key={id}>
              <div>
                <p className={own.heading}>
                  <Link to={pathOf("RESEARCHER", slug)} dir="auto">
                    {name}
                  </Link>
                  <span className={own.badge} data-tone="good">
                    Verification L{level}
                  </span>
                </p>
                <p className={`quiet ${own.small}`}>
                  {counted(worksCount, "work")}. {nextStep}
                </p>
              </div>
              <div className={own.choices}>
                <ButtonLink small to={`${pathOf("RESEARCHER", slug)}/edit`}>
                  Edit<span className="aloud"> the record of {name}</span>
                </ButtonLink>
                <ButtonLink small to={`${pathOf("RESEARCHER", slug)}/claim`}>
                  Claim and evidence
                </ButtonLink>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Claims({ claims }: { claims: Viewer["claims"] }) {
  const others = claims?.nodes.filter(({ state }) => state !== "APPROVED") ?? [];
  if (claims === null) {
    return <Notice title="Your claims could not be read">Load the page again in a moment.</Notice>;
  }
  if (others.length === 0) {
    return null;
  }
  return (
    <section className={own.section} aria-labelledby="claims">
      <h2 id="claims">Claims</h2>
      <ul className={own.list}>
        {others.map(({ id, state, reason, weight, changedAt, researcher }) => (
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
                <span className={own.badge} data-tone={STATES[state].tone}>
                  {STATES[state].name}
                </span>
              </p>
              <p className={`quiet ${own.small}`}>
                Since <When at={changedAt} />, evidence {weight ?? 0} of {APPROVES}
              </p>
              {reason !== null && (
                <p className={`${own.said} ${own.small}`} dir="auto">
                  {reason}
                </p>
              )}
            </div>
            {researcher !== null && (
              <ButtonLink small to={`${pathOf("RESEARCHER", researcher.slug)}/claim`}>
                Go on<span className="aloud"> with the claim of {researcher.name}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
