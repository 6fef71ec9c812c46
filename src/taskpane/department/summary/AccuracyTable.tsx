/** Of each category: how often it is right, how much of it is found, from blind checks. */
import type { Figures } from "../../../triage/figures.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { DataTable } from "../DataTable.tsx";
import { Explained } from "../Explained.tsx";
import { useRoomWords } from "../roomWords.ts";
import { ShareCell } from "./ShareCell.tsx";

export function AccuracyTable({ figures, taxonomy }: { figures: Figures; taxonomy: TaxonomyView }) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const c = useCorrectionTexts();
  const known = figures.categories.filter(({ support, precision }) => support + precision.trials > 0);
  if (known.length === 0)
    return (
      <section className={styles.section}>
        <h3 className={styles.name}>{c.accuracy}</h3>
        <p className={styles.line}>{c.notYet}</p>
      </section>
    );
  return (
    <section className={styles.section}>
      <DataTable
        caption={c.accuracy}
        columns={[
          { label: t.category },
          { label: c.precision, isNumber: true },
          { label: c.recall, isNumber: true },
        ]}
        rows={known.map(({ category, precision, recall }) => ({
          key: category,
          cells: [
            nameOf(taxonomy, category, words),
            <ShareCell key="precision" of={precision} />,
            <ShareCell key="recall" of={recall} />,
          ],
        }))}
      />
      <p className={styles.quiet}>{c.accuracyHint}</p>
      {figures.macroF1 !== null && (
        <Explained terms={["f1"]}>
          <p className={styles.quiet}>{c.macroF1(f.share(figures.macroF1))}</p>
        </Explained>
      )}
    </section>
  );
}
