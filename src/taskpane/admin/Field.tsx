/** A label, what is filled in, and a hint: tied together for eyes and screen readers alike. */
import { Input, Select, Textarea } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { useFault } from "./editor/FaultsContext.ts";
import { useFaultText } from "./editor/faultText.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

interface Ids {
  id: string;
  onBlur(): void;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** where its value is in the department, as a JSON pointer: its faults are shown here */
  at?: string | undefined;
  /** how a fault of it is said, where it can be said better than in general */
  fault?: string | undefined;
  children(ids: Ids): ReactNode;
}

/** A fault is said when the field is left, or somebody wanted to save. */
export function Field({ label, hint, at, fault, children }: FieldProps) {
  const styles = useAdminStyles();
  const id = useId();
  const [hintId, faultId] = [`${id}hint`, `${id}fault`];
  const found = useFault(at);
  const [wasLeft, setLeft] = useState(found !== undefined);
  const general = useFaultText(found?.fault, at);
  const said = found && (found.isShown || wasLeft) ? (fault ?? general) : undefined;
  const describedBy = [said && faultId, hint && hintId].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        onBlur: () => setLeft(true),
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(said ? { "aria-invalid": true as const } : {}),
      })}
      {said && (
        <span id={faultId} className={styles.wrong}>
          {said}
        </span>
      )}
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
  at?: string | undefined;
  value: string;
  type?: "text" | "url";
  onChange(value: string): void;
}

export const TextField = ({ label, hint, at, value, type = "text", onChange }: TextFieldProps) => (
  <Field label={label} hint={hint} at={at}>
    {(ids) => <Input {...ids} type={type} value={value} onChange={(_, data) => onChange(data.value)} />}
  </Field>
);

export const LongField = ({ label, hint, at, value, onChange }: TextFieldProps) => (
  <Field label={label} hint={hint} at={at}>
    {(ids) => (
      <Textarea {...ids} resize="vertical" value={value} onChange={(_, data) => onChange(data.value)} />
    )}
  </Field>
);

interface LinesFieldProps {
  label: string;
  hint?: string | undefined;
  at?: string | undefined;
  lines: readonly string[];
  onChange(lines: string[]): void;
}

/** Empty lines may stand while somebody writes; they are dropped when it is saved. */
export const LinesField = ({ label, hint, at, lines, onChange }: LinesFieldProps) => (
  <LongField
    label={label}
    hint={hint}
    at={at}
    value={lines.join("\n")}
    onChange={(text) => onChange(text.split("\n"))}
  />
);

interface ChoiceFieldProps<Value extends string> {
  label: string;
  hint?: string | undefined;
  at?: string | undefined;
  value: Value;
  words: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
}

export const ChoiceField = <Value extends string>(props: ChoiceFieldProps<Value>) => (
  <Field label={props.label} hint={props.hint} at={props.at}>
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
