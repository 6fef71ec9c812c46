/** Counters of a part of one day, from the feedback itself: an agreement begins and ends at a moment, counters know days. */
import type { Kysely } from "kysely";
import { cellsOfStay } from "../store/cells.ts";
import type { Sum } from "../store/counted.ts";
import { staysOf } from "../store/history.ts";
import { byMessage } from "../store/messages.ts";
import type { DepartmentKey, Schema, StoredFeedback } from "../store/schema.ts";

const keysPerRead = 500;

/** What the messages first opened from `from` until before `to` add; at most a day apart, or it reads too much. */
export async function sumsOfMoments(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
  to: number,
): Promise<Sum[]> {
  if (from >= to) return [];
  const opened = await db
    .selectFrom("opening")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("opened_at", ">=", from)
    .where("opened_at", "<", to)
    .execute();
  const sums: Sum[] = [];
  for (let i = 0; i < opened.length; i += keysPerRead) {
    const keys = opened.slice(i, i + keysPerRead).map(({ message_key }) => message_key);
    for (const rows of (await rowsByMessage(db, department, keys)).values())
      for (const stay of staysOf(rows))
        if (stay.openedAt >= from && stay.openedAt < to)
          for (const [kind, { arm, predicted = "", final = "" }] of cellsOfStay(stay))
            sums.push({ kind: kind.name, arm, predicted, final, n: 1 });
  }
  return sums;
}

async function rowsByMessage(
  db: Kysely<Schema>,
  department: DepartmentKey,
  keys: readonly string[],
): Promise<Map<string, StoredFeedback[]>> {
  const rows = await db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("message_key", "in", keys)
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  return byMessage(rows);
}
