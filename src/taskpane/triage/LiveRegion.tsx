/** The one place screen readers hear news from: what just happened, then what is on screen; each once, politely. */
import { makeStyles } from "@fluentui/react-components";
import { unseenLook } from "../looks.ts";

const useStyles = makeStyles({ unseen: unseenLook });

interface LiveRegionProps {
  /** What the screen says now. */
  text: string;
  /** Changes with each message, so that two alike in a row are two pieces of news. */
  about: string;
  notice: string | undefined;
}

/** Additions are read, removals are not: a sentence is heard when its element comes, and never again. */
export function LiveRegion({ text, about, notice }: LiveRegionProps) {
  const styles = useStyles();
  return (
    <div
      className={styles.unseen}
      role="status"
      aria-live="polite"
      aria-relevant="additions"
      aria-atomic="false"
    >
      {notice && <div key={`notice ${notice}`}>{notice}</div>}
      {text && <div key={`${about} ${text}`}>{text}</div>}
    </div>
  );
}
