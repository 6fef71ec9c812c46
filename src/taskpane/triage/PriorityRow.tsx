/** The four priorities, one press each; what is picked goes with whichever category is pressed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Priority, priorities } from "../../triage/taxonomy.ts";
import { useWords } from "../words.tsx";
import { PriorityMark } from "./PriorityMark.tsx";
import { priorityKeys } from "./shortcuts.ts";

const useStyles = makeStyles({
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  // Beside it stands what is still to be said, so that the first half of an answer does not push the second away.
  legend: {
    float: "left",
    padding: 0,
    paddingInlineEnd: "8px",
    lineHeight: tokens.lineHeightBase200,
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  hint: {
    minHeight: tokens.lineHeightBase200,
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { clear: "both", display: "flex", flexWrap: "wrap", gap: "4px" },
  pair: { display: "flex", flexGrow: 1, gap: "4px" },
  pill: {
    position: "relative",
    flexGrow: 1,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    minHeight: "30px",
    padding: "2px 3px",
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  picked: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    "@media (forced-colors: active)": { border: "3px solid Highlight" },
  },
  input: { position: "absolute", inset: 0, margin: 0, opacity: 0, cursor: "pointer" },
});

/** Four in a row, or two below two: never three and one. */
const pairs = [priorities.slice(0, 2), priorities.slice(2)];

/** Always the same: browsers remember every name a group of radios ever had. */
const groupName = "concord-priority";

interface PriorityRowProps {
  picked: Priority | undefined;
  /** What is still to be said, where two presses make an answer. */
  hint: string | undefined;
  onPick(priority: Priority): void;
}

export function PriorityRow({ picked, hint, onPick }: PriorityRowProps) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.priority}</legend>
      <div className={styles.hint}>{hint}</div>
      <div className={styles.row}>
        {pairs.map((pair) => (
          <div key={pair[0]} className={styles.pair}>
            {pair.map((priority) => (
              <label
                key={priority}
                className={mergeClasses(styles.pill, picked === priority && styles.picked)}
              >
                <input
                  className={styles.input}
                  type="radio"
                  name={groupName}
                  value={priority}
                  checked={picked === priority}
                  aria-keyshortcuts={priorityKeys[priority]}
                  onChange={() => onPick(priority)}
                />
                <PriorityMark priority={priority} isSmall />
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
