/** What the stored rows of one message mean: its feedback in the alignment's words, and whose verdicts stand. */
import type { FeedbackRow } from "../../alignment/contribution.ts";
import type { Verdict } from "../../triage/verdict.ts";
import type { StoredFeedback } from "./schema.ts";

/** One stay of a message in a department: it ends when the message moves away, and a return begins another. */
export interface Stay {
  rows: FeedbackRow[];
  /** when it was first opened here: the day and week in which it counts */
  openedAt: number;
  /** the prediction of every person who opened it, in order */
  openings: StoredFeedback[];
  /** the newest wording of each verdict that was not undone, first verdicts first */
  standing: StoredFeedback[];
  /** the first wording of each of these, by its prediction */
  firsts: Map<string, StoredFeedback>;
  wasShown: boolean;
  /** somebody has answered, even if it was taken back: a blind prediction is told from then on */
  wasAnswered: boolean;
  hasMoved: boolean;
}

const newStay = (openedAt: number): Stay => ({
  rows: [],
  openedAt,
  openings: [],
  standing: [],
  firsts: new Map(),
  wasShown: false,
  wasAnswered: false,
  hasMoved: false,
});

/** All stays of one message, from its rows in stored order. */
export function staysOf(stored: readonly StoredFeedback[]): Stay[] {
  const stays: Stay[] = [];
  const takenBack = new Set<string>();
  for (const row of stored) {
    let stay = stays.at(-1);
    if (row.event === "opened" && (!stay || stay.hasMoved)) {
      stay = newStay(row.happened_at);
      stays.push(stay);
    }
    if (row.event === "undone") takenBack.add(row.feedback_id!);
    if (stay && !stay.hasMoved) add(stay, row, takenBack);
  }
  return stays;
}

export const lastStay = (stored: readonly StoredFeedback[]): Stay | undefined => staysOf(stored).at(-1);

function add(stay: Stay, row: StoredFeedback, takenBack: ReadonlySet<string>): void {
  const base = { department: row.department, message: row.message_key, prediction: row.prediction_id };
  switch (row.event) {
    case "opened":
      stay.openings.push(row);
      stay.rows.push({
        ...base,
        event: "opened",
        arm: row.arm,
        predicted: predictedOf(row),
        modelVersion: row.model_version,
      });
      return;
    case "shown":
      stay.wasShown = true;
      stay.rows.push({ ...base, event: "shown" });
      return;
    case "verdict":
      answer(stay, row, takenBack.has(row.feedback_id!));
      return;
    case "undone":
      takeBack(stay, row);
      return;
    case "retracted":
      stay.hasMoved = true;
      stay.rows.push({ ...base, event: "retracted" });
  }
}

const standingAt = (stay: Stay, row: StoredFeedback) =>
  stay.standing.findIndex((verdict) => verdict.prediction_id === row.prediction_id);

/** A verdict whose undo came first is taken back on arrival, unless a newer one stands: then it says nothing. */
function answer(stay: Stay, row: StoredFeedback, isTakenBack: boolean): void {
  const at = standingAt(stay, row);
  if (isTakenBack && at >= 0) return;
  const base = { department: row.department, message: row.message_key, prediction: row.prediction_id };
  stay.wasAnswered = true;
  stay.rows.push({ ...base, event: "verdict", said: saidOf(row) });
  if (isTakenBack) stay.rows.push({ ...base, event: "undone" });
  else if (at >= 0) stay.standing[at] = row;
  else {
    stay.standing.push(row);
    stay.firsts.set(row.prediction_id, row);
  }
}

/** An undo names the wording it takes back; when that is no longer the newest, nothing changes. */
function takeBack(stay: Stay, row: StoredFeedback): void {
  const at = standingAt(stay, row);
  if (stay.standing[at]?.feedback_id !== row.feedback_id) return;
  stay.standing.splice(at, 1);
  stay.firsts.delete(row.prediction_id);
  stay.rows.push({
    department: row.department,
    message: row.message_key,
    prediction: row.prediction_id,
    event: "undone",
  });
}

/** A newer wording of the same verdict: other words beside it, or none. */
export const saysTheSame = (
  a: Pick<StoredFeedback, "kind" | "category" | "priority">,
  b: Pick<StoredFeedback, "kind" | "category" | "priority">,
): boolean => a.kind === b.kind && a.category === b.category && a.priority === b.priority;

export const predictedOf = (row: Pick<StoredFeedback, "predicted_category" | "predicted_priority">) =>
  row.predicted_category !== null && row.predicted_priority !== null
    ? { category: row.predicted_category, priority: row.predicted_priority }
    : null;

export const saidOf = (row: Pick<StoredFeedback, "kind" | "category" | "priority">): Verdict =>
  row.kind === "holds"
    ? { kind: "holds", category: row.category!, priority: row.priority! }
    : { kind: "unsure" };
