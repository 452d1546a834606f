import frame from "./entity-page.module.css";

/** The way from a page to its query, in GraphiQL. */
export function PageQuery({ address }: { address: string }) {
  return (
    <p className={frame.query}>
      <a href={address}>Open this page’s query</a>
      <span className="quiet"> in GraphiQL: every figure above comes from it.</span>
    </p>
  );
}
