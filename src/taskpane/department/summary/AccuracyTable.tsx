/** Of each category: how often it is right, how much of it is found, from blind checks. */
import type { Figures, ShareFigure } from "../../../triage/figures.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";

export function AccuracyTable({ figures, taxonomy }: { figures: Figures; taxonomy: TaxonomyView }) {
  const table = useTableStyles();
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
  const cell = ({ share, low, high, trials }: ShareFigure) => {
    if (share === null) return t.noChecks;
    const [from, to] = f.ends(low, high);
    return (
      <>
        {f.share(share)}
        <br />
        <span className={styles.quiet}>{t.rangeOf(from, to, f.number(trials))}</span>
      </>
    );
  };
  return (
    <section className={styles.section}>
      <table className={table.table}>
        <caption className={table.caption}>{c.accuracy}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {t.category}
            </th>
            {[c.precision, c.recall].map((label) => (
              <th key={label} scope="col" className={table.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ category, precision, recall }) => (
            <tr key={category} className={table.row}>
              <th scope="row" className={table.name}>
                {nameOf(taxonomy, category, words)}
              </th>
              <td className={table.number}>{cell(precision)}</td>
              <td className={table.number}>{cell(recall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        {c.accuracyHint} {figures.macroF1 !== null && c.macroF1(f.share(figures.macroF1))}
      </p>
    </section>
  );
}
