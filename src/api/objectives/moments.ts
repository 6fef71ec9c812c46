/** Counters of a part of one day, from the feedback itself: an agreement begins and ends at a moment, counters know days. */
import type { Kysely } from "kysely";
import { cellsOfStay, countedAt } from "../store/cells.ts";
import type { Sum } from "../store/counted.ts";
import { type Stay, staysOf } from "../store/history.ts";
import { byMessage } from "../store/messages.ts";
import type { DepartmentKey, Schema, StoredFeedback } from "../store/schema.ts";
import { oldestTriagedMs } from "../store/workCells.ts";

const keysPerRead = 500;

type Moments = readonly [from: number, before: number];

const isIn = (at: number, [from, before]: Moments): boolean => at >= from && at < before;

/** What counts from `from` until before `to`; at most a day apart, or it reads too much. */
export const sumsOfMoments = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
  to: number,
): Promise<Sum[]> =>
  // What counts when it was received may have been opened later.
  openedLately(db, department, { opened: [from, to + oldestTriagedMs], counted: [from, to] });

interface Wanted {
  /** when the messages were first opened */
  opened: Moments;
  /** when what they add counts */
  counted: Moments;
}

export async function openedLately(
  db: Kysely<Schema>,
  department: DepartmentKey,
  { opened, counted }: Wanted,
): Promise<Sum[]> {
  const [from, before] = counted;
  if (from >= before) return [];
  const found = await db
    .selectFrom("opening")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("opened_at", ">=", opened[0])
    .where("opened_at", "<", opened[1])
    .where((eb) => eb.or([eb("opened_at", "<", before), eb("received_at", "<", before)]))
    .execute();
  const sums: Sum[] = [];
  for (let i = 0; i < found.length; i += keysPerRead) {
    const keys = found.slice(i, i + keysPerRead).map(({ message_key }) => message_key);
    for (const rows of (await rowsByMessage(db, department, keys)).values())
      for (const stay of staysOf(rows)) if (isIn(stay.openedAt, opened)) sums.push(...sumsOf(stay, counted));
  }
  return sums;
}

const sumsOf = (stay: Stay, counted: Moments): Sum[] =>
  cellsOfStay(stay)
    .filter(([kind]) => isIn(countedAt(kind, stay), counted))
    .map(([kind, { arm, predicted = "", final = "" }]) => ({ kind: kind.name, arm, predicted, final, n: 1 }));

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
