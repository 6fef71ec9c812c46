/** What a person may ask for: what is kept about them, and that it is deleted. */
import { type Static, Type } from "typebox";
import { EpochMs, Uuid } from "./text.ts";

/** The object id of an account in the directory. */
export const AccountId = Type.String({ pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" });
export type AccountId = Static<typeof AccountId>;

/** POST /api/admin/people/{oid}/erasure. */
export const ErasureRequest = Type.Object(
  {
    /** Made by the caller: the same id again is the same erasure. */
    erasureId: Uuid,
    /** The models forget what they learned from this person alone. */
    forgetLearned: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type ErasureRequest = Static<typeof ErasureRequest>;

const Count = Type.Integer({ minimum: 0 });

export const ErasureResult = Type.Object({
  /** Messages whose rows are nobody's now. */
  messages: Count,
  notes: Count,
  /** Of what the models had learned. */
  forgotten: Count,
  memberships: Count,
});
export type ErasureResult = Static<typeof ErasureResult>;

export const Erasure = Type.Object({
  erasureId: Uuid,
  requestedAt: EpochMs,
  finishedAt: Type.Optional(EpochMs),
  result: Type.Optional(ErasureResult),
});
export type Erasure = Static<typeof Erasure>;
