/** What became of one verdict: received, accepted or declined, learned, and what the model says now. */
import { type Static, Type } from "typebox";
import { Prediction } from "./prediction.ts";
import { Priority } from "./taxonomy.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";
import { KnownVerdict, Outcome } from "./verdict.ts";

export const ReceiptState = Type.Union([
  Type.Literal("received"),
  Type.Literal("accepted"),
  Type.Literal("declined"),
  Type.Literal("learned"),
]);
export type ReceiptState = Static<typeof ReceiptState>;

/** The answer to PUT /api/verdicts: stored, durable. */
export const Receipt = Type.Object({
  feedbackId: Uuid,
  predictionId: Uuid,
  outcome: Outcome,
  state: ReceiptState,
  storedAt: EpochMs,
  /** What the model had said; in the blind arm this is the first time it is told. */
  said: Type.Optional(Prediction),
  /** The verdict that counts for the message, which may be a colleague's earlier one. */
  counts: Type.Optional(KnownVerdict),
});
export type Receipt = Static<typeof Receipt>;

/** The answer to DELETE /api/verdicts. */
export const Undone = Type.Object({
  predictionId: Uuid,
  feedbackId: Uuid,
  storedAt: EpochMs,
  counts: Type.Optional(KnownVerdict),
});
export type Undone = Static<typeof Undone>;

/** One of the person's last verdicts: for undo, and for the line that says what became of it. No mail content. */
export const RecentVerdict = Type.Object({
  feedbackId: Uuid,
  predictionId: Uuid,
  departmentId: Slug,
  outcome: Outcome,
  category: Type.Optional(Slug),
  priority: Type.Optional(Priority),
  state: ReceiptState,
  /** The model version that learned it, and whether it would be right today. */
  learnedIn: Type.Optional(Type.String()),
  now: Type.Optional(Type.Union([Type.Literal("right"), Type.Literal("wrong")])),
  declinedBecause: Type.Optional(Type.String()),
  /** The version that had learned it, and was taken back: it waits for the next one. */
  unlearnedWith: Type.Optional(Type.Integer({ minimum: 1 })),
  at: EpochMs,
});
export type RecentVerdict = Static<typeof RecentVerdict>;

/** "14 corrections: 9 now right, 3 waiting, 2 declined." */
export const ReceiptSummary = Type.Object({
  corrections: Type.Integer({ minimum: 0 }),
  nowRight: Type.Integer({ minimum: 0 }),
  stillWrong: Type.Integer({ minimum: 0 }),
  /** not learned yet */
  waiting: Type.Integer({ minimum: 0 }),
  /** learned, and not asked again since: its features are gone, or many came after it; not told in older summaries */
  notAskedAgain: Type.Optional(Type.Integer({ minimum: 0 })),
  declined: Type.Integer({ minimum: 0 }),
});
export type ReceiptSummary = Static<typeof ReceiptSummary>;
