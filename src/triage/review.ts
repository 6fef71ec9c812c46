/** A dated look at the objectives: evidence made by itself, decisions, forecasts; closed once, and then frozen. */
import { type Static, Type } from "typebox";
import { Confused } from "./agreement.ts";
import { Decline, Formula, ObjectiveState, Standing } from "./objective.ts";
import { ReceiptSummary } from "./receipt.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Day = Type.String({ format: "date" });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const decisionKinds = [
  "keepTarget",
  "changeTarget",
  "retrain",
  "changeTaxonomy",
  "rollBack",
  "changeBlindShare",
  "stop",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];
const DecisionKind = Type.Unsafe<DecisionKind>(Type.Union(decisionKinds.map((kind) => Type.Literal(kind))));

/** PUT /api/departments/{id}/reviews/{reviewId}/decisions/{decisionId}, while the review is open, by staff and leads. */
export const DecisionRequest = Type.Object(
  {
    kind: DecisionKind,
    /** the objective it is about, where it is about one */
    objectiveId: Type.Optional(Uuid),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    owner: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }),
    dueOn: Day,
  },
  strict,
);
export type DecisionRequest = Static<typeof DecisionRequest>;

export const Outcome = Type.Union([Type.Literal("open"), Type.Literal("done"), Type.Literal("dropped")]);
export type Outcome = Static<typeof Outcome>;

/** PUT …/decisions/{decisionId}/outcome, at any time. */
export const OutcomeRequest = Type.Object({ outcome: Outcome }, strict);
export type OutcomeRequest = Static<typeof OutcomeRequest>;

export const Decision = Type.Object({
  id: Uuid,
  ...DecisionRequest.properties,
  outcome: Outcome,
  at: EpochMs,
  by: Type.String(),
});
export type Decision = Static<typeof Decision>;

/** PUT …/forecasts/{objectiveId}: will it be met at the next review? */
export const ForecastRequest = Type.Object({ probability: Part }, strict);
export type ForecastRequest = Static<typeof ForecastRequest>;

export const Forecast = Type.Object({ objectiveId: Uuid, probability: Part, by: Type.String() });
export type Forecast = Static<typeof Forecast>;

const Difference = Type.Number({ minimum: -1, maximum: 1 });

/** The share as it stood at a moment, and what came in since. */
export const Stood = Type.Object({
  share: orNull(Part),
  state: ObjectiveState,
  target: Part,
  /** of the evidence since then, and its difference to the share then; not there in what was frozen before this was told */
  since: Type.Optional(
    Type.Object({
      share: orNull(Part),
      trials: Count,
      low: Difference,
      high: Difference,
      /** all of the interval is on one side of 0 */
      isLikelyReal: Type.Boolean(),
    }),
  ),
});
export type Stood = Static<typeof Stood>;

/** One objective at the review: how it stands, and how it stood at the last one. */
export const ReviewedObjective = Type.Object({
  id: Uuid,
  version: Type.Integer({ minimum: 1 }),
  formula: Formula,
  target: Part,
  owner: Type.String(),
  standing: Standing,
  /** null when it was not there yet */
  last: orNull(Stood),
  /** null when none is known; not there in what was frozen before this was told */
  decline: Type.Optional(orNull(Decline)),
});
export type ReviewedObjective = Static<typeof ReviewedObjective>;

/** What was decided last time, and the share of its objective since. */
export const FollowUp = Type.Object({
  ...Decision.properties,
  /** where it was decided; not there in what was frozen before this was told */
  review: Type.Optional(Uuid),
  /** of its objective, when it was decided and now */
  shareThen: orNull(Part),
  shareNow: orNull(Part),
});
export type FollowUp = Static<typeof FollowUp>;

/** A forecast of the last review, and what came; `met` is null while it is not decided, which is not scored. */
export const Foretold = Type.Object({ ...Forecast.properties, met: orNull(Type.Boolean()) });
export type Foretold = Static<typeof Foretold>;

/** Blind checks of the category, in order: the error rate before and after it changed; null while it is steady. */
export const Drift = Type.Object({
  checks: Count,
  cut: orNull(Type.Object({ before: Part, after: Part, on: Day })),
});
export type Drift = Static<typeof Drift>;

export const ReviewEvidence = Type.Object({
  /** of this time are the figures below */
  from: EpochMs,
  to: EpochMs,
  objectives: Type.Array(ReviewedObjective),
  followUps: Type.Array(FollowUp),
  foretold: Type.Array(Foretold),
  blind: Type.Object({ equal: Count, different: Count, share: orNull(Part), low: Part, high: Part }),
  /** with the share where the prediction was shown; it is not there in what was frozen before this was told */
  gap: Type.Object({
    gap: orNull(Type.Number()),
    low: Type.Number(),
    high: Type.Number(),
    assisted: Type.Optional(orNull(Part)),
  }),
  contested: Type.Array(Confused),
  /** by the category that staff held right, how often they said its definition is unclear */
  unclear: Type.Array(Type.Object({ category: Slug, count: Count })),
  /** of staff, waiting for a decision */
  openProposals: Count,
  drift: Drift,
  /** what became of the corrections given in this time */
  receipts: ReceiptSummary,
  /** trained in this time, oldest first */
  models: Type.Array(
    Type.Object({ version: Count, state: Type.String(), at: EpochMs, publishedAt: orNull(EpochMs) }),
  ),
});
export type ReviewEvidence = Static<typeof ReviewEvidence>;

const head = {
  id: Uuid,
  openedAt: EpochMs,
  /** empty when the rhythm opened it */
  openedBy: Type.String(),
  closedAt: orNull(EpochMs),
  closedBy: Type.String(),
};

/** GET …/reviews/{reviewId}: computed now while it is open, as it was frozen once it is closed. */
export const Review = Type.Object({
  ...head,
  evidence: ReviewEvidence,
  decisions: Type.Array(Decision),
  forecasts: Type.Array(Forecast),
  /** what came of the decisions until now: it goes on after the closing, beside what was frozen */
  outcomes: Type.Array(Type.Object({ decision: Uuid, outcome: Outcome })),
  /** the decisions the reader added, to be taken back by them while it is open */
  own: Type.Array(Uuid),
  /** SHA-256 of what was frozen, hex; null while it is open */
  seal: orNull(Type.String()),
  /** whether what is stored still has this seal */
  isIntact: Type.Boolean(),
});
export type Review = Static<typeof Review>;

/** GET /api/departments/{id}/reviews. */
export const Reviews = Type.Object({
  departmentId: Slug,
  /** newest first */
  reviews: Type.Array(Type.Object({ ...head, decisions: Count })),
  /** the day the next one is due, by the shortest rhythm of what is agreed; null without objectives */
  dueOn: orNull(Day),
  isDue: Type.Boolean(),
  /** how good the forecasts were: the mean squared error, 0 is perfect and 0.25 what "50 %" always gets */
  forecasts: Type.Object({ scored: Count, brier: orNull(Type.Number()) }),
  computedAt: EpochMs,
});
export type Reviews = Static<typeof Reviews>;
