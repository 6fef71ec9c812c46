/** A department's fuller figures: each says what it is made of, and is null where there is nothing to say. */
import { type Static, Type } from "typebox";
import { Reach } from "./administration.ts";
import { EpochMs, LocalText, Slug } from "./text.ts";

const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** hits of trials, with the interval that may be looked at every day */
export const ShareFigure = Type.Object({
  hits: Count,
  trials: Count,
  share: orNull(Part),
  low: Part,
  high: Part,
});
export type ShareFigure = Static<typeof ShareFigure>;

/** From blind checks: these are accuracies. */
export const CategoryFigure = Type.Object({
  category: Type.String(),
  precision: ShareFigure,
  recall: ShareFigure,
  f1: orNull(Part),
  support: Count,
});
export type CategoryFigure = Static<typeof CategoryFigure>;

/** Two categories taken for each other, in either direction, over all arms: never an accuracy. */
export const ConfusedPair = Type.Object({
  first: Type.String(),
  second: Type.String(),
  /** said first where the model had said second, and the other way round */
  firstAsSecond: Count,
  secondAsFirst: Count,
  total: Count,
});
export type ConfusedPair = Static<typeof ConfusedPair>;

/** A department's blind agreement minus that of the rest, with an interval for all departments at once. */
const Gap = Type.Union([
  Type.Object({ kind: Type.Literal("tooFew") }),
  Type.Object({
    kind: Type.Union([Type.Literal("even"), Type.Literal("worse"), Type.Literal("better")]),
    gap: Type.Number(),
    low: Type.Number(),
    high: Type.Number(),
  }),
]);

const Percentiles = Type.Object({ count: Count, median: orNull(Type.Number()), p90: orNull(Type.Number()) });

export const Figures = Type.Object({
  departmentId: Slug,
  /** times, confidence and skipped asks are counted by whole weeks: from the Monday before `from` */
  from: Type.String(),
  to: Type.String(),
  weeksFrom: Type.String(),
  categories: Type.Array(CategoryFigure),
  macroF1: orNull(Part),
  pairs: Type.Array(ConfusedPair, { maxItems: 10 }),
  priority: Type.Object({
    /** quadratic-weighted, with a fixed-time interval; from blind checks */
    kappa: orNull(Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() })),
    /** of the mail that staff, asked blind, called urgent; null when the policy keeps urgent predictions out of checks */
    urgentRecall: orNull(ShareFigure),
    missedUrgent: Count,
    /** verdicts by how many ranks the model was too urgent (above 0) or not urgent enough */
    distances: Type.Array(Type.Object({ ranks: Type.Integer(), count: Count })),
  }),
  /** in milliseconds, within 1 %; null under five people */
  times: orNull(Type.Object({ handling: Percentiles, wait: Percentiles })),
  work: orNull(
    Type.Object({
      onePress: ShareFigure,
      /** staff minutes spent on asked checks */
      askedMinutes: Type.Number(),
      /** null while nobody measured what a message took before */
      savedMinutes: orNull(Type.Number()),
    }),
  ),
  calibration: Type.Object({
    bins: Type.Array(Type.Object({ count: Count, meanConfidence: Part, agreement: Part })),
    error: orNull(Part),
    /** what the error would be by chance alone */
    errorByChance: orNull(Part),
  }),
  /** prediction-powered agreement: for this one look, never the judge of an objective */
  powered: orNull(Type.Object({ estimate: Part, low: Part, high: Part })),
  drift: Type.Object({
    /** error rates before and after the newest change found in blind checks, and when it was noticed (not told by older APIs); null while they are steady */
    errors: orNull(
      Type.Object({ before: Part, after: Part, on: Type.Optional(Type.String({ format: "date" })) }),
    ),
    /** the mix of predicted categories, the last four weeks against the four before */
    mix: orNull(
      Type.Object({
        index: Type.Number(),
        byChance: Type.Number(),
        state: Type.Union([Type.Literal("steady"), Type.Literal("moved"), Type.Literal("changed")]),
      }),
    ),
  }),
  /** two colleagues who both answered blind on one message */
  ceiling: Type.Object({ messages: Count, agreement: orNull(Part), alpha: orNull(Type.Number()) }),
  /** against all compared departments together */
  fairness: Gap,
  /** the other departments, where their policy lets them be compared; a figure is withheld under five people or 30 checks */
  comparison: Type.Array(
    Type.Object({ departmentId: Slug, name: LocalText, figure: orNull(ShareFigure), gap: Gap }),
  ),
  /** people of the department in the last days: who belongs to it, opened mail here, saw a prediction, answered; null under five */
  reach: orNull(Reach),
  skipped: Type.Object({ budget: Count, urgent: Count, unseen: Count }),
  /** breakdowns of people's work need five people */
  fewPeople: Type.Boolean(),
  computedAt: EpochMs,
});
export type Figures = Static<typeof Figures>;
