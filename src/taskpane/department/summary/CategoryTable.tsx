/** The same counts by the category the model predicted. */
import type { Summary } from "../../../triage/summary.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { DataTable } from "../DataTable.tsx";
import { useRoomWords } from "../roomWords.ts";
import { totalsOf } from "./totals.ts";

type Told = Pick<Summary, "categories" | "states">;

export function CategoryTable({
  of: { categories: rows, states },
  taxonomy,
}: {
  of: Told;
  taxonomy: TaxonomyView;
}) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { t, f } = words;
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => totalsOf(b.states).opened - totalsOf(a.states).opened);
  const inRows = rows.reduce((sum, row) => sum + totalsOf(row.states).opened, 0);
  const without = totalsOf(states).opened - inRows;
  return (
    <>
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
      {without > 0 && <p className={styles.quiet}>{t.withoutPrediction(without)}</p>}
    </>
  );
}
