/** What the outbox reports back: stored, or refused; it changes the screen only where the screen speaks of it. */
import type { Prediction } from "../../triage/prediction.ts";
import type { Receipt } from "../../triage/receipt.ts";
import { reopen, type Step, stay } from "./next.ts";
import type { Asking, Command, TriageEvent, TriageState } from "./state.ts";

type DeliveredEvent = Extract<TriageEvent, { type: "delivered" }>;

export function arrived(state: TriageState, { id, delivered }: DeliveredEvent): Step {
  const { screen } = state;
  if (delivered.kind === "receipt" && screen.kind === "answered" && screen.given.feedbackId === id)
    return stored(state, screen, delivered.receipt);
  if (delivered.kind === "moved" && screen.kind === "moved" && `move:${screen.backId}` === id)
    return reopen(state);
  return stay(state);
}

type Answered = Extract<TriageState["screen"], { kind: "answered" }>;

function stored(state: TriageState, screen: Answered, receipt: Receipt): Step {
  const asking = knownTo(screen.asking, receipt.predictionId);
  const said = screen.said ?? receipt.said;
  const { before, ...newest } = screen.given;
  const given = {
    ...newest,
    predictionId: receipt.predictionId,
    isStored: true,
    outcome: receipt.outcome,
  };
  // Other words beside a verdict change nothing in Outlook.
  const label: Command[] =
    given.verdict.kind === "holds" && !before
      ? [
          {
            type: "label",
            fingerprint: state.fingerprint,
            departmentId: asking.question.departmentId,
            category: given.verdict.category,
            how: "add",
          },
        ]
      : [];
  return {
    state: { ...state, screen: { ...screen, asking, given, ...(said ? { said } : {}) } },
    commands: label,
  };
}

/** The API knows the opening now, perhaps under an earlier id. */
function knownTo(asking: Asking, predictionId: string): Asking {
  const { opening: _, ...question } = asking.question;
  return { ...asking, question: { ...question, predictionId } };
}

/** Never quietly: a verdict that cannot be stored takes its "Saved" back. */
export function refusedBy(
  state: TriageState,
  { id, failure }: Extract<TriageEvent, { type: "refused" }>,
): Step {
  const notice = { kind: "refused", failure } as const;
  const { screen } = state;
  if (screen.kind === "answered" && screen.given.feedbackId === id) {
    const { before } = screen.given;
    return stay({ ...state, notice, screen: before ? { ...screen, given: before } : screen.asking });
  }
  if (screen.kind === "moved" && `move:${screen.backId}` === id) {
    const { backId: _, ...there } = screen;
    return stay({ ...state, notice, screen: there });
  }
  if (screen.kind === "moved" && `move:${screen.moveId}` === id) {
    const again = screen.asking ? stay({ ...state, screen: screen.asking }) : reopen(state);
    return { ...again, state: { ...again.state, notice } };
  }
  return stay({ ...state, notice });
}

/** After a blind verdict the prediction has been seen; asking anew cannot hide it again. */
export const unblinded = (asking: Asking, said: Prediction | undefined): Asking =>
  said && asking.kind === "yourCallFirst"
    ? { kind: "predicted", question: asking.question, prediction: said, evidence: [] }
    : asking;
