import { useViewer } from "../../account/session";
import { SignInNotice } from "../../account/SignInNotice";
import { Suspended } from "../../account/Suspended";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useAction } from "../../api/useAction";
import { usePages } from "../../api/usePages";
import frame from "../../entities/entity-page.module.css";
import { EntityLink } from "../../entities/EntityLink";
import { counted } from "../../entities/kinds";
import { More } from "../../entities/More";
import { PageQuery } from "../../entities/PageQuery";
import { WorkPlaces } from "../../entities/WorkList";
import { WorkItem } from "../../entities/WorkItem";
import { type EntityKind, FeedDocument, type FeedQuery, type FollowableFragment, FollowsDocument, type FollowsQuery, UnfollowDocument } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { Button, ButtonLink } from "../../parts/Button";
import { FailureNotice, Notice } from "../../parts/Notice";
import { Skeleton } from "../../parts/Skeleton";
import styles from "./feed.module.css";

/** What is new of what the visitor follows, and all that they follow. */
export function FeedPage() {
  useTitle("What I follow");
  const { data: viewer, error, refetch } = useViewer();
  return (
    <div className={styles.page}>
      <h1>What I follow</h1>
      <Suspended />
      {error !== null && viewer === undefined ? (
        <FailureNotice what="Your account" failure={error} retry={refetch} />
      ) : viewer === null ? (
        <SignInNotice what="what you follow" />
      ) : (
        <div className={frame.columns}>
          <section className={frame.main} aria-labelledby="new">
            <Feed ready={viewer !== undefined} />
          </section>
          <section className={frame.side} aria-labelledby="follows">
            <Follows ready={viewer !== undefined} />
          </section>
        </div>
      )}
      <PageQuery address={graphiqlAddress(FeedDocument.toString().trim())} />
    </div>
  );
}

const feedOf = ({ viewer }: FeedQuery) => {
  const feed = viewer?.feed ?? null;
  return feed === null ? null : { ...feed, nodes: feed.edges };
};
const followsOf = ({ viewer }: FollowsQuery) => viewer?.follows ?? null;

function Feed({ ready }: { ready: boolean }) {
  const pages = usePages(FeedDocument, {}, { pageOf: feedOf, enabled: ready });
  const { rows, total, failure, more } = pages;
  return (
    <div>
      <h2 id="new">New works</h2>
      {rows === undefined ? (
        failure === null ? (
          <WorkPlaces />
        ) : (
          <FailureNotice what="The feed" failure={failure} retry={more} />
        )
      ) : rows.length === 0 ? (
        <Notice tone="quiet" title="Nothing new yet">
          <p>Works that are imported from now on, by whom or on what you follow, will stand here.</p>
          <p>
            <ButtonLink to="/search?kind=works">Find something to follow</ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <p className="quiet">{counted(total, "work")}</p>
          <ol className={styles.list}>
            {rows.map(({ node, because }) => (
              <li key={node.id}>
                <p className={styles.because}>
                  Because you follow{" "}
                  {because.map((followed, index) => (
                    <span key={followed.id}>
                      {index > 0 && ", "}
                      <Followed followed={followed} />
                    </span>
                  ))}
                </p>
                <ol>
                  <WorkItem work={node} />
                </ol>
              </li>
            ))}
          </ol>
          <More left={total - rows.length} noun="work" pages={pages} />
        </>
      )}
    </div>
  );
}

function Follows({ ready }: { ready: boolean }) {
  const pages = usePages(FollowsDocument, {}, { pageOf: followsOf, enabled: ready });
  const unfollow = useAction(UnfollowDocument, [FollowsDocument, FeedDocument]);
  const { rows, total, failure, more } = pages;
  return (
    <div className={frame.panel}>
      <h2 id="follows">{rows === undefined ? "Followed" : `${counted(total, "followed thing")}`}</h2>
      {rows === undefined ? (
        failure === null ? (
          <Skeleton height="8rem" />
        ) : (
          <FailureNotice what="The list" failure={failure} retry={more} />
        )
      ) : rows.length === 0 ? (
        <p className="quiet">The button Follow stands on the page of every researcher, work, topic, institution and source.</p>
      ) : (
        <ul className={styles.follows}>
          {rows.map((followed) => (
            <li key={followed.id}>
              <Followed followed={followed} />
              <Button
                small
                aria-label={`Unfollow ${nameOf(followed)}`}
                disabled={unfollow.isPending}
                onClick={() => unfollow.mutate({ id: followed.id })}
              >
                Unfollow
              </Button>
            </li>
          ))}
        </ul>
      )}
      {unfollow.error !== null && (
        <Notice title="That did not work">
          {unfollow.error.message} {unfollow.error.hint}
        </Notice>
      )}
      {rows !== undefined && <More left={total - rows.length} noun="thing" pages={pages} />}
    </div>
  );
}

function Followed({ followed }: { followed: FollowableFragment }) {
  const kind = followed.__typename.toUpperCase() as EntityKind;
  return (
    <span data-kind={kind} className={styles.followed}>
      <EntityLink kind={kind} name={"slug" in followed ? followed.slug : followed.id}>
        {nameOf(followed)}
      </EntityLink>
    </span>
  );
}

function nameOf(followed: FollowableFragment): string {
  return "title" in followed ? followed.title : "name" in followed ? followed.name : "what is gone";
}
