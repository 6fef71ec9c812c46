/** Whether 80 % sure is right four times in five: ten groups of checks, from the least sure to the surest. */
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";

export function CalibrationTable({ figures: { calibration } }: { figures: Figures }) {
  const table = useTableStyles();
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  const c = useCorrectionTexts();
  const { bins, error, errorByChance } = calibration;
  if (error === null || errorByChance === null) return null;
  return (
    <section className={styles.section}>
      <table className={table.table}>
        <caption className={table.caption}>{c.calibration}</caption>
        <thead>
          <tr>
            {[c.sure, c.right, t.checks].map((label) => (
              <th key={label} scope="col" className={table.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map(({ meanConfidence, agreement, count }) => (
            <tr key={meanConfidence} className={table.row}>
              <td className={table.number}>{f.share(meanConfidence)}</td>
              <td className={table.number}>{f.share(agreement)}</td>
              <td className={table.number}>{f.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{c.calibrationError(f.share(error), f.share(errorByChance))}</p>
    </section>
  );
}
