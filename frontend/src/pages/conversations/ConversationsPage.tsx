import { Link } from "react-router";

import { OwnPage } from "../../account/OwnPage";
import own from "../../account/own-page.module.css";
import { useNews } from "../../account/useNews";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { usePages } from "../../api/usePages";
import { More } from "../../entities/More";
import { PageQuery } from "../../entities/PageQuery";
import { ConversationsDocument, type ConversationsQuery, InvitationsDocument } from "../../gql/graphql";
import { ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import { When } from "../../parts/When";
import styles from "./conversations.module.css";
import { Invitations } from "./Invitations";
import { WITHHELD } from "./withheld";

const NEWS = [ConversationsDocument, InvitationsDocument];

/** Who has invited the visitor and whom they have invited, and with whom they talk. */
export function ConversationsPage() {
  return (
    <OwnPage title="Conversations" what="your invitations and conversations">
      {() => <Contents />}
    </OwnPage>
  );
}

function Contents() {
  useNews(NEWS);
  return (
    <>
      <Invitations />
      <List />
      <PageQuery address={graphiqlAddress(ConversationsDocument.toString().trim())} />
    </>
  );
}

const conversationsOf = ({ viewer }: ConversationsQuery) => viewer?.conversations;

function List() {
  const pages = usePages(ConversationsDocument, {}, { pageOf: conversationsOf });
  const { rows, total, failure, more } = pages;
  return (
    <section className={own.section} aria-labelledby="conversations">
      <h2 id="conversations">With whom you talk</h2>
      {rows === undefined ? (
        failure === null ? (
          <Skeleton height="10rem" />
        ) : (
          <FailureNotice what="Your conversations" failure={failure} retry={more} />
        )
      ) : rows.length === 0 ? (
        <Notice tone="quiet" title="No conversation yet">
          <p>An invitation that is accepted opens one. The button stands on the page of everybody who can be invited.</p>
          <p>
            <ButtonLink to="/search?kind=researchers">Find somebody to invite</ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <ul className={own.list}>
            {rows.map(({ id, lastAt, unreadCount, other, messages }) => {
              const last = messages?.nodes[0];
              return (
                <li key={id} className={styles.conversation} data-unread={unreadCount > 0}>
                  <div>
                    <p className={own.heading}>
                      <Link to={`/conversations/${id}`} dir="auto">
                        {other?.name ?? "Somebody whose record is gone"}
                      </Link>
                      {unreadCount > 0 && (
                        <span className={own.badge} data-tone="good">
                          {unreadCount} unread
                        </span>
                      )}
                    </p>
                    <p className={styles.last} dir="auto">
                      {last === undefined ? "No message yet." : last.withheld ? WITHHELD : `${last.byViewer ? "You: " : ""}${last.text}`}
                    </p>
                  </div>
                  <span className={`quiet ${own.small}`}>
                    <When at={lastAt} precise />
                  </span>
                </li>
              );
            })}
          </ul>
          <More left={total - rows.length} noun="conversation" pages={pages} />
        </>
      )}
    </section>
  );
}
