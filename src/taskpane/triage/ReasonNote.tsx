/** An optional reason and note, folded away: they go with the next verdict. */
import { makeStyles, mergeClasses, Textarea, ToggleButton, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";
import { reasons } from "../../triage/verdict.ts";
import { useWords } from "../words.tsx";
import type { Noting } from "./noted.ts";
import type { Said } from "./state.ts";

const useStyles = makeStyles({
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "24px",
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    width: "fit-content",
    padding: "2px 6px 2px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  turn: {
    flexShrink: 0,
    transitionProperty: "transform",
    transitionDuration: tokens.durationFast,
    ":dir(rtl)": { transform: "scaleX(-1)" },
  },
  open: { transform: "rotate(90deg)", ":dir(rtl)": { transform: "rotate(90deg)" } },
  inside: { display: "grid", gap: "8px", paddingTop: "4px" },
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
  const [isOpen, setOpen] = useState(said.reason !== undefined || said.note !== undefined);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {/* Office.js moves the focus itself, over elements it knows: a summary is none of them without this. */}
      <summary className={styles.summary} tabIndex={0}>
        <ChevronRightRegular
          aria-hidden="true"
          fontSize={14}
          className={mergeClasses(styles.turn, isOpen && styles.open)}
        />
        {t.addReason}
      </summary>
      <div className={styles.inside}>
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
      </div>
    </details>
  );
}
