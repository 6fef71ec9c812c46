/** Everything that can be made to go wrong, in groups. */
import { makeStyles } from "@fluentui/react-components";
import { type Faults, faultChoices, noFaults } from "../../faults.ts";
import { Choice } from "./Choice.tsx";
import { choiceLabel, faultGroups, faultLabels } from "./faultLabels.ts";

const useStyles = makeStyles({
  groups: { display: "flex", flexWrap: "wrap", gap: "12px 28px", padding: "10px 16px 14px" },
  group: { display: "grid", gap: "6px", alignContent: "start", border: "none", margin: 0, padding: 0 },
  title: { padding: 0, fontSize: "11px", fontWeight: 600, color: "#ffb900", letterSpacing: "0.04em" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export function FaultPanel({
  faults,
  onChange,
}: {
  faults: Faults;
  onChange(change: Partial<Faults>): void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {faultGroups.map(({ title, names }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.title}>{title}</legend>
          <div className={styles.row}>
            {names.map((name) => (
              <FaultChoice key={name} name={name} faults={faults} onChange={onChange} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

interface FaultChoiceProps {
  name: keyof Faults;
  faults: Faults;
  onChange(change: Partial<Faults>): void;
}

function FaultChoice({ name, faults, onChange }: FaultChoiceProps) {
  const values: readonly Faults[keyof Faults][] = [...new Set([...faultChoices[name], faults[name]])];
  return (
    <Choice
      label={faultLabels[name]}
      value={String(faults[name])}
      isChanged={faults[name] !== noFaults[name]}
      choices={values.map((value) => ({ value: String(value), label: choiceLabel(name, value) }))}
      onChange={(text) => onChange({ [name]: values.find((value) => String(value) === text) })}
    />
  );
}
