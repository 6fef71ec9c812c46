/** One numbered part of a review. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { Explained, type Term } from "../Explained.tsx";

const useStyles = makeStyles({
  part: { display: "grid", gap: "8px", minWidth: 0, breakInside: "avoid" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  lines: { display: "grid", gap: "4px", margin: 0, paddingInlineStart: "18px" },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface PartProps {
  title: string;
  /** words first met in it */
  terms?: readonly Term[];
  children: ReactNode;
}

export function Part({ title, terms, children }: PartProps) {
  const styles = useStyles();
  const id = useId();
  const heading = (
    <h2 id={id} className={styles.title}>
      {title}
    </h2>
  );
  return (
    <section className={styles.part} aria-labelledby={id}>
      {terms ? <Explained terms={terms}>{heading}</Explained> : heading}
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
