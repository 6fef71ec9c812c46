/** How far Concord got: of the people of a department, how many opened a message here, saw a prediction, answered. */
import type { Kysely } from "kysely";
import type { Reach } from "../../triage/administration.ts";
import { breath } from "../breath.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

const days = 28;
const dayMs = 86_400_000;
const rowsPerRead = 500;
/** More than this is not looked at in one request: the newest tell. */
const mostRows = 20_000;

interface Seen {
  opened: Set<string>;
  saw: Set<string>;
  isPartial: boolean;
}

export async function reachOf(db: Kysely<Schema>, department: DepartmentKey, now: number): Promise<Reach> {
  const since = now - days * dayMs;
  const members = await db
    .selectFrom("member")
    .select("person")
    .where("department", "=", department)
    .execute();
  const { opened, saw, isPartial } = await seenIn(db, department, since);
  const answered = await answeredBy(db, department, [...opened], since);
  return {
    assigned: members.length,
    opened: opened.size,
    saw: saw.size,
    answered,
    days,
    isPartial,
  };
}

/** From the newest on, in portions that leave room for requests in between. */
async function seenIn(db: Kysely<Schema>, department: DepartmentKey, since: number): Promise<Seen> {
  const seen: Seen = { opened: new Set(), saw: new Set(), isPartial: false };
  for (let offset = 0; offset < mostRows; offset += rowsPerRead) {
    const rows = await db
      .selectFrom("opening")
      .select(["person", "model_version"])
      .where("department", "=", department)
      .where("stored_at", ">=", since)
      .orderBy("stored_at", "desc")
      .offset(offset)
      .limit(rowsPerRead)
      .execute();
    for (const { person, model_version } of rows) {
      seen.opened.add(person);
      if (model_version !== "") seen.saw.add(person);
    }
    if (rows.length < rowsPerRead) return seen;
    await breath();
  }
  return { ...seen, isPartial: true };
}

async function answeredBy(
  db: Kysely<Schema>,
  department: DepartmentKey,
  people: readonly string[],
  since: number,
): Promise<number> {
  let answered = 0;
  for (const person of people) {
    const row = await db
      .selectFrom("answer")
      .select("at")
      .where("department", "=", department)
      .where("person", "=", person)
      .where("at", ">=", since)
      .limit(1)
      .executeTakeFirst();
    if (row) answered++;
  }
  return answered;
}
