/** What was confirmed together, and how it is taken back. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { useEffect, useRef } from "react";
import type { DepartmentView } from "../../triage/department.ts";
import { quietLook } from "../looks.ts";
import { nameOf } from "../triage/nameOf.ts";
import { useWords } from "../words.tsx";
import { useBatchTexts } from "./batchWords.ts";
import type { Done } from "./state.ts";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "4px",
    padding: "12px",
    minWidth: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    outlineStyle: "none",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
  },
  said: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  quiet: quietLook,
});

interface DoneCardProps {
  done: Done;
  department: DepartmentView | undefined;
  onUndo(): void;
}

export function DoneCard({ done, department, onUndo }: DoneCardProps) {
  const styles = useStyles();
  const b = useBatchTexts();
  const words = useWords();
  const { t } = words;
  const card = useRef<HTMLElement>(null);
  // The pressed button is gone: the focus stays in the same place for whoever cannot see it.
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus())
      card.current?.focus({ preventScroll: true });
  }, []);
  const category = department ? nameOf(department.taxonomy, done.call.category, words) : done.call.category;
  const what = t.both(category, t.priorities[done.call.priority]);
  return (
    <section ref={card} className={styles.card} tabIndex={-1} aria-label={b.confirmed(done.ids.length, what)}>
      <div className={styles.line}>
        <h2 className={styles.said}>
          <CheckmarkCircleFilled className={styles.good} fontSize={20} aria-hidden="true" />
          {b.confirmed(done.ids.length, what)}
        </h2>
        <Button size="small" onClick={onUndo} aria-label={b.undoAll(done.ids.length, what)}>
          {t.undo}
        </Button>
      </div>
      <p className={styles.quiet}>{done.isStored ? t.saved : t.saving}</p>
    </section>
  );
}
