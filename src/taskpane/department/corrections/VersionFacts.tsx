/** What a version learned, how it was judged, and what it calls otherwise than the one before. */
import type { DepartmentView } from "../../../triage/department.ts";
import type { ModelVersion } from "../../../triage/model.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

export function VersionFacts({ version, department }: { version: ModelVersion; department: DepartmentView }) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { f, language } = words;
  const arrow = language === "ar" ? "←" : "→";
  const c = useCorrectionTexts();
  const { examples, news, changes, judgement } = version;
  const overall = judgement?.groups.find(({ group }) => group === "overall");
  const others = (changes?.changed ?? 0) - (changes?.flows ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className={styles.line}>{c.learned(examples, news)}</p>
      {changes && changes.messages > 0 && (
        <>
          <p className={styles.line}>{c.otherwise(f.number(changes.changed), f.number(changes.messages))}</p>
          {changes.flows.map(({ from, to, count }) => (
            <p key={`${from} ${to}`} className={styles.quiet}>
              {nameOf(department.taxonomy, from, words)} {arrow} {nameOf(department.taxonomy, to, words)}:{" "}
              {f.number(count)}
            </p>
          ))}
          {others > 0 && <p className={styles.quiet}>{c.otherChanges(f.number(others))}</p>}
        </>
      )}
      {judgement?.reasons.map((reason) => (
        <p key={reason} className={styles.line}>
          {c.reasons[reason]} {reason === "overallWorse" && overall && overall.high >= 0 && c.chanceToo}
        </p>
      ))}
      {judgement && (
        <p className={styles.quiet}>
          {c.bases[judgement.basis]} {overall && c.judged(overall.pairs, overall.better, overall.worse)}
        </p>
      )}
    </>
  );
}
