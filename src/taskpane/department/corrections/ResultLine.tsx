/** What a press did, said politely; it takes the focus where the thing that was pressed is gone and nothing follows it. */
import { mergeClasses } from "@fluentui/react-components";
import type { Failure } from "../../../triage/failure.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";

interface ResultLineProps {
  text: string;
  /** instead: why it was not done */
  failure: Failure | undefined;
  landing: Landing | undefined;
}

/** Always there, so that what comes into it is heard. */
export function ResultLine({ text, failure, landing }: ResultLineProps) {
  const styles = useCardStyles();
  const { t } = useRoomWords();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLParagraphElement>(landing);
  return (
    <div>
      <div role="alert">{failure && <p className={styles.line}>{t.failures[failure.code]}</p>}</div>
      <p ref={ref} role="status" tabIndex={landing && -1} className={mergeClasses(styles.line, place)}>
        {!failure && text}
      </p>
    </div>
  );
}
