/** Words a newcomer may not know: a small button beside where they are first met, and their meanings below it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { type ReactNode, useState } from "react";
import { IconButton } from "../IconButton.tsx";
import { useRoomWords } from "./roomWords.ts";
import type { RoomTexts } from "./words/en.ts";

const useStyles = makeStyles({
  block: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "4px", minWidth: 0, width: "100%" },
  line: { display: "flex", alignItems: "start", justifyContent: "space-between", gap: "4px" },
  said: { minWidth: 0, flexGrow: 1 },
  way: { flexShrink: 0, "@media print": { display: "none" } },
  meanings: {
    display: "grid",
    gap: "6px",
    margin: 0,
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0 },
});

export type Term = keyof RoomTexts["terms"];

interface ExplainedProps {
  terms: readonly Term[];
  children: ReactNode;
}

export function Explained({ terms, children }: ExplainedProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.block}>
      <div className={styles.line}>
        <div className={styles.said}>{children}</div>
        <span className={styles.way}>
          <IconButton
            icon={InfoRegular}
            size={16}
            label={t.explain(terms.map((term) => t.terms[term].name))}
            isOpen={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        </span>
      </div>
      {isOpen && (
        <dl className={styles.meanings}>
          {terms.map((term) => (
            <div key={term}>
              <dt className={styles.term}>{t.terms[term].name}</dt>
              <dd className={styles.meaning}>{t.terms[term].meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
