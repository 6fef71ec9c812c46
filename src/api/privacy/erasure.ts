/**
 * A person is erased: their name, notes, memberships, asks and standing in the audit log are deleted; what they did stays as
 * nobody's, so that figures equal a recount. Written down first and done in small steps, so that a stop only delays it.
 */
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { DepartmentContent } from "../../triage/configuration.ts";
import type { ErasureResult } from "../../triage/privacy.ts";
import { aliasOf, knownAlias, newAlias } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import { type Department, departmentsOf } from "../store/departments.ts";
import type { DepartmentKey, ErasureRow, PersonKey, Schema } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { forgetMessages } from "./forgetting.ts";
import { strikeOut } from "./mentions.ts";
import { openingsIn } from "./openings.ts";
import { overwriteDeleted } from "./overwrite.ts";
import { gentle, type Pace, rest } from "./pace.ts";
import { resealed } from "./reseal.ts";
import { namedOnMessages } from "./traces.ts";

export interface ErasureRequest {
  tenant: string;
  erasureId: string;
  person: PersonKey;
  /** the models forget what they learned from the person alone */
  forgets: boolean;
  /** struck out of what others wrote */
  words?: readonly string[];
  requestedBy: PersonKey;
  now: number;
}

/** The same id again is the same erasure. */
export async function requestErasure(store: Store, request: ErasureRequest): Promise<void> {
  const { tenant, erasureId: erasure_id, person, forgets, words = [], requestedBy, now } = request;
  const { db } = store;
  await db
    .insertInto("erasure")
    .values({
      tenant,
      erasure_id,
      person,
      alias: (await knownAlias(db, person)) ?? newAlias(),
      forgets: forgets ? 1 : 0,
      requested_at: now,
      requested_by: await aliasOf(db, requestedBy),
      finished_at: null,
      result: null,
      words: words.length > 0 ? JSON.stringify(words) : null,
    })
    .onConflict((conflict) => conflict.columns(["tenant", "erasure_id"]).doNothing())
    .execute();
}

export const erasureOf = (
  { db }: Store,
  tenant: string,
  erasureId: string,
): Promise<ErasureRow | undefined> =>
  db
    .selectFrom("erasure")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("erasure_id", "=", erasureId)
    .executeTakeFirst();

export async function resumeErasures(
  store: Store,
  tenant: string,
  now: () => number,
  isStopped: () => boolean,
  pace: Pace = gentle,
): Promise<void> {
  const open = await store.db
    .selectFrom("erasure")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("finished_at", "is", null)
    .orderBy("requested_at")
    .execute();
  for (const row of open) {
    if (isStopped()) return;
    await erase(store, row, now, pace);
  }
}

/** Goes through every department, closed ones too; the last transaction takes the name, and the request's own. */
async function erase(store: Store, row: ErasureRow, now: () => number, pace: Pace): Promise<void> {
  const person = row.person!;
  const result: Required<ErasureResult> = {
    messages: 0,
    notes: 0,
    forgotten: 0,
    memberships: 0,
    mentions: 0,
  };
  const departments = await departmentsOf(store.db, row.tenant, { closedToo: true });
  for (const department of departments) await eraseIn(store, department, row, result, now, pace);
  await inTransaction(store, [], async (db) => {
    for (const table of ["person", "alias"] as const)
      await db.deleteFrom(table).where("tenant", "=", row.tenant).where("person", "=", person).execute();
    await db
      .updateTable("erasure")
      .set({ person: null, words: null, finished_at: now(), result: JSON.stringify(result) })
      .where("tenant", "=", row.tenant)
      .where("erasure_id", "=", row.erasure_id)
      .execute();
  });
  await overwriteDeleted(store);
}

