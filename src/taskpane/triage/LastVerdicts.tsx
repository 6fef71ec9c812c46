/** The person's last ten verdicts, each with its way back; it names no message, since none is stored. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Me } from "../../triage/department.ts";
import type { RecentVerdict } from "../../triage/receipt.ts";
import { useWords } from "../words.tsx";
import { nameOf } from "./nameOf.ts";

const useStyles = makeStyles({
  box: {
    padding: "8px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "220px", overflowY: "auto" },
  item: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    minHeight: "32px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  when: { color: tokens.colorNeutralForeground3 },
});

interface LastVerdictsProps {
  recent: readonly RecentVerdict[];
  departments: Me["departments"];
  now: number;
  onUndo(verdict: RecentVerdict): void;
}

export function LastVerdicts({ recent, departments, now, onUndo }: LastVerdictsProps) {
  const styles = useStyles();
  const words = useWords();
  const { t, f } = words;
  const what = (verdict: RecentVerdict) => {
    const taxonomy = departments.find(({ id }) => id === verdict.departmentId)?.taxonomy;
    if (!taxonomy || !verdict.category || !verdict.priority) return t.notSure;
    return t.both(nameOf(taxonomy, verdict.category, words), t.priorities[verdict.priority]);
  };
  return (
    <section className={styles.box} aria-label={t.lastVerdicts}>
      <h2 className={styles.title}>{t.lastVerdicts}</h2>
      {recent.length === 0 && <div className={styles.item}>{t.noVerdicts}</div>}
      <ul className={styles.list}>
        {recent.map((verdict) => (
          <li key={verdict.feedbackId} className={styles.item}>
            <span>
              {what(verdict)} <span className={styles.when}>· {f.when(verdict.at, now)}</span>
            </span>
            <Button
              appearance="subtle"
              size="small"
              aria-label={t.undoWhat(what(verdict))}
              onClick={() => onUndo(verdict)}
            >
              {t.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
