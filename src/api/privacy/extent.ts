/** How much an erasure would concern, counted as the erasure itself goes through it; what takes too long is told in part. */
import type { Kysely } from "kysely";
import type { ErasureExtent } from "../../triage/privacy.ts";
import { type Department, departmentsOf } from "../store/departments.ts";
import type { DepartmentKey, PersonKey, Schema } from "../store/schema.ts";
import { onlyTheirs } from "./erasure.ts";
import { openingsIn } from "./openings.ts";

type Extent = ErasureExtent["departments"][number];

/** Large portions: it only reads, and somebody waits for it. */
const pace = { messages: 500, pauseMs: 0 };

/** @param isLate asked between two portions; true ends the counting of messages */
export async function extentOf(
  db: Kysely<Schema>,
  tenant: string,
  person: PersonKey,
  isLate: () => boolean,
): Promise<ErasureExtent> {
  const departments: Extent[] = [];
  let isPartial = false;
  for (const department of await departmentsOf(db, tenant, { closedToo: true })) {
    const counted = await countedIn(db, department, person, isLate);
    isPartial ||= counted.isPartial;
    if (hasAny(counted.extent)) departments.push(counted.extent);
  }
  return { departments, isPartial };
}

const hasAny = ({ messages, proposals, isMember }: Extent) => messages > 0 || proposals > 0 || isMember;

async function countedIn(
  db: Kysely<Schema>,
  { key, id, name }: Department,
  person: PersonKey,
  isLate: () => boolean,
): Promise<{ extent: Extent; isPartial: boolean }> {
  const found = new Set<string>();
  const extent: Extent = {
    id,
    name,
    messages: 0,
    answeredAlone: 0,
    notes: 0,
    proposals: await rowsOf(db, "proposal", key, person),
    isMember: (await rowsOf(db, "member", key, person)) > 0,
  };
  let isPartial = false;
  if (isLate()) isPartial = true;
  else
    for await (const portion of openingsIn(db, key, person, pace)) {
      const messages = portion.filter((message) => !found.has(message));
      for (const message of messages) found.add(message);
      if (messages.length > 0) {
        extent.notes += await notesOn(db, key, person, messages);
        extent.answeredAlone += (await onlyTheirs(db, key, person, messages)).length;
      }
      isPartial = isLate();
      if (isPartial) break;
    }
  extent.messages = found.size;
  return { extent, isPartial };
}

async function rowsOf(
  db: Kysely<Schema>,
  table: "member" | "proposal",
  department: DepartmentKey,
  person: PersonKey,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", department)
    .where("person", "=", person)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

async function notesOn(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  messages: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom("feedback")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .where("person", "=", person)
    .where("note", "is not", null)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
