import { Link, useParams } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { useOperation } from "../../api/useOperation";
import { pathOf } from "../../entities/kinds";
import { lookupOf } from "../../entities/lookup";
import { EditPageDocument, type EditPageQuery } from "../../gql/graphql";
import { ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { NoSuchEntity } from "../not-found/NoSuchEntity";
import { Edits } from "./Edits";
import { Words } from "./Words";
import { Missing, Works } from "./Works";

export type Edited = NonNullable<EditPageQuery["researcher"]>;

/** What the owner of an author record may say of it: words, works that are not theirs, works that are missing. */
export function EditPage() {
  return (
    <OwnPage title="Edit your record" what="the records that you own">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  const { slug = "" } = useParams();
  const { data, error, refetch } = useOperation(EditPageDocument, { by: lookupOf(slug) });
  if (error !== null) {
    return <FailureNotice what="The record" failure={error} retry={refetch} />;
  }
  if (data === undefined) {
    return <Skeleton height="30rem" />;
  }
  const record = data.data.researcher;
  if (record === null) {
    return <NoSuchEntity kind="RESEARCHER" slug={slug} />;
  }
  const path = pathOf("RESEARCHER", record.slug);
  const { allowed, reason, nextStep } = record.viewerCan.edit;
  if (!allowed) {
    return (
      <Notice tone="warn" title={reason ?? "This record is not yours to edit"}>
        {nextStep !== null && (
          <>
            <p>{nextStep}</p>
            <ButtonLink to={`${path}/claim`}>Claim this record</ButtonLink>
          </>
        )}
      </Notice>
    );
  }
  return (
    <>
      <p className={own.lead}>
        What you say is shown on{" "}
        <Link to={path} dir="auto">
          {record.name}
        </Link>{" "}
        in place of what sources say. Nothing that is imported changes it, and you can undo each edit below.
      </p>
      <Words key={record.id} record={record} />
      <Works record={record} />
      <Missing record={record} />
      <Edits record={record} />
    </>
  );
}
