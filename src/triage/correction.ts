/** Corrections as a lead sees them: what was predicted, what was said, why; never the mail, never who. */
import { type Static, Type } from "typebox";
import { ReceiptState } from "./receipt.ts";
import { Priority } from "./taxonomy.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";
import { Reason } from "./verdict.ts";

const Count = Type.Integer({ minimum: 0 });
const Call = Type.Object({ category: Slug, priority: Priority });

export const Correction = Type.Object({
  predictionId: Uuid,
  feedbackId: Uuid,
  at: EpochMs,
  predicted: Call,
  said: Call,
  modelVersion: Type.String(),
  reason: Type.Optional(Reason),
  /** the author's own words */
  note: Type.Optional(Type.String()),
  state: ReceiptState,
  learnedIn: Type.Optional(Type.String()),
  now: Type.Optional(Type.Union([Type.Literal("right"), Type.Literal("wrong")])),
  declinedBecause: Type.Optional(Type.String()),
  /** the message can be opened by who has access to the shared mailbox */
  hasMessage: Type.Boolean(),
});
export type Correction = Static<typeof Correction>;

export const CorrectionQuery = Type.Object(
  {
    /** `waiting`: not yet learned and not declined, whether somebody looked at it or not */
    state: Type.Optional(Type.Union([ReceiptState, Type.Literal("waiting")])),
    /** the evidence behind one confused pair */
    predicted: Type.Optional(Slug),
    said: Type.Optional(Slug),
    /** older than this moment: the next page */
    before: Type.Optional(EpochMs),
  },
  { additionalProperties: false },
);
export type CorrectionQuery = Static<typeof CorrectionQuery>;

/** GET /api/departments/{id}/corrections: newest first, at most 50. */
export const Corrections = Type.Object({
  departmentId: Slug,
  corrections: Type.Array(Correction, { maxItems: 50 }),
  /** over all corrections of the department, whatever was asked for */
  counts: Type.Object({ received: Count, accepted: Count, declined: Count, learned: Count }),
  hasMore: Type.Boolean(),
});
export type Corrections = Static<typeof Corrections>;

/** PUT /api/departments/{id}/corrections/{predictionId}. */
export const CorrectionDecision = Type.Object(
  {
    /** the wording that was looked at; refused when another has replaced it */
    feedbackId: Uuid,
    decision: Type.Union([Type.Literal("accept"), Type.Literal("decline")]),
    /** told to the author; needed to decline */
    because: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  },
  { additionalProperties: false },
);
export type CorrectionDecision = Static<typeof CorrectionDecision>;

/** GET /api/departments/{id}/corrections/{predictionId}/message: for Outlook, which asks the mailbox whether one may. */
export const MessageReference = Type.Object({ itemId: Type.String() });
export type MessageReference = Static<typeof MessageReference>;
