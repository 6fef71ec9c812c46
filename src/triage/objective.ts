/** What a department agreed to reach: a KPI with target, owner and rhythm, its versions, and what the evidence says of it. */
import { type Static, Type } from "typebox";
import { Priority } from "./taxonomy.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Day = Type.String({ format: "date" });
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Minutes an objective can promise, around the clock: the counters know exactly these. */
export const triageMinutes = [5, 15, 30, 60, 120, 240, 480, 720, 1_440, 2_880, 4_320, 10_080] as const;
export type TriageMinutes = (typeof triageMinutes)[number];
const TriageMinutes = Type.Unsafe<TriageMinutes>(
  Type.Union(triageMinutes.map((minutes) => Type.Literal(minutes))),
);

/**
 * The share that is promised; what a formula cannot be narrowed to, it does not take. A category or priority means the
 * one that staff held right.
 */
export const Formula = Type.Union([
  /** of blind checks: the category was right */
  Type.Object({ kind: Type.Literal("category"), category: Type.Optional(Slug) }, strict),
  /** of blind checks: the priority was right */
  Type.Object({ kind: Type.Literal("priority"), priority: Type.Optional(Priority) }, strict),
  /** of blind checks: category and priority were right */
  Type.Object({ kind: Type.Literal("both") }, strict),
  /** of blind checks of what staff called urgent: the model had called it so too */
  Type.Object({ kind: Type.Literal("urgentRecall") }, strict),
  /** of all opened mail: answered within so many minutes after it was received */
  Type.Object(
    { kind: Type.Literal("triagedWithin"), minutes: TriageMinutes, priority: Type.Optional(Priority) },
    strict,
  ),
  /** of all verdicts: given with one press, and left so */
  Type.Object({ kind: Type.Literal("onePress"), category: Type.Optional(Slug) }, strict),
  /** measured elsewhere, for example satisfaction: k of n as posted */
  Type.Object(
    {
      kind: Type.Literal("imported"),
      kpi: Slug,
      better: Type.Union([Type.Literal("higher"), Type.Literal("lower")]),
    },
    strict,
  ),
]);
export type Formula = Static<typeof Formula>;

/** What is agreed. Nothing here says how it stands: that is computed. */
export const ObjectiveTerms = Type.Object(
  {
    formula: Formula,
    /** a share; 0 and 1 could never be shown to be met */
    target: Type.Number({ minimum: 0.01, maximum: 0.99 }),
    /** who answers for it, in the department's own words */
    owner: Words,
    /** days between two looks; evidence older than this is out of date */
    rhythmDays: Type.Integer({ minimum: 7, maximum: 366 }),
    agreedBy: Words,
    agreedOn: Day,
    /** the share before Concord counted; measured here when absent */
    declaredBaseline: Type.Optional(Part),
  },
  strict,
);
export type ObjectiveTerms = Static<typeof ObjectiveTerms>;

/** PUT /api/departments/{id}/objectives/{objectiveId}: a new objective, or a new version of one. */
export const ObjectiveRequest = Type.Object(
  {
    ...ObjectiveTerms.properties,
    /** the version this was made from; 0 for a new objective */
    basedOn: Count,
  },
  strict,
);
export type ObjectiveRequest = Static<typeof ObjectiveRequest>;

/** POST /api/departments/{id}/objectives/{objectiveId}/withdrawal. Its versions and evidence stay. */
export const WithdrawalRequest = Type.Object(
  { basedOn: Type.Integer({ minimum: 1 }), reason: Type.Optional(Words) },
  strict,
);
export type WithdrawalRequest = Static<typeof WithdrawalRequest>;

const interval = { low: Part, high: Part };

export const ObjectiveState = Type.Union([
  Type.Object({ kind: Type.Union([Type.Literal("met"), Type.Literal("notMet")]), ...interval }),
  Type.Object({
    kind: Type.Literal("notYetKnown"),
    ...interval,
    moreChecks: Type.Union([Count, Type.Literal("tooCloseToCall"), Type.Literal("noEvidence")]),
  }),
  Type.Object({ kind: Type.Literal("outOfDate"), since: EpochMs, ...interval }),
]);
export type ObjectiveState = Static<typeof ObjectiveState>;

/** What should be known beside the figure. */
export const Caveat = Type.Union([
  /** the policy keeps urgent mail out of blind checks, so this cannot be measured */
  Type.Literal("urgentNotAsked"),
  /** nobody is asked blind in this department */
  Type.Literal("blindChecksOff"),
  /** fewer than 60 % of the blind asks were answered */
  Type.Literal("manyUnanswered"),
]);
export type Caveat = Static<typeof Caveat>;

/** How one version stands, from its own evidence. */
export const Standing = Type.Object({
  state: ObjectiveState,
  hits: Count,
  trials: Count,
  /** hits / trials; null without evidence */
  share: orNull(Part),
  /** the arm the checks come from; `all` for mail of every arm, `imported` for figures from elsewhere */
  arm: Type.Union([
    Type.Literal("open"),
    Type.Literal("assisted"),
    Type.Literal("blind"),
    Type.Literal("all"),
    Type.Literal("imported"),
  ]),
  /** evidence counts from here to there, by the moment in which a message was first opened */
  from: EpochMs,
  to: orNull(EpochMs),
  /** the day of the newest evidence */
  lastOn: orNull(Day),
  /** checks in the last four weeks, by week */
  perWeek: Type.Number({ minimum: 0 }),
  /** the fewest checks that could decide anything about this target */
  fewest: orNull(Count),
  caveats: Type.Array(Caveat),
});
export type Standing = Static<typeof Standing>;

/** The share before: measured in the twelve weeks before the agreement, or declared by the department. */
export const Baseline = Type.Union([
  Type.Object({ kind: Type.Literal("measured"), share: Part, trials: Type.Integer({ minimum: 1 }) }),
  Type.Object({ kind: Type.Literal("declared"), share: Part }),
]);
export type Baseline = Static<typeof Baseline>;

export const ObjectiveVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  ...Type.Omit(ObjectiveTerms, ["declaredBaseline"]).properties,
  baseline: orNull(Baseline),
  writtenAt: EpochMs,
  writtenBy: Type.String(),
  standing: Standing,
});
export type ObjectiveVersion = Static<typeof ObjectiveVersion>;

export const Objective = Type.Object({
  id: Uuid,
  ...ObjectiveVersion.properties,
  withdrawn: orNull(Type.Object({ at: EpochMs, by: Type.String(), reason: orNull(Type.String()) })),
});
export type Objective = Static<typeof Objective>;

/** It surely got worse: the evidence since a review against the evidence until then. */
export const Decline = Type.Object({
  before: Part,
  share: Part,
  trials: Type.Integer({ minimum: 1 }),
  /** when the review that found it was closed; null while it is what came in since the last one */
  foundAt: orNull(EpochMs),
});
export type Decline = Static<typeof Decline>;

/** GET /api/departments/{id}/objectives: those agreed now, then those withdrawn. */
export const Objectives = Type.Object({
  departmentId: Slug,
  objectives: Type.Array(Type.Object({ ...Objective.properties, decline: Type.Optional(orNull(Decline)) })),
  computedAt: EpochMs,
});
export type Objectives = Static<typeof Objectives>;

/** GET /api/departments/{id}/objectives/{objectiveId}: all versions, newest first, each with its own evidence. */
export const ObjectiveHistory = Type.Object({
  id: Uuid,
  versions: Type.Array(ObjectiveVersion),
  computedAt: EpochMs,
});
export type ObjectiveHistory = Static<typeof ObjectiveHistory>;
