/** The states side by side as one bar, and as figures below it: the bar alone says nothing. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { StateCounts } from "../../../triage/summary.ts";
import { useRoomWords } from "../roomWords.ts";
import { stateOrder } from "./totals.ts";

/** A person's own two colours tell the states apart by pattern. */
const inForcedColours = (background: string) => ({
  "@media (forced-colors: active)": {
    forcedColorAdjust: "none",
    boxSizing: "border-box",
    border: "1px solid CanvasText",
    background,
  },
});
const stripes = (angle: string, drawnPx: number, everyPx: number) =>
  `repeating-linear-gradient(${angle}, CanvasText 0 ${drawnPx}px, Canvas ${drawnPx}px ${everyPx}px)`;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    gap: "2px",
    height: "12px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  confirmed: { backgroundColor: tokens.colorPaletteGreenBackground3, ...inForcedColours("CanvasText") },
  corrected: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    ...inForcedColours(stripes("45deg", 2, 5)),
  },
  unpredicted: {
    backgroundColor: tokens.colorPaletteBlueBorderActive,
    ...inForcedColours(stripes("90deg", 2, 4)),
  },
  unsure: {
    backgroundColor: tokens.colorPalettePurpleBorderActive,
    ...inForcedColours(stripes("0deg", 1, 3)),
  },
  shown: { backgroundColor: tokens.colorNeutralStroke1, ...inForcedColours(stripes("135deg", 1, 6)) },
  neverShown: { backgroundColor: tokens.colorNeutralBackground5, ...inForcedColours("Canvas") },
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
