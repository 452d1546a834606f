import { Link, useNavigate } from "react-router";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { pathOf } from "../../entities/kinds";
import {
  ConversationsDocument,
  InvitationsDocument,
  ProfileDocument,
  RespondToInvitationDocument,
  type WaitingInvitationFragment,
  WithdrawInvitationDocument,
} from "../../gql/graphql";
import { Button, ButtonLink } from "../../parts/Button";
import { FailureNotice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import { Block } from "./Block";

const STALE = [InvitationsDocument, ConversationsDocument, ProfileDocument];

/** Invitations that wait: for the visitor's answer, for somebody else's, or to be sent. */
export function Invitations() {
  const { data, error, refetch } = useOperation(InvitationsDocument, {});
  if (error !== null) {
    return <FailureNotice what="Your invitations" failure={error} retry={refetch} />;
  }
  const viewer = data?.data.viewer;
  if (viewer === undefined || viewer === null) {
    return <Skeleton height="8rem" />;
  }
  const received = viewer.receivedInvitations?.nodes ?? [];
  const sent = viewer.sentInvitations?.nodes ?? [];
  return (
    <>
      {received.length > 0 && (
        <section className={own.section} aria-labelledby="received">
          <h2 id="received">Invitations for you</h2>
          {received.map((invitation) => (
            <Received key={invitation.id} invitation={invitation} />
          ))}
        </section>
      )}
      {sent.length > 0 && (
        <section className={own.section} aria-labelledby="sent">
          <h2 id="sent">Invitations from you</h2>
          <ul className={own.list}>
            {sent.map((invitation) => (
              <Sent key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </section>
      )}
      {viewer.records.length === 0 && (
        <p className={own.lead}>
          To invite others, and to be invited, you need an author record of your own. <Link to="/claims">Claim yours</Link>.
        </p>
      )}
    </>
  );
}

function Received({ invitation: { id, message, sentAt, expiresAt, sender, introduction } }: { invitation: WaitingInvitationFragment }) {
  const navigate = useNavigate();
  const respond = useAction(RespondToInvitationDocument, STALE);
  // The invitation leaves the list with its answer, and this component with it: callbacks of `mutate` would not be called.
  const answer = async (accept: boolean) => {
    const { respondToInvitation: outcome } = await respond.mutateAsync({ id, accept });
    const opened = outcome?.__typename === "InvitationAnswered" ? outcome.invitation.conversation : null;
    if (opened !== null) {
      await navigate(`/conversations/${opened.id}`);
    }
  };
  const between = introduction?.slice(1, -1) ?? [];
  const name = sender?.name ?? "Somebody";
  return (
    <article className={own.card} aria-label={`Invitation from ${name}`}>
      <p className={own.heading}>
        {sender === null ? name : (
          <Link to={pathOf("RESEARCHER", sender.slug)} dir="auto">
            {name}
          </Link>
        )}
        <span className={`quiet ${own.small}`}>
          {sentAt !== null && <When at={sentAt} />}
          {expiresAt !== null && <>, waits until <When at={expiresAt} /></>}
        </span>
      </p>
      {message !== null && (
        <p className={own.said} dir="auto">
          {message}
        </p>
      )}
      {introduction !== null && (
        <p className={`quiet ${own.small}`}>
          {between.length === 0 ? "You have written together." : "You know each other by "}
          {between.map(({ id: known, slug, name: by }, index) => (
            <span key={known}>
              {index > 0 && ", then "}
              <Link to={pathOf("RESEARCHER", slug)} dir="auto">
                {by}
              </Link>
            </span>
          ))}
        </p>
      )}
      <div className={own.choices}>
        <Button small strong disabled={respond.isPending} onClick={() => void answer(true).catch(() => undefined)}>
          Accept
        </Button>
        <Button small disabled={respond.isPending} onClick={() => void answer(false).catch(() => undefined)}>
          Decline
        </Button>
        <Block id={id} name={name} stale={STALE} />
        <Link className={own.small} to={`/report/${id}`}>
          Report
        </Link>
      </div>
      {respond.error !== null && <Refusal what="Your answer was not taken" failure={respond.error} />}
    </article>
  );
}

function Sent({ invitation: { id, state, message, sentAt, expiresAt, receiver } }: { invitation: WaitingInvitationFragment }) {
  const withdraw = useAction(WithdrawInvitationDocument, STALE);
  const name = receiver?.name ?? "Somebody whose record is gone";
  const isDraft = state === "DRAFT";
  return (
    <li>
      <div>
        <p className={own.heading}>
          {receiver === null ? name : (
            <Link to={pathOf("RESEARCHER", receiver.slug)} dir="auto">
              {name}
            </Link>
          )}
          <span className={own.badge} data-tone={isDraft ? "quiet" : "warn"}>
            {isDraft ? "Draft" : "Waits for an answer"}
          </span>
        </p>
        <p className={`quiet ${own.small}`}>
          {sentAt !== null && <>Sent <When at={sentAt} />. </>}
          {!isDraft && expiresAt !== null && <>Waits until <When at={expiresAt} />. </>}
        </p>
        {message !== null && (
          <p className={`${own.said} ${own.small}`} dir="auto">
            {message}
          </p>
        )}
        {withdraw.error !== null && <Refusal what="It was not taken back" failure={withdraw.error} />}
      </div>
      <div className={own.choices}>
        {isDraft && receiver !== null && (
          <ButtonLink small to={`${pathOf("RESEARCHER", receiver.slug)}/invite`}>
            Go on
          </ButtonLink>
        )}
        <Button small disabled={withdraw.isPending} onClick={() => withdraw.mutate({ id })} aria-label={isDraft ? `Throw away the draft to ${name}` : `Take back the invitation of ${name}`}>
          {isDraft ? "Throw away" : "Take back"}
        </Button>
      </div>
    </li>
  );
}
