/** Several selected messages: loaded when somebody selects them, and remembered while the pane lives. */
import { useEffect } from "react";
import type { SelectedItemDetails } from "../../outlook/office.ts";
import type { Me } from "../../triage/department.ts";
import { SectionWords } from "../locales/SectionWords.tsx";
import { useStore } from "../store.ts";
import { Waiting } from "../Waiting.tsx";
import { BatchScreen } from "./BatchScreen.tsx";
import { type Batch, type BatchParts, openBatch } from "./batch.ts";
import { BatchWords, batchSection } from "./batchWords.ts";

const batches = new WeakMap<object, Batch>();

function batchOf(parts: BatchParts): Batch {
  const batch = batches.get(parts) ?? openBatch(parts);
  batches.set(parts, batch);
  return batch;
}

interface BatchRoomProps {
  parts: BatchParts;
  selected: readonly SelectedItemDetails[];
  me: Me | undefined;
}

export function BatchRoom({ parts, selected, me }: BatchRoomProps) {
  const batch = batchOf(parts);
  const state = useStore(batch, batch.state);
  useEffect(() => batch.follow(selected), [batch, selected]);
  const isCurrent = selected.every(({ itemId }) => itemId === undefined || state.ids.includes(itemId));
  return (
    <SectionWords section={batchSection} context={BatchWords} fallback={<Waiting />}>
      {isCurrent ? <BatchScreen state={state} batch={batch} me={me} /> : <Waiting />}
    </SectionWords>
  );
}
