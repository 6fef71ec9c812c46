/** The same counts by the category the model predicted. */
import type { Summary } from "../../../triage/summary.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { DataTable } from "../DataTable.tsx";
import { useRoomWords } from "../roomWords.ts";
import { totalsOf } from "./totals.ts";

export function CategoryTable({ rows, taxonomy }: { rows: Summary["categories"]; taxonomy: TaxonomyView }) {
  const words = useRoomWords();
  const { t, f } = words;
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => totalsOf(b.states).opened - totalsOf(a.states).opened);
  return (
    <DataTable
      caption={t.byCategory}
      columns={[
        { label: t.category },
        ...[t.opened, t.states.confirmed, t.states.corrected].map((label) => ({ label, isNumber: true })),
      ]}
      rows={sorted.map(({ category, states }) => ({
        key: category,
        cells: [
          nameOf(taxonomy, category, words),
          ...[totalsOf(states).opened, states.confirmed, states.corrected].map(f.number),
        ],
      }))}
    />
  );
}
