/** What a member of staff holds right, and what is known of earlier verdicts on a message. */
import { type Static, Type } from "typebox";
import { fewestMembers, lookedAt, mostMembers } from "./batch.ts";
import { MessageKey, MessageRef } from "./message.ts";
import { Priority } from "./taxonomy.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";

/** The reader's words: what is right, or that it cannot be told. Confirmed or corrected is computed by the API. */
export const Verdict = Type.Union([
  Type.Object(
    { kind: Type.Literal("holds"), category: Slug, priority: Priority },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal("unsure") }, { additionalProperties: false }),
]);
export type Verdict = Static<typeof Verdict>;

/** What the verdict was, seen against the prediction. */
export const Outcome = Type.Union([
  Type.Literal("confirmed"),
  Type.Literal("corrected"),
  Type.Literal("unsure"),
  /** Given where there was no prediction to agree with. */
  Type.Literal("unpredicted"),
]);
export type Outcome = Static<typeof Outcome>;

export const reasons = [
  "wrongTopic",
  "severalTopics",
  "definitionUnclear",
  "missingContext",
  "tooUrgent",
  "notUrgent",
  "other",
] as const;
export const isOfCorrections = (reason: Reason): boolean =>
  reason === "wrongTopic" || reason === "tooUrgent" || reason === "notUrgent";
export const Reason = Type.Union([
  Type.Literal("wrongTopic"),
  Type.Literal("severalTopics"),
  Type.Literal("definitionUnclear"),
  Type.Literal("missingContext"),
  Type.Literal("tooUrgent"),
  Type.Literal("notUrgent"),
  Type.Literal("other"),
]);
export type Reason = Static<typeof Reason>;

/** How many were confirmed by this one press, and how many of them had been opened first. */
export const GroupSize = Type.Object(
  {
    members: Type.Integer({ minimum: fewestMembers, maximum: mostMembers }),
    opened: Type.Integer({ minimum: lookedAt, maximum: mostMembers }),
  },
  { additionalProperties: false },
);
export type GroupSize = Static<typeof GroupSize>;

/** PUT /api/verdicts/{predictionId}. */
export const VerdictRequest = Type.Object(
  {
    /** This revision's id. The same id with the same content is the same verdict, delivered again. */
    feedbackId: Uuid,
    /** The message the verdict was given for; refused when the prediction belongs to another one. */
    messageRef: MessageRef,
    verdict: Verdict,
    reason: Type.Optional(Reason),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
    /** Presses it took: 1 for a shown choice. */
    presses: Type.Integer({ minimum: 1, maximum: 1_000 }),
    /** From the prediction (or the blind question) on screen to the verdict. */
    handlingMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    decidedAt: EpochMs,
    /** Outlook's id of a message in a shared mailbox of the department; kept encrypted where the policy says so, else not at all. */
    itemId: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
    /** Present exactly when the message was opened as one of many. */
    batch: Type.Optional(GroupSize),
  },
  { additionalProperties: false },
);
export type VerdictRequest = Static<typeof VerdictRequest>;

/** DELETE /api/verdicts/{predictionId}: names the revision taken back, so that a late repeat undoes nothing else. */
export const UndoQuery = Type.Object({ feedbackId: Uuid }, { additionalProperties: false });
export type UndoQuery = Static<typeof UndoQuery>;

/** What a verdict took and the words that went with it: its author may change the words, and nothing else. */
export const Wording = Type.Object({
  reason: Type.Optional(Reason),
  note: Type.Optional(Type.String()),
  presses: Type.Integer({ minimum: 1 }),
  handlingMs: Type.Integer({ minimum: 0 }),
});
export type Wording = Static<typeof Wording>;

/** The verdict that counts for a message. */
export const KnownVerdict = Type.Object({
  feedbackId: Uuid,
  predictionId: Uuid,
  verdict: Verdict,
  outcome: Outcome,
  by: Type.Union([
    Type.Object({ kind: Type.Literal("you") }),
    Type.Object({ kind: Type.Literal("colleague"), name: Type.String() }),
  ]),
  at: EpochMs,
  /** Only to its author, and only of what was answered by itself. */
  wording: Type.Optional(Wording),
});
export type KnownVerdict = Static<typeof KnownVerdict>;

/** GET /api/messages/{messageKey}: what is known of a message in a department. */
export const MessageState = Type.Union([
  Type.Literal("neverShown"),
  Type.Literal("shown"),
  Type.Literal("confirmed"),
  Type.Literal("corrected"),
  Type.Literal("unsure"),
  Type.Literal("unpredicted"),
]);
export type MessageState = Static<typeof MessageState>;

export const KnownMessage = Type.Object({
  messageKey: MessageKey,
  departmentId: Slug,
  state: MessageState,
  known: Type.Optional(KnownVerdict),
});
export type KnownMessage = Static<typeof KnownMessage>;
