/** The states side by side as one bar, and as figures below it: the bar alone says nothing. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { StateCounts } from "../../../triage/summary.ts";
import { useRoomWords } from "../roomWords.ts";
import { stateOrder } from "./totals.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    gap: "2px",
    height: "12px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    "@media (forced-colors: active)": { display: "none" },
  },
  confirmed: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  corrected: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  unpredicted: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  unsure: { backgroundColor: tokens.colorPalettePurpleBorderActive },
  shown: { backgroundColor: tokens.colorNeutralStroke1 },
  neverShown: { backgroundColor: tokens.colorNeutralBackground5 },
  list: { display: "grid", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  dot: { width: "10px", height: "10px", borderRadius: tokens.borderRadiusSmall, flexShrink: 0 },
  label: { flexGrow: 1 },
  number: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function StateBar({ states }: { states: StateCounts }) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const met = stateOrder.filter((state) => states[state] > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {met.map((state) => (
          <div key={state} className={styles[state]} style={{ flexGrow: states[state] }} />
        ))}
      </div>
      <ul className={styles.list}>
        {met.map((state) => (
          <li key={state} className={styles.item}>
            <span className={mergeClasses(styles.dot, styles[state])} aria-hidden="true" />
            <span className={styles.label}>{t.states[state]}</span>
            <span className={styles.number}>{f.number(states[state])}</span>
          </li>
        ))}
      </ul>
      {states.shown > 0 && <p className={styles.hint}>{t.stateHint}</p>}
    </>
  );
}
