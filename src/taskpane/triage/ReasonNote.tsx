/** An optional reason and note, folded away: they go with the next verdict. */
import { makeStyles, Textarea, ToggleButton, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { isOfCorrections, reasons } from "../../triage/verdict.ts";
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
  /** The model was right, or said nothing: what it may have got wrong is no reason then. */
  isNoCorrection?: boolean;
  onNote(words: Noting): void;
  /** A way to send it off, where no verdict takes it along. */
  children?: ReactNode;
}

export function ReasonNote({ said, isNoCorrection = false, onNote, children }: ReasonNoteProps) {
  const styles = useStyles();
  const { t } = useWords();
  const hint = useId();
  const offered = reasons.filter(
    (reason) => !isNoCorrection || !isOfCorrections(reason) || said.reason === reason,
  );
  return (
    <Folded isQuiet summary={t.addReason} startsOpen={said.reason !== undefined || said.note !== undefined}>
      <fieldset aria-label={t.reason} className={styles.reasons}>
        {offered.map((reason) => (
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
