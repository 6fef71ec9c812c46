/** What a press did, said politely; it takes the focus where the thing that was pressed is gone and nothing follows it. */
import { mergeClasses } from "@fluentui/react-components";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useCardStyles } from "./cardStyles.ts";

interface ResultLineProps {
  text: string;
  landing: Landing | undefined;
}

/** Always there, so that what comes into it is heard. */
export function ResultLine({ text, landing }: ResultLineProps) {
  const styles = useCardStyles();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLParagraphElement>(landing);
  return (
    <p ref={ref} role="status" tabIndex={landing && -1} className={mergeClasses(styles.line, place)}>
      {text}
    </p>
  );
}
