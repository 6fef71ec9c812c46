/** Asks before an objective is withdrawn, and why. */
import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Failure } from "../../../triage/failure.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { useRoomWords } from "../roomWords.ts";
import { useObjectiveTexts } from "./objectiveWords.ts";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { margin: 0 },
  ways: { display: "flex", gap: "8px" },
});

interface WithdrawingProps {
  withdraw(reason: string): Promise<Failure | undefined>;
  onCancel(): void;
}

export function Withdrawing({ withdraw, onCancel }: WithdrawingProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const o = useObjectiveTexts();
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure>();
  return (
    <section aria-label={o.withdrawSure} className={styles.box}>
      <p className={styles.text}>{o.withdrawSure}</p>
      <LabelledField label={o.reason}>
        {(id) => (
          <Input id={id} value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
        )}
      </LabelledField>
      <div role="alert">{failure && <p className={styles.text}>{t.failures[failure.code]}</p>}</div>
      <div className={styles.ways}>
        <Button appearance="primary" onClick={() => void withdraw(reason.trim()).then(setFailure)}>
          {o.withdraw}
        </Button>
        <Button onClick={onCancel}>{o.cancel}</Button>
      </div>
    </section>
  );
}
