/** Model versions of a department: what was trained, how it was judged, and what changed with it. */
import { type Static, Type } from "typebox";
import { EpochMs, Slug } from "./text.ts";

const Count = Type.Integer({ minimum: 0 });
const Difference = Type.Number({ minimum: -1, maximum: 1 });

export const ModelState = Type.Union([
  /** trained, waiting for a person to publish it */
  Type.Literal("candidate"),
  /** held back by the update gate */
  Type.Literal("held"),
  Type.Literal("live"),
  Type.Literal("retired"),
  /** left by a rollback */
  Type.Literal("rolledBack"),
]);
export type ModelState = Static<typeof ModelState>;

/** What a version was judged on. */
export const Basis = Type.Union([
  /** blind checks and accepted corrections that neither model had learned */
  Type.Literal("blind"),
  /** too few blind checks yet: all accepted verdicts, each left out of what judges it */
  Type.Literal("verdicts"),
  /** the department has only begun: too few of either */
  Type.Literal("tooFew"),
  /** the categories changed, so that the version before cannot be compared */
  Type.Literal("taxonomy"),
  /** the file of the version before is lost */
  Type.Literal("lost"),
  /** something had to be forgotten; nothing new was learned */
  Type.Literal("forgotten"),
]);
export type Basis = Static<typeof Basis>;

export const GateReason = Type.Union([
  Type.Literal("departmentWorse"),
  Type.Literal("overallWorse"),
  Type.Literal("calibrationWorse"),
  Type.Literal("calibrationUnknown"),
  Type.Literal("noEvidence"),
]);

/** One group of judged verdicts: candidate minus live. */
export const GateGroup = Type.Object({
  group: Type.Union([
    Type.Literal("category"),
    Type.Literal("priority"),
    Type.Literal("corrections"),
    Type.Literal("overall"),
  ]),
  pairs: Count,
  /** right in the candidate only, and in the live version only */
  better: Count,
  worse: Count,
  gain: Difference,
  low: Difference,
  high: Difference,
  state: Type.Union([Type.Literal("tooFew"), Type.Literal("worse"), Type.Literal("fine")]),
});
export type GateGroup = Static<typeof GateGroup>;

export const Judgement = Type.Object({
  basis: Basis,
  passes: Type.Boolean(),
  reasons: Type.Array(GateReason),
  groups: Type.Array(GateGroup),
  /** expected calibration errors of the version before and of this one */
  calibration: Type.Object({
    live: Type.Union([Type.Number(), Type.Null()]),
    candidate: Type.Union([Type.Number(), Type.Null()]),
  }),
});
export type Judgement = Static<typeof Judgement>;

/** Of the newest messages: how many it calls otherwise than the version before, and the commonest of these changes. */
export const ModelChanges = Type.Object({
  messages: Count,
  changed: Count,
  flows: Type.Array(Type.Object({ from: Slug, to: Slug, count: Count }), { maxItems: 5 }),
});
export type ModelChanges = Static<typeof ModelChanges>;

/** Why a version can no longer be put live: it was made for other categories, holds what had to be forgotten, or has no file. */
export const Unreachable = Type.Union([
  Type.Literal("categories"),
  Type.Literal("forgotten"),
  Type.Literal("file"),
]);
export type Unreachable = Static<typeof Unreachable>;

export const ModelVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  state: ModelState,
  trainedAt: EpochMs,
  publishedAt: Type.Optional(EpochMs),
  /** verdicts it learned in all, and beyond the version trained before it */
  examples: Count,
  news: Count,
  judgement: Type.Optional(Judgement),
  changes: Type.Optional(ModelChanges),
  /** it can be published or gone back to */
  isKept: Type.Boolean(),
  /** why not */
  unreachable: Type.Optional(Unreachable),
});
export type ModelVersion = Static<typeof ModelVersion>;

/** GET /api/departments/{id}/models, newest first. */
export const ModelVersions = Type.Object({
  departmentId: Slug,
  /** 0 knows the taxonomy only */
  live: Count,
  versions: Type.Array(ModelVersion),
  /** more is asked blind until then, because the model changed */
  blindRaisedUntil: Type.Optional(EpochMs),
  /** nothing is published by itself until then, because a version was taken back */
  publishingHeldUntil: Type.Optional(EpochMs),
});
export type ModelVersions = Static<typeof ModelVersions>;

/** PUT /api/departments/{id}/models/live: publish a candidate, or go back to an earlier version. */
export const LiveChoice = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type LiveChoice = Static<typeof LiveChoice>;
