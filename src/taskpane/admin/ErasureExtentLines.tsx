/** How much an erasure concerns, before it: all of it in a sentence, then by department. */
import type { ErasureExtent } from "../../triage/privacy.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { FailureLine } from "./FailureLine.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

/** @param answer undefined while it is counted */
export function ErasureExtentLines({ answer }: { answer: ApiAnswer<ErasureExtent> | undefined }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  return (
    <div role="status" className={styles.list}>
      {!answer && <p className={styles.quiet}>{t.extentCounting}</p>}
      {answer && !answer.ok && <FailureLine failure={answer.failure} />}
      {answer?.ok && <Counted extent={answer.value} />}
    </div>
  );
}

function Counted({ extent: { departments, isPartial } }: { extent: ErasureExtent }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f, name } = useWords();
  const sum = (of: "messages" | "notes" | "answeredAlone") =>
    departments.reduce((all, one) => all + one[of], 0);
  const alone = sum("answeredAlone");
  return (
    <>
      <p className={styles.text}>{t.extent(sum("messages"), sum("notes"))}</p>
      <ul className={styles.list}>
        {departments.map((one) => (
          <li key={one.id} className={styles.quiet}>
            <bdi>{name(one.name)}</bdi>
            {`: ${t.extentIn(f.number(one.messages), f.number(one.notes), f.number(one.proposals))}`}
          </li>
        ))}
      </ul>
      {alone > 0 && <p className={styles.quiet}>{t.extentAlone(alone)}</p>}
      {isPartial && <p className={styles.quiet}>{t.extentPartial}</p>}
    </>
  );
}
