/** A press that is asked once more: what asks stands where it stood and takes it back, so that a double press decides nothing. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

interface AskedOnceMoreProps {
  label: string;
  /** What it will mean. */
  means: string;
  sure: string;
  isDisabled?: boolean;
  /** Another way, until it is asked. */
  beside?: ReactNode;
  run(): Promise<void>;
}

export function AskedOnceMore({ label, means, sure, isDisabled = false, beside, run }: AskedOnceMoreProps) {
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const isHeld = isDisabled || isSending;
  const send = async () => {
    setSending(true);
    await run();
    setSending(false);
  };
  return (
    <>
      <div className={styles.ways}>
        <Button size="small" disabled={isHeld} onClick={({ detail }) => setAsked(!isAsked || detail > 1)}>
          {isAsked ? c.cancel : label}
        </Button>
        {isAsked ? (
          <Button
            size="small"
            appearance="primary"
            disabled={isHeld}
            onClick={({ detail }) => detail <= 1 && void send()}
          >
            {sure}
          </Button>
        ) : (
          beside
        )}
      </div>
      <div role="status">{isAsked && <p className={styles.line}>{means}</p>}</div>
    </>
  );
}
