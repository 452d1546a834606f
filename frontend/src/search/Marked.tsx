interface MarkedProps {
  /** A text in pieces, as the API gives what answers a search. */
  readonly parts: readonly { readonly text: string; readonly isMatch: boolean }[];
}

/** A text with what matches marked. */
export function Marked({ parts }: MarkedProps) {
  // The pieces are in order and never move.
  return parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}
