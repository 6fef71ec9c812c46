/** One category of several, or none yet. */
import { Select } from "@fluentui/react-components";
import { LabelledField } from "../../LabelledField.tsx";

interface CategorySelectProps {
  label: string;
  value: string;
  from: readonly string[];
  nameOf(id: string): string;
  onValue(id: string): void;
}

export const CategorySelect = ({ label, value, from, nameOf, onValue }: CategorySelectProps) => (
  <LabelledField label={label}>
    {(id) => (
      <Select id={id} value={value} onChange={(_, chosen) => onValue(chosen.value)}>
        <option value="">–</option>
        {from.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    )}
  </LabelledField>
);
