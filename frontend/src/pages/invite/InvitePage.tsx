import { type FormEvent, useState } from "react";
import { Link, useParams } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { pathOf } from "../../entities/kinds";
import { lookupOf } from "../../entities/lookup";
import { InvitationsDocument, InvitePageDocument, type InvitePageQuery, ProfileDocument, SendInvitationDocument } from "../../gql/graphql";
import { Button, ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { TextArea } from "../../parts/TextArea";
import { NoSuchEntity } from "../not-found/NoSuchEntity";

type Receiver = NonNullable<InvitePageQuery["researcher"]>;

const MOST = 2_000;

/** An invitation to the owner of an author record: what to write, and whether it may be sent. */
export function InvitePage() {
  return (
    <OwnPage title="Invite to collaborate" what="whom you can invite">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  const { slug = "" } = useParams();
  const { data, error, refetch } = useOperation(InvitePageDocument, { by: lookupOf(slug) });
  if (error !== null) {
    return <FailureNotice what="The record" failure={error} retry={refetch} />;
  }
  if (data === undefined) {
    return <Skeleton height="20rem" />;
  }
  const { researcher, viewer } = data.data;
  if (researcher === null) {
    return <NoSuchEntity kind="RESEARCHER" slug={slug} />;
  }
  const drafted = viewer?.sentInvitations?.nodes.find(({ receiver }) => receiver?.id === researcher.id);
  const { allowed, reason } = researcher.viewerCan.invite;
  return (
    <>
      <p className={own.lead}>
        To{" "}
        <Link to={pathOf("RESEARCHER", researcher.slug)} className={own.person} dir="auto">
          {researcher.name}
        </Link>
        . Once it is accepted, you can write to each other.
      </p>
      {allowed ? (
        <Invitation to={researcher} drafted={drafted?.message ?? ""} />
      ) : (
        <Notice tone="warn" title="You cannot invite this person at the moment">
          <p>{reason}</p>
          <p>
            {viewer?.records.length === 0 ? (
              <ButtonLink to="/claims">Claim your own record</ButtonLink>
            ) : (
              <ButtonLink to="/conversations">See your invitations and conversations</ButtonLink>
            )}
          </p>
        </Notice>
      )}
    </>
  );
}

function Invitation({ to, drafted }: { to: Receiver; drafted: string }) {
  const [message, write, forget] = useDraft(`invitation ${to.id}`, drafted);
  // The same wish, sent again after a lost answer, is the same invitation.
  const [clientId] = useState(() => crypto.randomUUID());
  const send = useAction(SendInvitationDocument, [InvitationsDocument, ProfileDocument]);
  const outcome = send.data?.sendInvitation;
  const state = outcome?.__typename === "InvitationSent" ? outcome.invitation.state : null;
  const submit = (draft: boolean) =>
    send.mutate(
      { input: { to: to.id, message: message.trim() === "" ? null : message, draft, clientId: `${clientId} ${draft ? "draft" : "sent"}` } },
      { onSuccess: forget },
    );
  if (state === "SENT") {
    return (
      <Notice tone="quiet" title="The invitation is sent">
        <p>You are told when {to.name} answers. It waits for 30 days, and you can take it back until then.</p>
        <p>
          <ButtonLink to="/conversations">Your invitations and conversations</ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <section className={own.card} aria-label="The invitation">
      <form
        className={own.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <TextArea
          label="What you would like to do together"
          hint="Plain text. Say who you are, what you have in mind, and why with them."
          rows={8}
          most={MOST}
          value={message}
          write={write}
        />
        <div className={own.choices}>
          <Button strong type="submit" disabled={send.isPending}>
            {send.isPending ? "Sending…" : "Send the invitation"}
          </Button>
          <Button disabled={send.isPending || message.trim() === ""} onClick={() => submit(true)}>
            Keep it as a draft
          </Button>
          <span role="status" className="quiet">
            {state === "DRAFT" && "Kept: you find it among your invitations."}
          </span>
        </div>
      </form>
      {send.error !== null && <Refusal what="The invitation was not sent" failure={send.error} />}
    </section>
  );
}
