import { EntityLink } from "../../entities/EntityLink";
import frame from "../../entities/entity-page.module.css";
import { ButtonAnchor } from "../../parts/Button";
import { Skeleton } from "../../parts/Skeleton";
import { Authors } from "./Authors";
import styles from "./work.module.css";
import type { WorkOnPage } from "./WorkPage";

const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** What it is called, who wrote it, where and when it appeared, and where to read it. */
export function WorkHeader({ work }: { work: WorkOnPage | undefined }) {
  if (work === undefined) {
    return (
      <header className={frame.header} data-plain="true" data-kind="WORK">
        <div className={frame.who}>
          <Skeleton width="12ch" height="0.9rem" />
          <h1>
            <Skeleton width="24ch" height="0.8em" />
          </h1>
          <Skeleton width="40ch" />
        </div>
      </header>
    );
  }
  const { landingPageUrl, pdfUrl, title } = work;
  return (
    <header className={frame.header} data-plain="true" data-kind="WORK">
      <div className={frame.who}>
        <p className={frame.kind}>{work.type}</p>
        <h1 className={styles.title} dir="auto">
          {title === "" ? "Untitled work" : title}
        </h1>
        <Authors key={work.id} work={work} />
        <ul className={frame.badges}>
          {work.source !== null && (
            <li>
              <EntityLink kind="SOURCE" name={work.source.slug}>
                {work.source.name}
              </EntityLink>
            </li>
          )}
          <li>{appeared(work)}</li>
          {work.language !== null && work.language !== "en" && <li>{languageName(work.language)}</li>}
          {work.isOpenAccess === true && <li data-tone="good">Open access</li>}
          {work.isOpenAccess === false && <li>Not open access</li>}
          {work.retracted && <li data-tone="bad">Retracted</li>}
        </ul>
      </div>
      <div className={frame.actions}>
        {pdfUrl !== null && (
          <ButtonAnchor strong href={pdfUrl}>
            PDF
          </ButtonAnchor>
        )}
        {landingPageUrl !== null && <ButtonAnchor href={landingPageUrl}>Where it appeared</ButtonAnchor>}
      </div>
    </header>
  );
}

function appeared({ year, firstPublishedAt, latestVersionAt }: WorkOnPage): string {
  const first = dated(firstPublishedAt) ?? (year === null ? null : String(year));
  if (first === null) {
    return "Year not imported";
  }
  const latest = dated(latestVersionAt);
  return latest === null || latest === first ? first : `${first}, last changed ${latest}`;
}

function dated(date: string | null): string | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}/.test(date)) {
    return null;
  }
  const read = new Date(date);
  return Number.isNaN(read.getTime()) ? null : day.format(read);
}

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    // It comes from a record, and may be no code at all.
    return code;
  }
}
