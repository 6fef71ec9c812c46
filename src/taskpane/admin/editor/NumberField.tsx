/** A number with the limits its schema has: said below it, and said as a fault when it lies outside. */
import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { useWords } from "../../words.tsx";
import { useAdminWords } from "../adminWords.ts";
import { Field } from "../Field.tsx";

/** Of a number in a schema of src/triage. */
export interface Limits {
  type: string;
  minimum: number;
  maximum: number;
}

interface NumberFieldProps {
  label: string;
  hint?: string | undefined;
  at: string;
  /** its part of the shared schema; a number there without limits is a mistake */
  schema: object;
  /** shown times stored: 100 for a share in percent */
  times?: number;
  value: number | undefined;
  /** NaN for what is no number, undefined for nothing at all */
  onChange(value: number | undefined): void;
}

const shownOf = (value: number | undefined, times: number): string =>
  value === undefined || Number.isNaN(value) ? "" : String(Math.round(value * times * 1_000) / 1_000);

export function NumberField({ label, hint, at, schema, times = 1, value, onChange }: NumberFieldProps) {
  const t = useAdminWords();
  const { f } = useWords();
  const { type, minimum, maximum } = schema as Limits;
  const [typed, setTyped] = useState(() => shownOf(value, times));
  const numberOf = (text: string) => (text.trim() === "" ? undefined : Number(text) / times);
  const isAsTyped =
    Object.is(numberOf(typed), value) || (typed.trim() === "" && value !== undefined && Number.isNaN(value));
  const [from, to] = [f.number(minimum * times), f.number(maximum * times)];
  const outside = type === "integer" ? t.editing.outsideWhole(from, to) : t.editing.outside(from, to);
  return (
    <Field
      label={label}
      hint={[t.editing.limits(from, to), hint].filter(Boolean).join(" ")}
      at={at}
      fault={outside}
    >
      {(ids) => (
        <Input
          {...ids}
          type="number"
          min={minimum * times}
          max={maximum * times}
          step={type === "integer" ? 1 : "any"}
          value={isAsTyped ? typed : shownOf(value, times)}
          onChange={(_, data) => {
            setTyped(data.value);
            onChange(numberOf(data.value));
          }}
        />
      )}
    </Field>
  );
}
