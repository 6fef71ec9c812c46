/** Closing a review: says what it means, and asks once more. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Part } from "./Part.tsx";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  box: { display: "grid", gap: "8px", justifyItems: "start", "@media print": { display: "none" } },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function Closing({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const r = useReviewTexts();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className={styles.box}>
      <Part title={r.closing}>
        <p className={styles.hint}>{r.closeHint}</p>
        <Button appearance="primary" onClick={isAsked ? onClose : () => setAsked(true)}>
          {isAsked ? r.reallyClose : r.close}
        </Button>
      </Part>
    </div>
  );
}
