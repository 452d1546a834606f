import { Link } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useNews } from "../../account/useNews";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import { More } from "../../entities/More";
import { PageQuery } from "../../entities/PageQuery";
import { MarkAllNotificationsReadDocument, MarkReadDocument, NotificationsDocument, type NotificationsQuery, UnreadDocument } from "../../gql/graphql";
import { Button, ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import styles from "./notifications.module.css";
import { pathOfNotification } from "./pathOfNotification";

export type Notification = NonNullable<NonNullable<NotificationsQuery["viewer"]>["notifications"]>["nodes"][number];

const NEWS = [NotificationsDocument];
const STALE = [NotificationsDocument, UnreadDocument];
const notificationsOf = ({ viewer }: NotificationsQuery) => viewer?.notifications;

/** What the visitor was told, each with the way to what it is about. */
export function NotificationsPage() {
  return (
    <OwnPage title="Notifications" what="your notifications">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  const pages = usePages(NotificationsDocument, {}, { pageOf: notificationsOf });
  const readAll = useAction(MarkAllNotificationsReadDocument, STALE);
  useNews(NEWS);
  const { rows, total, failure, more } = pages;
  if (rows === undefined) {
    return failure === null ? <Skeleton height="20rem" /> : <FailureNotice what="Your notifications" failure={failure} retry={more} />;
  }
  if (rows.length === 0) {
    return (
      <Notice tone="quiet" title="Nothing yet">
        <p>New works of what you follow, invitations, messages and decisions on your claims, edits and reports are told here.</p>
        <p>
          <ButtonLink to="/feed">What you follow</ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <div className={own.choices}>
        <Button small disabled={readAll.isPending || rows.every(({ readAt }) => readAt !== null)} onClick={() => readAll.mutate({})}>
          Mark all as read
        </Button>
        <Link className={own.small} to="/settings#notifications">
          What you are told of
        </Link>
      </div>
      {readAll.error !== null && <Refusal what="They were not marked" failure={readAll.error} />}
      <ul className={styles.list}>
        {rows.map((notification) => (
          <Row key={notification.id} notification={notification} />
        ))}
      </ul>
      <More left={total - rows.length} noun="notification" pages={pages} />
      <PageQuery address={graphiqlAddress(NotificationsDocument.toString().trim())} />
    </>
  );
}

function Row({ notification }: { notification: Notification }) {
  const { id, text, at, readAt } = notification;
  const read = useAction(MarkReadDocument, STALE);
  const path = pathOfNotification(notification);
  const isUnread = readAt === null;
  const words = (
    <>
      <span dir="auto">
        {isUnread && <span className="aloud">Unread: </span>}
        {text}
      </span>
      <When at={at} precise />
    </>
  );
  return (
    <li>
      {path === null ? (
        <p className={styles.item} data-unread={isUnread}>
          {words}
        </p>
      ) : (
        <Link className={styles.item} data-unread={isUnread} to={path} onClick={() => isUnread && read.mutate({ id })}>
          {words}
        </Link>
      )}
    </li>
  );
}
