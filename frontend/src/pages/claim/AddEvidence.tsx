import { type FormEvent, useState } from "react";
import { Link, useLocation } from "react-router";

import own from "../../account/own-page.module.css";
import { Refusal } from "../../account/Refusal";
import { useDraft } from "../../account/useDraft";
import { useAction } from "../../api/useAction";
import { counted, pathOf } from "../../entities/kinds";
import { AddClaimEvidenceDocument, ClaimPageDocument, ClaimsDocument, type OwnClaimFragment, ProfileDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { CopyButton } from "../../parts/CopyButton";
import { Field } from "../../parts/Field";
import { Notice } from "../../parts/Notice";
import { TextArea } from "../../parts/TextArea";
import type { Claimant, ClaimedRecord } from "./ClaimPage";
import styles from "./claim.module.css";

interface AddEvidenceProps {
  readonly claim: OwnClaimFragment;
  readonly record: ClaimedRecord;
  readonly viewer: Claimant;
}

const STALE = [ClaimPageDocument, ClaimsDocument, ProfileDocument];
const WITH_ORCID = document.documentElement.dataset.orcid === "yes";
const MOST = 2_000;
/** From this level of verification on, people may vouch for those they wrote with. */
const PROVEN = 3;

/** The ways to prove that a record is one's own, those that count most first. */
export function AddEvidence({ claim, record, viewer }: AddEvidenceProps) {
  return (
    <section className={own.section} aria-labelledby="add">
      <h2 id="add">Add evidence</h2>
      <div className={styles.ways}>
        <Orcid claim={claim} orcid={viewer.orcid} />
        <Address claim={claim} record={record} />
        <Vouches record={record} />
        <Statement claim={claim} />
      </div>
    </section>
  );
}

function Orcid({ claim: { id, evidence }, orcid }: { claim: OwnClaimFragment; orcid: string | null }) {
  const { pathname } = useLocation();
  const add = useAction(AddClaimEvidenceDocument, STALE);
  if (evidence.some(({ kind, holds }) => kind === "ORCID" && holds) || (orcid === null && !WITH_ORCID)) {
    return null;
  }
  return (
    <section className={own.card} aria-labelledby="orcid">
      <h3 id="orcid">Your ORCID iD</h3>
      {orcid === null ? (
        <>
          <p>If a source names your iD for this record, signing in at ORCID approves the claim at once.</p>
          <p>
            <a href={`/sign-in/orcid?next=${encodeURIComponent(pathname)}`}>Sign in with ORCID</a>
          </p>
        </>
      ) : (
        <>
          <p>
            You have proven the iD {orcid}. It counts where a source names it for this record; an import may do so any time.
          </p>
          <p>
            <Button small disabled={add.isPending} onClick={() => add.mutate({ claim: id, input: { kind: "ORCID" } })}>
              Use my ORCID iD
            </Button>
          </p>
        </>
      )}
      {add.error !== null && <Refusal what="The iD does not count for this record" failure={add.error} />}
    </section>
  );
}

function Address({ claim: { id }, record }: { claim: OwnClaimFragment; record: ClaimedRecord }) {
  const [email, write, forget] = useDraft(`address ${id}`);
  const add = useAction(AddClaimEvidenceDocument, STALE);
  const outcome = add.data?.addClaimEvidence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { claim: id, input: { kind: "INSTITUTIONAL_EMAIL", email } },
      {
        onSuccess: () => {
          forget();
          write("");
        },
      },
    );
  };
  return (
    <section className={own.card} aria-labelledby="address">
      <h3 id="address">An address of your institution</h3>
      <p>
        {record.affiliation.institution === null
          ? "It counts at a domain of an institution that the record is affiliated with; this record has none yet, so a statement helps more."
          : `It counts at a domain of an institution that the record is affiliated with, such as ${record.affiliation.institution.name}.`}{" "}
        A letter with a link goes there.
      </p>
      <form className={own.form} onSubmit={submit}>
        <Field label="E-mail address at your institution" type="email" autoComplete="email" required maxLength={254} value={email} write={write} />
        <Button small type="submit" disabled={add.isPending}>
          {add.isPending ? "Sending…" : "Send the letter"}
        </Button>
      </form>
      <div aria-live="polite">
        {outcome?.__typename === "ClaimEmailConfirmationSent" && (
          <Notice tone="quiet" title="A letter is on its way">
            It goes to <b>{outcome.email}</b>. Its link works once, for a day, in this browser. Load this page again afterwards.
          </Notice>
        )}
        {outcome?.__typename === "ClaimEvidenceAdded" && <p>The address counts.</p>}
      </div>
      {add.error !== null && <Refusal what="The address does not count" failure={add.error} />}
    </section>
  );
}

function Vouches({ record: { name, collaborators } }: { record: ClaimedRecord }) {
  const people = (collaborators?.edges ?? []).map(({ node, works }) => ({ ...node, works }));
  const proven = people.filter(({ verification }) => verification.level >= PROVEN);
  const letter = `I have claimed the author record of ${name} on BZPEER. We have written together: would you vouch for me? Sign in, and you find my claim at ${window.location.origin}/claims`;
  return (
    <section className={own.card} aria-labelledby="vouches">
      <h3 id="vouches">The word of co-authors</h3>
      <p>Whoever has proven their own record and wrote with you can vouch for you. Two of them count. Send them this:</p>
      <p className={styles.letter}>{letter}</p>
      <p>
        <CopyButton text={letter} what="the request" />
      </p>
      {people.length > 0 && (
        <>
          <p>{proven.length > 0 ? "These have proven their record:" : "None of those you wrote with most has proven their record yet. You could ask them to:"}</p>
          <ul className={styles.people}>
            {(proven.length > 0 ? proven : people).map(({ id, slug, name: other, works }) => (
              <li key={id}>
                <Link to={pathOf("RESEARCHER", slug)} className={own.person} dir="auto">
                  {other}
                </Link>{" "}
                <span className="quiet">{counted(works, "shared work")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Statement({ claim: { id } }: { claim: OwnClaimFragment }) {
  const [text, write, forget] = useDraft(`statement ${id}`);
  const [url, writeUrl, forgetUrl] = useDraft(`statement address ${id}`);
  const [sent, tell] = useState(false);
  const add = useAction(AddClaimEvidenceDocument, STALE);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell(false);
    add.mutate(
      { claim: id, input: { kind: "STATEMENT", text: text.trim() === "" ? null : text, url: url.trim() === "" ? null : url } },
      {
        onSuccess: () => {
          forget();
          forgetUrl();
          write("");
          writeUrl("");
          tell(true);
        },
      },
    );
  };
  return (
    <section className={own.card} aria-labelledby="statement">
      <h3 id="statement">A statement for the moderators</h3>
      <form className={own.form} onSubmit={submit}>
        <TextArea label="What they should know" most={MOST} value={text} write={write} />
        <Field
          label="Where it can be checked"
          hint="Such as a page of your institution that names these works."
          type="url"
          placeholder="https://"
          maxLength={500}
          value={url}
          write={writeUrl}
        />
        <Button small type="submit" disabled={add.isPending || (text.trim() === "" && url.trim() === "")}>
          {add.isPending ? "Adding…" : "Add the statement"}
        </Button>
        <p role="status">{sent && text === "" && "The statement was added."}</p>
      </form>
      {add.error !== null && <Refusal what="The statement was not added" failure={add.error} />}
    </section>
  );
}
