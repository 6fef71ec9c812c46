/** What a version learned, how it was judged, and what it calls otherwise than the one before. */
import type { DepartmentView } from "../../../triage/department.ts";
import type { ModelVersion } from "../../../triage/model.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

const shownFlows = 3;

export function VersionFacts({ version, department }: { version: ModelVersion; department: DepartmentView }) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { f, language } = words;
  const arrow = language === "ar" ? "←" : "→";
  const c = useCorrectionTexts();
  const { examples, news, changes, judgement } = version;
  const overall = judgement?.groups.find(({ group }) => group === "overall");
  return (
    <>
      <p className={styles.line}>{c.learned(examples, news)}</p>
      {changes && changes.messages > 0 && (
        <>
          <p className={styles.line}>{c.otherwise(f.number(changes.changed), f.number(changes.messages))}</p>
          {changes.flows.slice(0, shownFlows).map(({ from, to, count }) => (
            <p key={`${from} ${to}`} className={styles.quiet}>
              {nameOf(department.taxonomy, from, words)} {arrow} {nameOf(department.taxonomy, to, words)}:{" "}
              {f.number(count)}
            </p>
          ))}
        </>
      )}
      {judgement?.reasons.map((reason) => (
        <p key={reason} className={styles.line}>
          {c.reasons[reason]}
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
