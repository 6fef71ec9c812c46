/** The words of the message that spoke for the prediction, in the message's own spelling. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../words.tsx";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  word: {
    padding: "1px 6px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
});

interface EvidenceProps {
  words: readonly string[];
  /** Where several fit: what they speak for. */
  speaksFor?: string;
}

export function Evidence({ words, speaksFor }: EvidenceProps) {
  const styles = useStyles();
  const { t } = useWords();
  if (words.length === 0) return null;
  return (
    <div className={styles.line}>
      <span>{speaksFor === undefined ? t.because : t.becauseFor(speaksFor)}</span>
      {words.map((word) => (
        <bdi key={word} className={styles.word}>
          {word}
        </bdi>
      ))}
    </div>
  );
}
