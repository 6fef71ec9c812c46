/** A message sent to another department, and fetched back: each its own entry, one after the other. */
import { type Step, stay } from "./next.ts";
import type { Asking, Press, TriageState } from "./state.ts";

export function moved(state: TriageState, asking: Asking, event: Press & { to: string }): Step {
  const { messageRef, predictionId, departmentId, opening } = asking.question;
  const request = { moveId: event.id, messageRef, toDepartmentId: event.to, decidedAt: event.at };
  return {
    state: { ...state, screen: { kind: "moved", asking, to: event.to, moveId: event.id, isStored: false } },
    commands: [
      {
        type: "store",
        entry: {
          lane: messageRef,
          predictionId,
          departmentId,
          ...(opening ? { opening } : {}),
          delivery: { kind: "move", request },
        },
      },
    ],
  };
}

/** The move's id is what the API calls the opening there; it is asked about again once it is back. */
export function movedBack(state: TriageState, event: Press): Step {
  const { screen, generation, fingerprint } = state;
  if (screen.kind !== "moved" || screen.backId !== undefined) return stay(state);
  if (event.generation !== generation || event.current !== fingerprint) return stay(state);
  const { messageRef, departmentId } = screen.asking.question;
  const request = { moveId: event.id, messageRef, toDepartmentId: departmentId, decidedAt: event.at };
  return {
    state: { ...state, screen: { ...screen, backId: event.id } },
    commands: [
      {
        type: "store",
        entry: {
          lane: messageRef,
          predictionId: screen.moveId,
          departmentId: screen.to,
          delivery: { kind: "move", request },
        },
      },
    ],
  };
}
