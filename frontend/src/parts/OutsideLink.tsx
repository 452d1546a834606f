import type { ReactNode } from "react";

interface OutsideLinkProps {
  /** An address that somebody else has written. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link to another site; a text where what should be an address is none of the web. */
export function OutsideLink({ to, children, className }: OutsideLinkProps) {
  return /^https?:\/\//i.test(to) ? (
    <a href={to} rel="noreferrer" className={className}>
      {children}
    </a>
  ) : (
    <span className={className}>{children}</span>
  );
}
