/** Every key of the pane, shown when asked for. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../words.tsx";
import { KeyCap } from "./KeyCap.tsx";
import { otherKeys, priorityKeys } from "./shortcuts.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: "6px 12px",
    margin: 0,
    padding: "12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  keys: { display: "flex", gap: "2px" },
  does: { margin: 0 },
});

export function KeyHelp() {
  const styles = useStyles();
  const { t } = useWords();
  const rows: [string[], string][] = [
    [["Enter"], t.keyHelp.confirm],
    [["1", "…", "9"], t.keyHelp.choices],
    [Object.values(priorityKeys), t.keyHelp.priority],
    [[otherKeys.unsure], t.keyHelp.unsure],
    [[otherKeys.more], t.keyHelp.more],
    [[otherKeys.undo], t.keyHelp.undo],
    [[otherKeys.help], t.keyHelp.help],
  ];
  return (
    <section aria-label={t.keys}>
      <dl className={styles.list}>
        {rows.map(([keys, does]) => (
          <KeyRow key={does} keys={keys} does={does} />
        ))}
      </dl>
    </section>
  );
}

function KeyRow({ keys, does }: { keys: string[]; does: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.keys}>
        {keys.map((key) => (
          <KeyCap key={key} name={key} isSpoken />
        ))}
      </dt>
      <dd className={styles.does}>{does}</dd>
    </>
  );
}
