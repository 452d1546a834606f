const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** A moment as its day, or to the minute; both are in its title. */
export function When({ at, precise = false }: { at: string; precise?: boolean }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={time.format(moment)}>
      {(precise ? time : day).format(moment)}
    </time>
  );
}
