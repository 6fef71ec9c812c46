/** Why not: declining wants a reason, which the author sees. */
import { Button, Input } from "@fluentui/react-components";
import { LabelledField } from "../../LabelledField.tsx";
import { type Landing, useLanding } from "../landing.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

interface DeclineFormProps {
  hint: string;
  because: string;
  /** brings the focus to the reason, since the button that was pressed is gone */
  landing: Landing | undefined;
  isSending?: boolean;
  onBecause(because: string): void;
  onDecline(because: string): void;
  onCancel(): void;
}

export function DeclineForm(props: DeclineFormProps) {
  const { hint, because, landing, isSending = false, onBecause, onDecline, onCancel } = props;
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const ref = useLanding<HTMLInputElement>(landing);
  return (
    <>
      <LabelledField label={c.reason} hint={hint}>
        {(id, describedBy) => (
          <Input
            ref={ref}
            id={id}
            aria-describedby={describedBy}
            value={because}
            maxLength={300}
            onChange={(_, { value }) => onBecause(value)}
          />
        )}
      </LabelledField>
      <div className={styles.ways}>
        <Button
          size="small"
          appearance="primary"
          disabled={isSending || because.trim() === ""}
          onClick={() => onDecline(because.trim())}
        >
          {c.decline}
        </Button>
        <Button size="small" onClick={onCancel}>
          {c.cancel}
        </Button>
      </div>
    </>
  );
}
