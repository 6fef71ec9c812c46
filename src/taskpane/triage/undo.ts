/** Takes a verdict back: the open message is asked about again, any other quietly loses it. */
import { unblinded } from "./arrivals.ts";
import type { Step } from "./next.ts";
import type { Command, TriageEvent, TriageState } from "./state.ts";

type UndoEvent = Extract<TriageEvent, { type: "undo" }>;

export function undone(state: TriageState, event: UndoEvent): Step {
  const { screen } = state;
  const { notice: _, ...rest } = state;
  const isOpen = screen.kind === "answered" && screen.given.feedbackId === event.feedbackId;
  if (!isOpen)
    return {
      state: { ...rest, notice: takenBack(event) },
      commands: [take(event, event.lane ?? event.predictionId, event.predictionId, event.departmentId)],
    };
  const { asking, given, said } = screen;
  const again = unblinded(asking, said);
  const { reason, note } = asking.question.draft;
  const draft = { presses: 0, ...(reason ? { reason } : {}), ...(note ? { note } : {}) };
  const { messageRef, departmentId } = asking.question;
  const unlabel: Command[] =
    given.isStored && given.verdict.kind === "holds"
      ? [
          {
            type: "label",
            fingerprint: state.fingerprint,
            departmentId,
            category: given.verdict.category,
            how: "remove",
          },
        ]
      : [];
  return {
    state: { ...rest, screen: { ...again, question: { ...again.question, shownAt: event.at, draft } } },
    commands: [take(event, messageRef, given.predictionId, departmentId), ...unlabel],
  };
}

export const takenBack = ({ subject, isLabelled = false }: Pick<UndoEvent, "subject" | "isLabelled">) =>
  ({ kind: "takenBack", isLabelled, ...(subject === undefined ? {} : { subject }) }) as const;

const take = (
  { feedbackId }: UndoEvent,
  lane: string,
  predictionId: string,
  departmentId: string,
): Command => ({
  type: "store",
  entry: { lane, predictionId, departmentId, delivery: { kind: "undo", feedbackId } },
});
