/** One numbered part of a review. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  part: { display: "grid", gap: "8px", minWidth: 0, breakInside: "avoid" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  lines: { display: "grid", gap: "4px", margin: 0, paddingInlineStart: "18px" },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Lines({ lines, empty }: { lines: readonly string[]; empty: string }) {
  const styles = useStyles();
  if (lines.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
