/** A field under its label, marked when what is in it cannot be used. */
import { makeStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { fieldLook, quietLook } from "./looks.ts";

const useStyles = makeStyles({
  field: fieldLook,
  hint: quietLook,
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
      <label htmlFor={id}>{label}</label>
      {children(id, hintId)}
      {hint && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
