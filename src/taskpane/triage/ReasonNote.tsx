/** An optional reason and note, folded away: they go with the next verdict. */
import { makeStyles, Textarea, ToggleButton, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { reasons } from "../../triage/verdict.ts";
import { Folded } from "../Folded.tsx";
import { useWords } from "../words.tsx";
import type { Noting } from "./noted.ts";
import type { Said } from "./state.ts";

const useStyles = makeStyles({
  reasons: { display: "flex", flexWrap: "wrap", gap: "4px", border: 0, margin: 0, padding: 0, minWidth: 0 },
  reason: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface ReasonNoteProps {
  said: Said;
  onNote(words: Noting): void;
  /** A way to send it off, where no verdict takes it along. */
  children?: ReactNode;
}

export function ReasonNote({ said, onNote, children }: ReasonNoteProps) {
  const styles = useStyles();
  const { t } = useWords();
  const hint = useId();
  return (
    <Folded isQuiet summary={t.addReason} startsOpen={said.reason !== undefined || said.note !== undefined}>
      <fieldset aria-label={t.reason} className={styles.reasons}>
        {reasons.map((reason) => (
          <ToggleButton
            key={reason}
            size="small"
            className={styles.reason}
            checked={said.reason === reason}
            onClick={() => onNote({ reason: said.reason === reason ? undefined : reason })}
          >
            {t.reasons[reason]}
          </ToggleButton>
        ))}
      </fieldset>
      <Textarea
        aria-label={t.note}
        aria-describedby={hint}
        placeholder={t.note}
        maxLength={1_000}
        value={said.note ?? ""}
        onChange={(_, { value }) => onNote({ note: value })}
        resize="vertical"
      />
      <div id={hint} className={styles.hint}>
        {t.noteHint}
      </div>
      {children}
    </Folded>
  );
}
