/** What the model says of a message, and how much of it the reader may see yet. */
import { type Static, Type } from "typebox";
import { MessageKey } from "./message.ts";
import { Priority } from "./taxonomy.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";
import { KnownVerdict } from "./verdict.ts";

const Probability = Type.Number({ minimum: 0, maximum: 1 });

/** One hashed feature that spoke for the predicted category; the pane finds its words in the message. */
export const Contribution = Type.Object({
  block: Type.Union([
    Type.Literal("words"),
    Type.Literal("chars"),
    Type.Literal("subject"),
    Type.Literal("sender"),
    Type.Literal("marks"),
    Type.Literal("pairs"),
  ]),
  id: Type.Integer({ minimum: 0, maximum: 65_535 }),
  weight: Type.Number(),
});
export type Contribution = Static<typeof Contribution>;

export const Prediction = Type.Object({
  /** All categories of the taxonomy, most probable first; probabilities sum to 1. */
  categories: Type.Array(Type.Object({ category: Slug, probability: Probability }), { minItems: 1 }),
  /** All four priorities, most probable first; probabilities sum to 1. */
  priorities: Type.Array(Type.Object({ priority: Priority, probability: Probability }), { minItems: 1 }),
  /** The smallest set of categories that holds the right one at the stated level (conformal). */
  likely: Type.Array(Slug),
  modelVersion: Type.String({ minLength: 1, maxLength: 64 }),
  evidence: Type.Array(Contribution, { maxItems: 64 }),
  /** Absent: the built-in model. Or the organisation's own; or the built-in one because that had no answer. */
  by: Type.Optional(Type.Union([Type.Literal("external"), Type.Literal("fallback")])),
});
export type Prediction = Static<typeof Prediction>;

/** How the verdict is asked for; in a batch one press confirms many, which says nothing of each, and is in no agreement. */
export const Arm = Type.Union([
  Type.Literal("open"),
  Type.Literal("assisted"),
  Type.Literal("blind"),
  Type.Literal("batch"),
]);
export type Arm = Static<typeof Arm>;

/** What the reader may see now. In the blind arm the prediction stays in the API until the verdict is stored. */
export const Shown = Type.Union([
  Type.Object({ kind: Type.Literal("prediction"), prediction: Prediction }),
  Type.Object({ kind: Type.Literal("yourCallFirst") }),
  Type.Object({ kind: Type.Literal("modelUnavailable") }),
]);
export type Shown = Static<typeof Shown>;

/** The answer to POST /api/predictions. */
export const Opened = Type.Object({
  predictionId: Uuid,
  departmentId: Slug,
  messageKey: MessageKey,
  taxonomyVersion: Type.Integer({ minimum: 1 }),
  arm: Arm,
  shown: Shown,
  /** The verdict that counts for this message, when there is one. */
  known: Type.Optional(KnownVerdict),
  openedAt: EpochMs,
});
export type Opened = Static<typeof Opened>;
