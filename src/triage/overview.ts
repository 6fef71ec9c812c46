/** The answer above a department's figures, in one request: on target or not, what changed since the last review, what waits. */
import { type Static, Type } from "typebox";
import { Decline, Objective } from "./objective.ts";
import { DecisionRequest, Stood } from "./review.ts";
import { EpochMs, Slug, Uuid } from "./text.ts";

const Count = Type.Integer({ minimum: 0 });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** A decision past its day: which, and the review in which it was taken. */
const Overdue = Type.Object({ review: Uuid, decision: Uuid, ...DecisionRequest.properties });

/** Trained last and not live: it waits for a person, or the update gate holds it. */
const WaitingVersion = Type.Object({
  version: Count,
  state: Type.Union([Type.Literal("candidate"), Type.Literal("held")]),
});

/** GET /api/departments/{id}/overview. */
export const Overview = Type.Object({
  departmentId: Slug,
  /** that hold now; `last` is how it stood when the last review was closed, null when it was not there yet; a decline stands until what
   * came in since says otherwise, and is not told by older APIs */
  objectives: Type.Array(
    Type.Object({ ...Objective.properties, last: orNull(Stood), decline: Type.Optional(orNull(Decline)) }),
  ),
  /** the last one that was closed, how many new model versions went live since, and the earlier one that was gone back to */
  lastReview: orNull(
    Type.Object({ id: Uuid, closedAt: EpochMs, published: Count, wentBackTo: Type.Optional(Count) }),
  ),
  review: Type.Object({
    /** the day the next one is due; null without objectives */
    dueOn: orNull(Type.String({ format: "date" })),
    isDue: Type.Boolean(),
    openId: orNull(Uuid),
    /** decided, and past the day it was to be done by */
    overdue: Type.Array(Overdue),
  }),
  /** what waits for a lead; null for staff */
  waiting: orNull(Type.Object({ corrections: Count, proposals: Count, version: orNull(WaitingVersion) })),
  computedAt: EpochMs,
});
export type Overview = Static<typeof Overview>;
