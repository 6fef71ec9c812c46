/** The message open in Outlook, as far as it leaves the mailbox: keyed hashes, never text unless the policy says so. */
import { type Static, Type } from "typebox";
import { Digest, EpochMs, Slug, Uuid } from "./text.ts";

/**
 * What the pane sends to say which message it means: SHA-256 of the mailbox address (lower case), a line feed
 * and the internet message id. The API never stores it.
 */
export const MessageRef = Digest;
export type MessageRef = Static<typeof MessageRef>;

/** What the API stores instead: HMAC-SHA-256 of department and messageRef under the tenant's key. */
export const MessageKey = Digest;
export type MessageKey = Static<typeof MessageKey>;

/** Which key features were hashed under: sent along by whoever was told one. */
export const FeatureKeyId = Type.String({ pattern: "^[A-Za-z0-9_-]{12}$" });

/** Hashed features of one kind: ascending bucket numbers and how often each was seen. */
export const Block = Type.Object(
  {
    ids: Type.Array(Type.Integer({ minimum: 0, maximum: 65_535 }), { maxItems: 16_384 }),
    counts: Type.Array(Type.Integer({ minimum: 1, maximum: 65_535 }), { maxItems: 16_384 }),
  },
  { additionalProperties: false },
);
export type Block = Static<typeof Block>;

/** A message as the classifier sees it; made in the pane by `classifier/features`. */
export const Features = Type.Object(
  {
    scheme: Type.Literal("c1"),
    words: Block,
    chars: Block,
    subject: Block,
    sender: Block,
    marks: Type.Optional(Block),
    pairs: Type.Optional(Block),
  },
  { additionalProperties: false },
);
export type Features = Static<typeof Features>;

/** Sent instead of features only where the department's policy says `sending: "text"`. */
export const MessageText = Type.Object(
  {
    subject: Type.String({ maxLength: 1_000 }),
    body: Type.String({ maxLength: 100_000 }),
    sender: Type.Optional(Type.String({ maxLength: 320 })),
  },
  { additionalProperties: false },
);
export type MessageText = Static<typeof MessageText>;

/** POST /api/predictions: a message was opened; what does the model say of it? */
export const PredictionRequest = Type.Object(
  {
    /** Made by the pane; the API answers with an earlier id when it knows the message already. */
    predictionId: Uuid,
    departmentId: Slug,
    messageRef: MessageRef,
    features: Type.Optional(Features),
    /** Of the features' key, as told with it; features of another key are refused. */
    featureKeyId: Type.Optional(FeatureKeyId),
    text: Type.Optional(MessageText),
    /** False when only the subject could be read. */
    bodyRead: Type.Boolean(),
    receivedAt: Type.Optional(EpochMs),
    openedAt: EpochMs,
    /** True when the pane was offline and the person answered without seeing any prediction. */
    unseen: Type.Optional(Type.Boolean()),
    /** One of many selected together: refused when it is to be looked at by itself, and then nothing is stored. */
    batch: Type.Optional(Type.Literal(true)),
    /** The model version whose prediction the pane made and showed by itself, while the API was out of reach. */
    offlineVersion: Type.Optional(Type.String({ pattern: "^v[0-9]{1,9}$" })),
  },
  { additionalProperties: false },
);
export type PredictionRequest = Static<typeof PredictionRequest>;
