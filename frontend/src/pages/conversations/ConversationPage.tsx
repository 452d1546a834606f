import { useEffect } from "react";
import { Link, useParams } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { useNews } from "../../account/useNews";
import { useAction } from "../../api/useAction";
import { useOperation } from "../../api/useOperation";
import { usePages } from "../../api/usePages";
import { pathOf } from "../../entities/kinds";
import { More } from "../../entities/More";
import { ConversationDocument, ConversationsDocument, MarkReadDocument, MessagesDocument, type MessagesQuery, UnreadDocument } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import { Block } from "./Block";
import styles from "./conversations.module.css";
import { WITHHELD } from "./withheld";
import { Write } from "./Write";

const NEWS = [ConversationDocument, MessagesDocument];
const READ = [ConversationDocument, ConversationsDocument, UnreadDocument];

/** What two people have written to each other. */
export function ConversationPage() {
  const { id = "" } = useParams();
  return (
    <OwnPage title="Conversation" what="your conversations">
      {() => <Contents key={id} id={id} />}
    </OwnPage>
  );
}

function Contents({ id }: { id: string }) {
  const { data, error, refetch } = useOperation(ConversationDocument, { id });
  useNews(NEWS);
  const found = data?.data.node;
  const conversation = found?.__typename === "Conversation" ? found : undefined;
  const name = conversation?.other?.name ?? "Somebody whose record is gone";
  useTitle(conversation === undefined ? "Conversation" : name);
  useReading(id, conversation?.unreadCount ?? 0);
  if (error !== null) {
    return <FailureNotice what="The conversation" failure={error} retry={refetch} />;
  }
  if (data === undefined) {
    return <Skeleton height="20rem" />;
  }
  if (conversation === undefined) {
    return (
      <Notice tone="quiet" title="There is no such conversation of yours">
        <p>It may belong to another account of yours.</p>
        <p>
          <ButtonLink to="/conversations">All conversations</ButtonLink>
        </p>
      </Notice>
    );
  }
  const { other, createdAt, viewerCanWrite } = conversation;
  return (
    <>
      <div className={own.choices}>
        <p className={own.heading}>
          With{" "}
          {other === null ? (
            name
          ) : (
            <Link to={pathOf("RESEARCHER", other.slug)} dir="auto">
              {name}
            </Link>
          )}
          <span className={`quiet ${own.small}`}>
            since <When at={createdAt} />
          </span>
        </p>
        <Block id={id} name={name} stale={NEWS} />
        <Link className={own.small} to={`/report/${id}`}>
          Report
        </Link>
        <Link className={own.small} to="/conversations">
          All conversations
        </Link>
      </div>
      <Messages of={id} />
      {viewerCanWrite.allowed ? (
        <Write to={id} />
      ) : (
        <Notice tone="warn" title="You cannot write here">
          {viewerCanWrite.reason}
        </Notice>
      )}
    </>
  );
}

/** Says of what has come that it was read: it is on the screen. */
function useReading(id: string, unread: number) {
  const { mutate } = useAction(MarkReadDocument, READ);
  useEffect(() => {
    if (unread > 0) {
      mutate({ id });
    }
  }, [id, unread, mutate]);
}

const messagesOf = ({ node }: MessagesQuery) => (node !== null && "messages" in node ? node.messages : null);

function Messages({ of }: { of: string }) {
  const pages = usePages(MessagesDocument, { of }, { pageOf: messagesOf });
  const { rows, total, failure, more } = pages;
  if (rows === undefined) {
    return failure === null ? <Skeleton height="12rem" /> : <FailureNotice what="The messages" failure={failure} retry={more} />;
  }
  return (
    <section className={styles.messages} aria-label="Messages">
      <More left={total - rows.length} noun="earlier message" pages={pages} />
      {rows.length === 0 && <p className="quiet">Nobody has written yet. Say hello.</p>}
      <ol aria-live="polite" aria-relevant="additions">
        {[...rows].reverse().map(({ id, text, withheld, sentAt, byViewer, sender }) => (
          <li key={id} data-mine={byViewer}>
            <p className={styles.from}>
              <span dir="auto">{byViewer ? "You" : (sender?.name ?? "Somebody")}</span> <When at={sentAt} precise />
              {!byViewer && !withheld && <Link to={`/report/${id}`}>Report</Link>}
            </p>
            {withheld ? (
              <p className="quiet">{WITHHELD}</p>
            ) : (
              <p className={styles.text} dir="auto">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
