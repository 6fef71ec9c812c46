/** The rows of one message: read together, and added to together with everything that follows from them. */
import type { Kysely } from "kysely";
import { contributionOf } from "../../alignment/contribution.ts";
import { cellsOf } from "./cells.ts";
import { count } from "./counters.ts";
import { lastStay, type Stay } from "./history.ts";
import type { DepartmentKey, Schema, StoredFeedback } from "./schema.ts";

export async function rowsOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messageKey: string,
): Promise<StoredFeedback[]> {
  return db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("message_key", "=", messageKey)
    .orderBy("position")
    .execute();
}

export type NewFeedback = Omit<StoredFeedback, "position">;

/** Appends rows and brings counters, current verdict and the wanted example along; answers all rows. */
export async function append(
  db: Kysely<Schema>,
  known: readonly StoredFeedback[],
  added: readonly NewFeedback[],
): Promise<StoredFeedback[]> {
  if (added.length === 0) return [...known];
  const fresh = added.map((row, i) => ({ ...row, position: known.length + i + 1 }));
  const rows = [...known, ...fresh];
  const { department, message_key, stored_at } = fresh[0]!;
  await db.insertInto("feedback").values(fresh).execute();
  await count(db, department, cellsOf(known), cellsOf(rows));
  const stay = lastStay(rows);
  if (!stay) return rows;
  await settle(db, department, message_key, stay, stored_at);
  if (added.some((row) => row.event !== "opened" && row.event !== "shown"))
    await want(db, department, message_key, stay, stored_at);
  return rows;
}

async function settle(
  db: Kysely<Schema>,
  department: DepartmentKey,
  message_key: string,
  stay: Stay,
  updated_at: number,
): Promise<void> {
  const contribution = contributionOf(stay.rows);
  if (!contribution) {
    await db
      .deleteFrom("current")
      .where("department", "=", department)
      .where("message_key", "=", message_key)
      .execute();
    return;
  }
  const counted = stay.standing[0];
  const values = {
    state: contribution.state,
    arm: contribution.arm,
    prediction_id: counted?.prediction_id ?? null,
    feedback_id: counted?.feedback_id ?? null,
    person: counted?.person ?? null,
    updated_at,
  };
  await db
    .insertInto("current")
    .values({ department, message_key, ...values })
    .onConflict((conflict) => conflict.columns(["department", "message_key"]).doUpdateSet(values))
    .execute();
}

/** What the model should know of the message from now on; the learning job does the rest. */
async function want(
  db: Kysely<Schema>,
  department: DepartmentKey,
  message_key: string,
  stay: Stay,
  changed_at: number,
): Promise<void> {
  const learned = contributionOf(stay.rows)?.learned;
  const holds = learned?.kind === "holds" ? learned : null;
  const wanted = { category: holds?.category ?? null, priority: (holds?.priority ?? null) as never };
  const known = await db
    .selectFrom("example")
    .select(["learned_category", "learned_priority"])
    .where("department", "=", department)
    .where("message_key", "=", message_key)
    .executeTakeFirst();
  const isSame =
    (known?.learned_category ?? null) === wanted.category &&
    (known?.learned_priority ?? null) === wanted.priority;
  const values = { ...wanted, dirty: isSame ? 0 : 1, changed_at };
  await db
    .insertInto("example")
    .values({ department, message_key, learned_category: null, learned_priority: null, ...values })
    .onConflict((conflict) => conflict.columns(["department", "message_key"]).doUpdateSet(values))
    .execute();
}
