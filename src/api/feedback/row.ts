/** From an opening to the rows of feedback that belong to it: every row carries its arm and what was predicted. */
import type { Prediction } from "../../triage/prediction.ts";
import type { Outcome } from "../../triage/verdict.ts";
import { predictedOf, saidOf } from "../store/history.ts";
import type { NewFeedback } from "../store/messages.ts";
import type { OpeningRow, StoredFeedback } from "../store/schema.ts";

const nothingSaid = {
  feedback_id: null,
  kind: null,
  category: null,
  priority: null,
  reason: null,
  note: null,
  presses: null,
  handling_ms: null,
  to_department: null,
} as const;

/** Parsed once for each row in memory. */
const predictions = new WeakMap<object, Prediction | null>();

export const noting = (opening: OpeningRow, prediction: Prediction | null): void =>
  void predictions.set(opening, prediction);

export function predictionIn(opening: Pick<OpeningRow, "prediction">): Prediction | null {
  const known = predictions.get(opening);
  if (known !== undefined) return known;
  const prediction = opening.prediction === null ? null : (JSON.parse(opening.prediction) as Prediction);
  predictions.set(opening, prediction);
  return prediction;
}

export function rowFor(
  opening: OpeningRow,
  event: StoredFeedback["event"],
  said: Partial<NewFeedback> & { happened_at: number; stored_at: number },
): NewFeedback {
  const prediction = predictionIn(opening);
  return {
    ...nothingSaid,
    department: opening.department,
    message_key: opening.message_key,
    event,
    prediction_id: opening.prediction_id,
    person: opening.person,
    arm: opening.arm,
    blind_share: opening.blind_share,
    ask_skipped: opening.ask_skipped,
    model_version: opening.model_version,
    taxonomy_version: opening.taxonomy_version,
    predicted_category: prediction?.categories[0]?.category ?? null,
    predicted_priority: prediction?.priorities[0]?.priority ?? null,
    confidence: prediction?.categories[0]?.probability ?? null,
    received_at: opening.received_at,
    ...said,
  };
}

/** What a verdict is, seen against the prediction it was given for. */
export function outcomeOf(row: NewFeedback): Outcome {
  const predicted = predictedOf(row);
  const said = saidOf(row);
  if (!predicted) return "unpredicted";
  if (said.kind === "unsure") return "unsure";
  return said.category === predicted.category && said.priority === predicted.priority
    ? "confirmed"
    : "corrected";
}
