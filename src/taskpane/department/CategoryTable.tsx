/** The same counts by the category the model predicted. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Summary } from "../../triage/summary.ts";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import { nameOf } from "../triage/nameOf.ts";
import { useWords } from "../words.tsx";
import { totalsOf } from "./totals.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  caption: {
    textAlign: "start",
    paddingBottom: "4px",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
  head: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    padding: "4px 4px 4px 0",
  },
  name: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    padding: "6px 4px 6px 0",
    overflowWrap: "anywhere",
  },
  number: {
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    padding: "6px 0 6px 8px",
    verticalAlign: "top",
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function CategoryTable({ rows, taxonomy }: { rows: Summary["categories"]; taxonomy: TaxonomyView }) {
  const styles = useStyles();
  const words = useWords();
  const { t, f } = words;
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => totalsOf(b.states).opened - totalsOf(a.states).opened);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t.byCategory}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {t.category}
          </th>
          {[t.opened, t.states.confirmed, t.states.corrected].map((label) => (
            <th key={label} scope="col" className={styles.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ category, states }) => (
          <tr key={category} className={styles.row}>
            <th scope="row" className={styles.name}>
              {nameOf(taxonomy, category, words)}
            </th>
            <td className={styles.number}>{f.number(totalsOf(states).opened)}</td>
            <td className={styles.number}>{f.number(states.confirmed)}</td>
            <td className={styles.number}>{f.number(states.corrected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
