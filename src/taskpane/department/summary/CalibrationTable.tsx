/** Whether 80 % sure is right four times in five: ten groups of checks, from the least sure to the surest. */
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { DataTable } from "../DataTable.tsx";
import { Explained } from "../Explained.tsx";
import { useRoomWords } from "../roomWords.ts";

export function CalibrationTable({ figures: { calibration } }: { figures: Figures }) {
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  const c = useCorrectionTexts();
  const { bins, error, errorByChance } = calibration;
  if (error === null || errorByChance === null)
    return (
      <section className={styles.section}>
        <h3 className={styles.name}>{c.calibration}</h3>
        <p className={styles.line}>{c.notYet}</p>
      </section>
    );
  return (
    <section className={styles.section}>
      <DataTable
        caption={c.calibration}
        columns={[c.sure, c.right, t.checks].map((label) => ({ label, isNumber: true }))}
        isNamed={false}
        rows={bins.map(({ meanConfidence, agreement, count }) => ({
          key: String(meanConfidence),
          cells: [f.share(meanConfidence), f.share(agreement), f.number(count)],
        }))}
      />
      <Explained terms={["calibration"]}>
        <p className={styles.quiet}>{c.calibrationError(f.share(error), f.share(errorByChance))}</p>
      </Explained>
    </section>
  );
}
