/** What a person may ask for: what is kept about them, and that it is deleted. */
import { type Static, Type } from "typebox";
import { EpochMs, Guid, isGuid, LocalText, Slug, Uuid } from "./text.ts";

/** The object id of an account in the directory. */
export const AccountId = Guid;
export type AccountId = Static<typeof AccountId>;

export const isAccountId = isGuid;

const Words = Type.Array(Type.String({ minLength: 2, maxLength: 200, pattern: "\\S\\s*\\S" }), {
  maxItems: 20,
});

/** POST /api/admin/mentions: where people are named in what others wrote. */
export const MentionsRequest = Type.Object({ words: Words }, { additionalProperties: false });
export type MentionsRequest = Static<typeof MentionsRequest>;

export const mentionKinds = [
  "note",
  "reason",
  "proposal",
  "decision",
  "objective",
  "review",
  "taxonomy",
  "configuration",
] as const;
export type MentionKind = (typeof mentionKinds)[number];

export const Mention = Type.Object({
  departmentId: Slug,
  kind: Type.Unsafe<MentionKind>(Type.Union(mentionKinds.map((kind) => Type.Literal(kind)))),
  /** what stands around it */
  text: Type.String(),
});
export type Mention = Static<typeof Mention>;

/** The first hundred. */
export const Mentions = Type.Object({ mentions: Type.Array(Mention) });
export type Mentions = Static<typeof Mentions>;

/** POST /api/admin/people/{oid}/erasure. */
export const ErasureRequest = Type.Object(
  {
    /** Made by the caller: the same id again is the same erasure. */
    erasureId: Uuid,
    /** The models forget what they learned from this person alone. */
    forgetLearned: Type.Boolean(),
    /** Names and addresses that are struck out of what others wrote. */
    words: Type.Optional(Words),
  },
  { additionalProperties: false },
);
export type ErasureRequest = Static<typeof ErasureRequest>;

const Count = Type.Integer({ minimum: 0 });

/** GET /api/admin/people/{oid}/extent: what an erasure would concern, by department; those with nothing are left out. */
export const ErasureExtent = Type.Object({
  departments: Type.Array(
    Type.Object({
      id: Slug,
      name: LocalText,
      /** opened by the person, answered or not */
      messages: Count,
      /** of these, answered by nobody else: what the models can forget */
      answeredAlone: Count,
      notes: Count,
      /** which stay, as nobody's */
      proposals: Count,
      isMember: Type.Boolean(),
    }),
  ),
  /** The counting took too long: there are at least so many. */
  isPartial: Type.Boolean(),
});
export type ErasureExtent = Static<typeof ErasureExtent>;

export const ErasureResult = Type.Object({
  /** Messages whose rows are nobody's now. */
  messages: Count,
  notes: Count,
  /** Of what the models had learned. */
  forgotten: Count,
  memberships: Count,
  /** Texts of others in which a name was struck out. */
  mentions: Type.Optional(Count),
});
export type ErasureResult = Static<typeof ErasureResult>;

export const Erasure = Type.Object({
  erasureId: Uuid,
  requestedAt: EpochMs,
  finishedAt: Type.Optional(EpochMs),
  result: Type.Optional(ErasureResult),
});
export type Erasure = Static<typeof Erasure>;
