/** A message sent to another department, and fetched back: each its own entry, one after the other. */
import { type Step, stay } from "./next.ts";
import type { Asking, Press, TriageEvent, TriageState } from "./state.ts";
import { takenBack } from "./undo.ts";

export function moved(state: TriageState, asking: Asking, event: Press & { to: string }): Step {
  const { message, messageRef, predictionId, departmentId, opening } = asking.question;
  const request = { moveId: event.id, messageRef, toDepartmentId: event.to, decidedAt: event.at };
  const { to, id: moveId } = event;
  return {
    state: { ...state, screen: { kind: "moved", message, messageRef, departmentId, asking, to, moveId } },
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

/** By a press on the message that was moved, and only while Outlook still shows it. */
export function movedBack(state: TriageState, event: Press): Step {
  const { screen, generation, fingerprint } = state;
  if (screen.kind !== "moved" || screen.moveId === undefined) return stay(state);
  if (event.generation !== generation || event.current !== fingerprint) return stay(state);
  const { messageRef, departmentId, to, moveId } = screen;
  const move = { lane: messageRef, departmentId, to, moveId };
  return fetchedBack(state, { type: "fetchBack", move, id: event.id, at: event.at });
}

/** The move's id is what the API calls the opening there; what is open is asked about again once it is back. */
export function fetchedBack(state: TriageState, event: Extract<TriageEvent, { type: "fetchBack" }>): Step {
  const { notice: _, ...rest } = state;
  const { screen } = state;
  const { lane, departmentId, to, moveId } = event.move;
  const isOpen = screen.kind === "moved" && screen.moveId === moveId;
  if (isOpen && screen.backId !== undefined) return stay(state);
  const request = { moveId: event.id, messageRef: lane, toDepartmentId: departmentId, decidedAt: event.at };
  return {
    state: isOpen
      ? { ...rest, screen: { ...screen, backId: event.id } }
      : { ...rest, notice: takenBack(event) },
    commands: [
      {
        type: "store",
        entry: {
          lane,
          predictionId: moveId,
          departmentId: to,
          delivery: { kind: "move", request, isBack: true },
        },
      },
    ],
  };
}
