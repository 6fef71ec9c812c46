/** Priorities: how far staff and model agree, and how much urgent mail was missed. */
import type { DepartmentView } from "../../../triage/department.ts";
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { Explained } from "../Explained.tsx";
import { useRoomWords } from "../roomWords.ts";

interface PrioritySentencesProps {
  figures: Figures;
  policy: DepartmentView["policy"];
}

export function PrioritySentences({ figures, policy }: PrioritySentencesProps) {
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  const c = useCorrectionTexts();
  const { kappa, urgentRecall: recall, missedUrgent, distances } = figures.priority;
  const off = (passes: (ranks: number) => boolean) =>
    f.number(distances.reduce((sum, { ranks, count }) => (passes(Math.abs(ranks)) ? sum + count : sum), 0));
  const checks = distances.reduce((sum, { count }) => sum + count, 0);
  const [low, high] = recall ? f.ends(recall.low, recall.high) : ["", ""];
  const two = (value: number) => f.number(Math.round(value * 100) / 100);
  return (
    <section className={styles.section}>
      <h3 className={styles.name}>{c.priority}</h3>
      {checks === 0 && <p className={styles.line}>{c.notYet}</p>}
      {recall?.share != null && (
        <p className={styles.line}>{c.urgentFound(f.share(recall.share), low, high, recall.trials)}</p>
      )}
      {missedUrgent > 0 && !policy.blindSkipsUrgent && (
        <p className={styles.line}>{c.missedUrgent(missedUrgent)}</p>
      )}
      {policy.blindSkipsUrgent && <p className={styles.line}>{c.urgentExcluded}</p>}
      {checks > 0 && (
        <p className={styles.line}>
          {c.ranksOff(
            off((ranks) => ranks === 0),
            off((ranks) => ranks === 1),
            off((ranks) => ranks > 1),
          )}
        </p>
      )}
      {kappa && (
        <Explained terms={["kappa"]}>
          <p className={styles.quiet}>{c.kappa(two(kappa.value), two(kappa.low), two(kappa.high))}</p>
        </Explained>
      )}
      {checks > 0 && !kappa && <p className={styles.quiet}>{t.notYetKnown}</p>}
    </section>
  );
}
