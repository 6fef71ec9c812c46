/** Why something was not done, in one sentence, and below it every place that was wrong. */
import type { Failure } from "../../triage/failure.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

export function FailureLine({ failure }: { failure: Failure }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const said = failure.code === "changed_meanwhile" ? t.changedMeanwhile : words.t.failures[failure.code];
  return (
    <>
      <p className={styles.text}>{said}</p>
      {failure.errors?.map(({ path, expected }) => (
        <p key={path} className={styles.quiet} dir="ltr">
          {t.wrongAt(path, expected)}
        </p>
      ))}
    </>
  );
}
