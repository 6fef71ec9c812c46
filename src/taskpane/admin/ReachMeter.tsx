/** How far Concord got in a department: four counts of people, each a bar of the widest. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Reach } from "../../triage/administration.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    // The bars of all cards begin at the same place, however long the words and the figures are.
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  caption: { textAlign: "start", color: tokens.colorNeutralForeground3, paddingBottom: "4px" },
  name: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    paddingInlineEnd: "8px",
    width: "45%",
    overflowWrap: "anywhere",
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums", paddingInlineEnd: "8px", width: "6ch" },
  bar: {
    height: "8px",
    minWidth: "1px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
});

const steps = ["assigned", "opened", "saw", "answered"] as const;

export function ReachMeter({ reach }: { reach: Reach }) {
  const styles = useStyles();
  const admin = useAdminStyles();
  const t = useAdminWords();
  const { f } = useWords();
  const most = Math.max(1, ...steps.map((step) => reach[step]));
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t.reachTitle(reach.days)}</caption>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row" className={styles.name}>
                {t.reach[step]}
              </th>
              <td className={styles.number}>{f.number(reach[step])}</td>
              <td aria-hidden="true">
                <div className={styles.bar} style={{ width: `${(100 * reach[step]) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reach.isPartial && <p className={admin.quiet}>{t.atLeast}</p>}
    </>
  );
}
