/** One labelled choice of the sandbox's panel, in the plain look of a tool. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useId } from "react";

const useStyles = makeStyles({
  choice: { display: "inline-flex", flexDirection: "column", gap: "3px", minWidth: 0 },
  inline: { flexDirection: "row", alignItems: "center", gap: "6px" },
  label: { fontSize: "11px", color: "#b6c2cf", whiteSpace: "nowrap" },
  select: {
    height: "26px",
    minWidth: 0,
    padding: "0 6px",
    borderRadius: "4px",
    border: "1px solid #55606e",
    backgroundColor: "#1f2630",
    color: "#f2f5f8",
    fontFamily: "inherit",
    fontSize: "12px",
    colorScheme: "dark",
    ":focus-visible": { outline: "2px solid #ffb900", outlineOffset: "1px" },
  },
  // One row holds all of them on a small laptop.
  short: { maxWidth: "148px" },
  changed: { border: "1px solid #ffb900", color: "#ffd77a" },
});

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  isInline?: boolean;
  isChanged?: boolean;
  onChange(value: Value): void;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, choices, isInline, isChanged, onChange } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <span className={mergeClasses(styles.choice, isInline && styles.inline)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={mergeClasses(styles.select, isInline && styles.short, isChanged && styles.changed)}
        value={value}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
