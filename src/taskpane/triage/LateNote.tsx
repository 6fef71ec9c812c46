/** A reason or note that comes to mind right after the verdict: it goes with it as its newest wording. */
import { Button } from "@fluentui/react-components";
import { useWords } from "../words.tsx";
import type { Noting } from "./noted.ts";
import { ReasonNote } from "./ReasonNote.tsx";
import type { Said } from "./state.ts";

interface LateNoteProps {
  said: Said;
  isNoCorrection: boolean;
  /** It is not a part of the answer yet. */
  isNew: boolean;
  onNote(words: Noting): void;
  onSave(said: Said): void;
}

export function LateNote({ said, isNoCorrection, isNew, onNote, onSave }: LateNoteProps) {
  const { t } = useWords();
  return (
    <ReasonNote said={said} isNoCorrection={isNoCorrection} onNote={onNote}>
      {isNew && (
        <Button size="small" style={{ justifySelf: "start" }} onClick={() => onSave(said)}>
          {t.saveNote}
        </Button>
      )}
    </ReasonNote>
  );
}
