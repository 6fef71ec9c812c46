/** A label, what is filled in, and a hint: tied together for eyes and screen readers alike. */
import { Input, Select, Textarea } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useAdminStyles } from "./useAdminStyles.ts";

interface FieldProps {
  label: string;
  hint?: string | undefined;
  children(ids: { id: string; "aria-describedby"?: string }): ReactNode;
}

export function Field({ label, hint, children }: FieldProps) {
  const styles = useAdminStyles();
  const id = useId();
  const hintId = `${id}hint`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hint === undefined ? {} : { "aria-describedby": hintId }) })}
      {hint !== undefined && (
        <span id={hintId} className={styles.quiet}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  type?: "text" | "number" | "url";
  onChange(value: string): void;
}

export const TextField = ({ label, hint, value, type = "text", onChange }: TextFieldProps) => (
  <Field label={label} hint={hint}>
    {(ids) => <Input {...ids} type={type} value={value} onChange={(_, data) => onChange(data.value)} />}
  </Field>
);

export const LongField = ({ label, hint, value, onChange }: TextFieldProps) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <Textarea {...ids} resize="vertical" value={value} onChange={(_, data) => onChange(data.value)} />
    )}
  </Field>
);

interface LinesFieldProps {
  label: string;
  hint?: string | undefined;
  lines: readonly string[];
  onChange(lines: string[]): void;
}

/** Empty lines may stand while somebody writes; they are dropped when it is saved. */
export const LinesField = ({ label, hint, lines, onChange }: LinesFieldProps) => (
  <LongField
    label={label}
    hint={hint}
    value={lines.join("\n")}
    onChange={(text) => onChange(text.split("\n"))}
  />
);

interface ChoiceFieldProps<Value extends string> {
  label: string;
  hint?: string | undefined;
  value: Value;
  words: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
}

export const ChoiceField = <Value extends string>(props: ChoiceFieldProps<Value>) => (
  <Field label={props.label} hint={props.hint}>
    {(ids) => (
      <Select {...ids} value={props.value} onChange={(_, data) => props.onChange(data.value as Value)}>
        {Object.entries<string>(props.words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
