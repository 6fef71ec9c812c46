/** From an opening to the rows of feedback that belong to it: every row carries its arm and what was predicted. */
import type { Prediction } from "../../triage/prediction.ts";
import type { Outcome } from "../../triage/verdict.ts";
import { predictedOf, saidOf } from "../store/history.ts";
import type { NewFeedback } from "../store/messages.ts";
import type { OpeningRow, StoredFeedback } from "../store/schema.ts";

/** Parsed once for each row in memory, and put in words once. */
const predictions = new WeakMap<object, Prediction | null>();
const texts = new WeakMap<Prediction, string>();

export function noting(opening: Pick<OpeningRow, "prediction">, prediction: Prediction | null): void {
  predictions.set(opening, prediction);
  if (prediction && opening.prediction !== null) texts.set(prediction, opening.prediction);
}

export function predictionIn(opening: Pick<OpeningRow, "prediction">): Prediction | null {
  const known = predictions.get(opening);
  if (known !== undefined) return known;
  const prediction = opening.prediction === null ? null : (JSON.parse(opening.prediction) as Prediction);
  noting(opening, prediction);
  return prediction;
}

/** The JSON of a prediction: the one it was stored as, where it is known. */
export const textOf = (prediction: Prediction): string => texts.get(prediction) ?? JSON.stringify(prediction);

export function rowFor(
  opening: OpeningRow,
  event: StoredFeedback["event"],
  said: Partial<NewFeedback> & { happened_at: number; stored_at: number },
): NewFeedback {
  const prediction = predictionIn(opening);
  const row: NewFeedback = {
    department: opening.department,
    message_key: opening.message_key,
    event,
    feedback_id: null,
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
    kind: null,
    category: null,
    priority: null,
    reason: null,
    note: null,
    presses: null,
    handling_ms: null,
    to_department: null,
    received_at: opening.received_at,
    happened_at: 0,
    stored_at: 0,
  };
  return Object.assign(row, said);
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
