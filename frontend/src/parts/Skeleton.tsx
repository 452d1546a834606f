import styles from "./skeleton.module.css";

interface SkeletonProps {
  /** In any unit of CSS. */
  readonly width?: string;
  readonly height?: string;
}

/** A place that something will stand in, of its size. */
export function Skeleton({ width = "100%", height = "1em" }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
