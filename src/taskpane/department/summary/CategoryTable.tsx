/** The same counts by the category the model predicted. */
import type { Summary } from "../../../triage/summary.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";
import { totalsOf } from "./totals.ts";

export function CategoryTable({ rows, taxonomy }: { rows: Summary["categories"]; taxonomy: TaxonomyView }) {
  const table = useTableStyles();
  const words = useRoomWords();
  const { t, f } = words;
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => totalsOf(b.states).opened - totalsOf(a.states).opened);
  return (
    <table className={table.table}>
      <caption className={table.caption}>{t.byCategory}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.head}>
            {t.category}
          </th>
          {[t.opened, t.states.confirmed, t.states.corrected].map((label) => (
            <th key={label} scope="col" className={table.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ category, states }) => (
          <tr key={category} className={table.row}>
            <th scope="row" className={table.name}>
              {nameOf(taxonomy, category, words)}
            </th>
            <td className={table.number}>{f.number(totalsOf(states).opened)}</td>
            <td className={table.number}>{f.number(states.confirmed)}</td>
            <td className={table.number}>{f.number(states.corrected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
