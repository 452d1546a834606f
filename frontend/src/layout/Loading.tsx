/** What stands in the place of a page whose code is on its way. */
export function Loading() {
  return (
    <p className="aloud" role="status">
      Loading
    </p>
  );
}
