/** Where staff said another category than the model, most often first. */
import type { Confused } from "../../../triage/agreement.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";

export function ConfusedTable({ pairs, taxonomy }: { pairs: readonly Confused[]; taxonomy: TaxonomyView }) {
  const table = useTableStyles();
  const words = useRoomWords();
  const { t, f } = words;
  if (pairs.length === 0) return null;
  return (
    <table className={table.table}>
      <caption className={table.caption}>{t.mostConfused}</caption>
      <thead>
        <tr>
          {[t.modelSaid, t.staffSaid].map((label) => (
            <th key={label} scope="col" className={table.head}>
              {label}
            </th>
          ))}
          <th scope="col" className={table.number}>
            {t.times}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ predicted, said, count }) => (
          <tr key={`${predicted} ${said}`} className={table.row}>
            <td className={table.name}>{nameOf(taxonomy, predicted, words)}</td>
            <td className={table.name}>{nameOf(taxonomy, said, words)}</td>
            <td className={table.number}>{f.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
