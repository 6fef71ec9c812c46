/** A reason or note that comes to mind right after the verdict: it goes with it as its newest wording. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useWords } from "../words.tsx";
import { noted } from "./noted.ts";
import { ReasonNote } from "./ReasonNote.tsx";
import type { Said } from "./state.ts";

interface LateNoteProps {
  said: Said;
  onSave(said: Said): void;
}

export function LateNote({ said, onSave }: LateNoteProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Said>(said);
  const isNew = draft.reason !== said.reason || (draft.note ?? "").trim() !== (said.note ?? "");
  return (
    <ReasonNote said={draft} onNote={(words) => setDraft(noted(draft, words))}>
      {isNew && (
        <Button size="small" style={{ justifySelf: "start" }} onClick={() => onSave(draft)}>
          {t.saveNote}
        </Button>
      )}
    </ReasonNote>
  );
}
