import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import { Link, type LinkProps } from "react-router";

import styles from "./button.module.css";

interface Look {
  readonly small?: boolean;
  readonly strong?: boolean;
}

const classOf = ({ small = false, strong = false }: Look): string =>
  [styles.button, small ? styles.small : "", strong ? styles.strong : ""].join(" ").trim();

/** A button of the site. */
export function Button({ small = false, strong = false, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" className={classOf({ small, strong })} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ small = false, strong = false, ...rest }: Look & LinkProps) {
  return <Link className={classOf({ small, strong })} {...rest} />;
}

/** A link to another site that looks like a button; nothing where what should be its address is none of the web. */
export function ButtonAnchor({ small = false, strong = false, href = "", ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return /^https?:\/\//i.test(href) ? <a className={classOf({ small, strong })} href={href} rel="noreferrer" {...rest} /> : null;
}
