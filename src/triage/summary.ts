/** A department's counts for a period: states of all opened messages, and each category's. */
import { type Static, Type } from "typebox";
import { Confused, FieldAgreement, WeekAgreement } from "./agreement.ts";
import { Arm } from "./prediction.ts";
import { EpochMs, Slug } from "./text.ts";

const Count = Type.Integer({ minimum: 0 });

/** Silence is not agreement: the states are never mixed. */
export const StateCounts = Type.Object({
  neverShown: Count,
  shown: Count,
  confirmed: Count,
  corrected: Count,
  unsure: Count,
  /** Answered where there was no prediction to agree with. */
  unpredicted: Count,
});
export type StateCounts = Static<typeof StateCounts>;

export const SummaryQuery = Type.Object(
  {
    /** Calendar days, UTC, as 2026-11-23; both inclusive, at most 366; today when absent. */
    from: Type.Optional(Type.String({ format: "date" })),
    to: Type.Optional(Type.String({ format: "date" })),
  },
  { additionalProperties: false },
);
export type SummaryQuery = Static<typeof SummaryQuery>;

/** GET /api/departments/{id}/summary. */
export const Summary = Type.Object({
  departmentId: Slug,
  from: Type.String(),
  to: Type.String(),
  states: StateCounts,
  /** By the category the model predicted; messages without a prediction are left out. */
  categories: Type.Array(Type.Object({ category: Slug, states: StateCounts })),
  /** Verdicts equal to and different from the prediction in both fields, by arm. */
  arms: Type.Array(Type.Object({ arm: Arm, asked: Count, equal: Count, different: Count, unsure: Count })),
  moved: Count,
  /** By field; the open arm has none, for its verdicts select themselves. */
  agreement: Type.Object({ category: FieldAgreement, priority: FieldAgreement, both: FieldAgreement }),
  /** Every week that the period touches, oldest first; days outside the period are left out. */
  weeks: Type.Array(WeekAgreement),
  /** The most confused categories, most often first. */
  confused: Type.Array(Confused, { maxItems: 5 }),
  computedAt: EpochMs,
});
export type Summary = Static<typeof Summary>;
