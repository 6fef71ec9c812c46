/** A list that unfolds above the status line: verdicts with what became of each, and one press beside it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    padding: "8px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: { margin: 0, fontSize: "inherit", lineHeight: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "240px", overflowY: "auto" },
  item: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    minHeight: "32px",
  },
  text: { display: "grid", padding: "4px 0", minWidth: 0, overflowWrap: "anywhere" },
  about: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
  way: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface FootRow {
  id: string;
  /** the message it is about, where it is known */
  about?: string;
  what: string;
  when: string;
  detail?: ReactNode;
  way: ReactNode;
}

interface FootListProps {
  title: string;
  empty: string;
  rows: readonly FootRow[];
}

export function FootList({ title, empty, rows }: FootListProps) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {rows.length === 0 && <div className={styles.item}>{empty}</div>}
      <ul className={styles.list}>
        {rows.map(({ id, about, what, when, detail, way }) => (
          <li key={id} className={styles.item}>
            <span className={styles.text}>
              {about && (
                <bdi className={styles.about} title={about}>
                  {about}
                </bdi>
              )}
              <span>
                {what} {when && <span className={styles.quiet}>· {when}</span>}
              </span>
              {detail && <span className={styles.quiet}>{detail}</span>}
            </span>
            <span className={styles.way}>{way}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
