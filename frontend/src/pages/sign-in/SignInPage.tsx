import { type FormEvent, useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";

import { sessionChanged, useViewer } from "../../account/session";
import { useDraft } from "../../account/useDraft";
import { graphiqlAddress } from "../../api/graphiqlAddress";
import { useAction } from "../../api/useAction";
import { PageQuery } from "../../entities/PageQuery";
import { RequestSignInLinkDocument, SignInWithLinkDocument } from "../../gql/graphql";
import { useTitle } from "../../layout/useTitle";
import { Button, ButtonLink } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { Notice } from "../../parts/Notice";
import { Ornament } from "../../parts/Ornament";
import { wayBack } from "./wayBack";
import styles from "./sign-in.module.css";

// The server knows whether the site is known to ORCID.
const WITH_ORCID = document.documentElement.dataset.orcid === "yes";

/** Where one asks for a link, and where the link in the letter leads. Its token stands after the #, which no server sees. */
export function SignInPage() {
  useTitle("Sign in");
  const { hash } = useLocation();
  const [parameters] = useSearchParams();
  const { data: viewer } = useViewer();
  const [back] = useState(() => wayBack(parameters.get("to")));
  const token = hash.slice(1);
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1>Sign in</h1>
        {token !== "" ? <Enter token={token} back={back} /> : viewer == null ? <Ask back={back} /> : <SignedIn name={viewer.name ?? viewer.email ?? viewer.orcid ?? ""} back={back} />}
        <PageQuery address={graphiqlAddress(RequestSignInLinkDocument.toString().trim(), { email: "" })} what="the letter is asked for by it" />
      </div>
      <Ornament />
    </div>
  );
}

function Ask({ back }: { back: string }) {
  const [email, write, forget] = useDraft("sign-in");
  const request = useAction(RequestSignInLinkDocument);
  const sent = request.data?.requestSignInLink;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ email }, { onSuccess: forget });
  };
  return (
    <>
      <p className="quiet">
        No password: the link in the letter signs you in, and makes your account if you have none. Signed in, you can follow
        people and topics, claim the record that is yours, write to co-authors, and use the API with tokens of your own.
      </p>
      <form className={styles.form} onSubmit={submit}>
        <Field label="E-mail address" type="email" autoComplete="email" required maxLength={254} value={email} write={write} />
        <Button strong type="submit" disabled={request.isPending}>
          {request.isPending ? "Sending…" : "Send me a link"}
        </Button>
      </form>
      {WITH_ORCID && (
        <p>
          or <a href={`/sign-in/orcid?next=${encodeURIComponent(back)}`}>sign in with ORCID</a>, which proves that an iD is yours.
        </p>
      )}
      <div aria-live="polite">
        {request.error !== null && (
          <Notice title="No letter was sent">
            {request.error.message} {request.error.hint}
          </Notice>
        )}
        {sent?.__typename === "SignInLinkRequested" && (
          <Notice tone="quiet" title="A letter is on its way">
            It goes to <b>{sent.email}</b>. Its link works once, for 15 minutes; you can close this page.
          </Notice>
        )}
      </div>
    </>
  );
}

function Enter({ token, back }: { token: string; back: string }) {
  const navigate = useNavigate();
  const enter = useAction(SignInWithLinkDocument);
  const signIn = () =>
    enter.mutate(
      { token: decoded(token) },
      {
        onSuccess: async () => {
          await sessionChanged(true);
          await navigate(back, { replace: true });
        },
      },
    );
  if (enter.error !== null) {
    return (
      <Notice title="The link did not sign you in">
        <p>
          {enter.error.message} {enter.error.hint}
        </p>
        <p>
          <ButtonLink to="/sign-in" replace>
            Ask for another link
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <p>You have opened the link of a letter. One press, and you are signed in.</p>
      <Button strong onClick={signIn} disabled={enter.isPending}>
        {enter.isPending ? "Signing in…" : "Sign in to BZPEER"}
      </Button>
      <p className="quiet">Programs that look through mail open links too; that is why you are asked.</p>
    </>
  );
}

function SignedIn({ name, back }: { name: string; back: string }) {
  return (
    <>
      <p>
        You are signed in as <b dir="auto">{name}</b>.
      </p>
      <p>
        <Link to={back}>{back === "/" ? "Start page" : "Go on where you were"}</Link> · <Link to="/feed">What you follow</Link> ·{" "}
        <Link to="/settings">Settings</Link>
      </p>
    </>
  );
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
