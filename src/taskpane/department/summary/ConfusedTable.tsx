/** Where staff said another category than the model, most often first. */
import type { Confused } from "../../../triage/agreement.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { DataTable } from "../DataTable.tsx";
import { useRoomWords } from "../roomWords.ts";

export function ConfusedTable({ pairs, taxonomy }: { pairs: readonly Confused[]; taxonomy: TaxonomyView }) {
  const words = useRoomWords();
  const { t, f } = words;
  if (pairs.length === 0) return null;
  return (
    <DataTable
      caption={t.mostConfused}
      columns={[{ label: t.modelSaid }, { label: t.staffSaid }, { label: t.times, isNumber: true }]}
      isNamed={false}
      rows={pairs.map(({ predicted, said, count }) => ({
        key: `${predicted} ${said}`,
        cells: [nameOf(taxonomy, predicted, words), nameOf(taxonomy, said, words), f.number(count)],
      }))}
    />
  );
}
