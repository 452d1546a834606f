import frame from "./entity-page.module.css";

interface PageQueryProps {
  readonly address: string;
  /** What it has to do with the page. */
  readonly what?: string;
}

/** The way from a page to its query, in GraphiQL. */
export function PageQuery({ address, what = "every figure above comes from it" }: PageQueryProps) {
  return (
    <p className={frame.query}>
      <a href={address}>Open this page’s query</a>
      <span className="quiet"> in GraphiQL: {what}.</span>
    </p>
  );
}
