/** A field under its label, marked when what is in it cannot be used. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  field: { display: "grid", gap: "4px", minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase300 },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface LabelledFieldProps {
  label: string;
  hint?: string | undefined;
  children(id: string, describedBy: string | undefined): ReactNode;
}

export function LabelledField({ label, hint, children }: LabelledFieldProps) {
  const styles = useStyles();
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(id, hintId)}
      {hint && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
