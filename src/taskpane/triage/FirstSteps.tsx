/** The first run: three short steps, one at a time, above what they speak of; skipped in one press and never shown again. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../words.tsx";
import { Hint } from "./Hint.tsx";

const useStyles = makeStyles({
  place: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
});

interface FirstStepsProps {
  /** Steps read so far. */
  read: number;
  onRead(steps: number): void;
}

export function FirstSteps({ read, onRead }: FirstStepsProps) {
  const styles = useStyles();
  const { t, f } = useWords();
  const { steps } = t;
  const count = steps.texts.length;
  const isLast = read + 1 >= count;
  return (
    <Hint isAtHead label={steps.label} text={steps.texts[read] ?? ""}>
      <span className={styles.place}>{steps.place(f.number(read + 1), f.number(count))}</span>
      {!isLast && (
        <Button appearance="transparent" size="small" onClick={() => onRead(count)}>
          {steps.skip}
        </Button>
      )}
      <Button appearance="outline" size="small" onClick={() => onRead(read + 1)}>
        {isLast ? steps.done : steps.next}
      </Button>
    </Hint>
  );
}