async function eraseIn(
  store: Store,
  { key }: Department,
  row: ErasureRow,
  result: Required<ErasureResult>,
  now: () => number,
  pace: Pace,
): Promise<void> {
  const person = row.person!;
  let found = 0;
  for await (const messages of openingsIn(store.scans.db, key, person, pace)) {
    await inTransaction(store, [key], async (db) => {
      if (row.forgets === 1)
        result.forgotten += await forgetMessages(db, key, await onlyTheirs(db, key, person, messages), now());
      for (const message of messages) result.notes += await unname(db, key, message, person);
    });
    found += messages.length;
    await rest(pace);
  }
  result.messages += found;
  const words = row.words === null ? [] : (JSON.parse(row.words) as string[]);
  const mentions = await strikeOut(store, key, words, { by: row.requested_by, now, pace });
  result.mentions += mentions;
  await inTransaction(store, [key], async (db) => {
    const member = await memberOf(db, key, person);
    const wasListed = await unlist(db, key, person);
    if (wasListed || words.length > 0) await outdate(db, key, row.requested_by, now());
    await db
      .updateTable("proposal")
      .set({ person: newAlias() })
      .where("department", "=", key)
      .where("person", "=", person)
      .execute();
    for (const table of ["member", "ask"] as const)
      await db.deleteFrom(table).where("department", "=", key).where("person", "=", person).execute();
    const oldHead = await resealed(db, key, person, row.alias);
    if (member) result.memberships++;
    if (member || found > 0 || mentions > 0 || oldHead)
      await record(db, key, {
        at: now(),
        person: row.requested_by,
        action: "erasure",
        subject: `${row.alias}: ${found} messages${mentions > 0 ? `, ${mentions} mentions` : ""}${oldHead ? `; log sealed anew, it ended with ${oldHead}` : ""}`,
      });
  });
}

const memberOf = (db: Kysely<Schema>, department: DepartmentKey, person: PersonKey) =>
  db
    .selectFrom("member")
    .select("person")
    .where("department", "=", department)
    .where("person", "=", person)
    .executeTakeFirst();

/** Earlier versions of the department name its people, too. True where one did. */
async function unlist(db: Kysely<Schema>, department: DepartmentKey, person: PersonKey): Promise<boolean> {
  const oid = person.slice(person.indexOf("/") + 1);
  const rows = await db
    .selectFrom("department_version")
    .select(["version", "value"])
    .where("department", "=", department)
    .where("value", "like", `%${oid}%`)
    .execute();
  for (const { version, value } of rows) {
    const content = JSON.parse(value) as DepartmentContent;
    const without = (oids: readonly string[]) => oids.filter((one) => one !== oid);
    const members = { staff: without(content.members.staff), leads: without(content.members.leads) };
    await db
      .updateTable("department_version")
      .set({ value: JSON.stringify({ ...content, members }) })
      .where("department", "=", department)
      .where("version", "=", version)
      .execute();
  }
  return rows.length > 0;
}

/** A file that was read before still names them: with another version here it is refused, and has to be read anew. */
async function outdate(db: Kysely<Schema>, department: DepartmentKey, by: string, at: number): Promise<void> {
  const newest = await db
    .selectFrom("department_version")
    .select(["version", "value"])
    .where("department", "=", department)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return;
  const version = newest.version + 1;
  await db
    .insertInto("department_version")
    .values({ department, version, value: newest.value, at, changed_by: by })
    .execute();
  await db.updateTable("department").set({ version }).where("department", "=", department).execute();
}

/** Another nobody on every message, so that not even the same hand can be told from them. Answers how many notes went. */
async function unname(
  db: Kysely<Schema>,
  department: DepartmentKey,
  message: string,
  person: PersonKey,
): Promise<number> {
  const nobody = `erased-${randomBytes(12).toString("base64url")}`;
  const notes = await db
    .updateTable("feedback")
    .set({ note: null })
    .where("department", "=", department)
    .where("message_key", "=", message)
    .where("person", "=", person)
    .where("note", "is not", null)
    .executeTakeFirst();
  for (const table of namedOnMessages)
    await db
      .updateTable(table)
      .set({ person: nobody })
      .where("department", "=", department)
      .where("message_key", "=", message)
      .where("person", "=", person)
      .execute();
  return Number(notes.numUpdatedRows);
}

/** Messages that this person has answered and nobody else. */
export async function onlyTheirs(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  messages: readonly string[],
): Promise<string[]> {
  const answers = await db
    .selectFrom("answer")
    .select(["message_key", "person"])
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .execute();
  const others = new Set(answers.filter((row) => row.person !== person).map((row) => row.message_key));
  return [...new Set(answers.map((row) => row.message_key))].filter((message) => !others.has(message));
}
