import { useLocation } from "react-router";

import { useAction } from "../api/useAction";
import { formatted } from "../entities/kinds";
import { FollowDocument, type TypedDocumentString, UnfollowDocument } from "../gql/graphql";
import { Allowed } from "../parts/Allowed";
import { ButtonLink } from "../parts/Button";
import styles from "./account.module.css";
import { signInAddress, useViewer } from "./session";

interface FollowButtonProps {
  readonly entity: {
    readonly id: string;
    readonly viewerFollows: boolean;
    readonly followers: { readonly totalCount: number };
    readonly viewerCan?: { readonly follow: { readonly allowed: boolean; readonly reason: string | null } };
  };
  /** The page's operation, which says whether the visitor follows. */
  readonly page: TypedDocumentString<unknown, never>;
}

const MAY = { allowed: true, reason: null };

/** Follows, or ceases to; a stranger is led to where one signs in. */
export function FollowButton({ entity: { id, viewerFollows, followers, viewerCan }, page }: FollowButtonProps) {
  const { pathname, search } = useLocation();
  const { data: viewer } = useViewer();
  const follow = useAction(FollowDocument, [page]);
  const unfollow = useAction(UnfollowDocument, [page]);
  const count = (
    <span className={styles.count}>
      {formatted(followers.totalCount)}
      <span className="aloud"> {followers.totalCount === 1 ? "follower" : "followers"}</span>
    </span>
  );
  if (viewer === null) {
    return (
      <ButtonLink strong to={signInAddress(pathname + search)} title="Sign in to follow">
        Follow {count}
      </ButtonLink>
    );
  }
  const failure = follow.error ?? unfollow.error;
  return (
    <>
      <Allowed
        permission={viewerFollows ? MAY : (viewerCan?.follow ?? MAY)}
        strong={!viewerFollows}
        pressed={viewerFollows}
        busy={follow.isPending || unfollow.isPending}
        onClick={() => {
          follow.reset();
          unfollow.reset();
          (viewerFollows ? unfollow : follow).mutate({ id });
        }}
      >
        {viewerFollows ? "Following" : "Follow"} {count}
      </Allowed>
      {failure !== null && (
        <p role="alert" className={styles.refused}>
          {failure.message} {failure.hint}
        </p>
      )}
    </>
  );
}
