import { useOperation } from "../../api/useOperation";
import { counted } from "../../entities/kinds";
import { StartDocument } from "../../gql/graphql";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";

/** What stands where nothing has been chosen yet. */
export function StartHere({ choose }: { choose: (id: string) => void }) {
  const { data } = useOperation(StartDocument, {});
  const people = data?.data.researchers?.nodes ?? [];
  return (
    <section className={styles.start}>
      <h2>Walk through the research graph</h2>
      <p>
        Search for a person, a work, a topic, an institution or a source. What is near it appears; expand what interests you,
        dismiss what does not, find how two things hang together, and send the picture to somebody or take it with you as a file.
      </p>
      {people.length > 0 && (
        <>
          <h3>Or begin with</h3>
          <ul>
            {people.map(({ id, name, worksCount }) => (
              <li key={id} data-kind="RESEARCHER">
                <button type="button" onClick={() => choose(id)}>
                  <KindMark kind="RESEARCHER" />
                  <span dir="auto">{name}</span>
                  <span className="quiet">{counted(worksCount, "work")}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
