/** Why something was not done, in one sentence; who wrote a file is told every place in it that was wrong. */
import type { Failure } from "../../triage/failure.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

interface FailureLineProps {
  failure: Failure;
  /** what was sent is a text in which the API's places can be found */
  isOfFile?: boolean;
}

export function FailureLine({ failure, isOfFile = false }: FailureLineProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const said = failure.code === "changed_meanwhile" ? t.changedMeanwhile : words.t.failures[failure.code];
  return (
    <>
      <p className={styles.text}>{said}</p>
      {isOfFile &&
        failure.errors?.map(({ path, expected }) => (
          <p key={path} className={styles.quiet} dir="ltr">
            {t.wrongAt(path.replace(/^\/body/, ""), expected)}
          </p>
        ))}
    </>
  );
}
