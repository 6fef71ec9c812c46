/** All that is kept about one person, as JSON written out piece by piece; their own notes included, nobody else's. */
import type { Kysely } from "kysely";
import { breath } from "../breath.ts";
import { knownAlias } from "../store/aliases.ts";
import { departmentsOf, slugOf } from "../store/departments.ts";
import type { DepartmentKey, PersonKey, Schema } from "../store/schema.ts";
import { openingsIn } from "./openings.ts";
import { gentle, type Pace } from "./pace.ts";
import { namedOnMessages } from "./traces.ts";

/** Each piece is a few rows; together they are one JSON object. */
export async function* personExport(
  db: Kysely<Schema>,
  tenant: string,
  person: PersonKey,
  now: number,
  pace: Pace = gentle,
): AsyncGenerator<string> {
  const known = await db
    .selectFrom("person")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("person", "=", person)
    .executeTakeFirst();
  const account = person.slice(tenant.length + 1);
  yield `{"account":${JSON.stringify(account)},"exportedAt":${now},"person":${JSON.stringify(known ?? null)}`;
  yield ',"departments":[';
  let comma = "";
  for (const { key } of await departmentsOf(db, tenant, { closedToo: true })) {
    yield `${comma}{"department":${JSON.stringify(slugOf(key))}`;
    yield* departmentExport(db, key, person, pace);
    yield "}";
    comma = ",";
  }
  yield "]}";
}

async function* departmentExport(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  pace: Pace,
): AsyncGenerator<string> {
  for (const table of ["member", "ask", "proposal"] as const) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where("department", "=", department)
      .where("person", "=", person)
      .execute();
    yield `,"${table}":${JSON.stringify(rows)}`;
  }
  yield ',"messages":[';
  let comma = "";
  for await (const messages of openingsIn(db, department, person, pace)) {
    const rows = await rowsAbout(db, department, person, messages);
    yield comma + rows.map((row) => JSON.stringify(row)).join(",");
    comma = ",";
  }
  yield '],"log":[';
  yield* logOf(db, department, person);
  yield "]";
}

async function rowsAbout(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  messages: readonly string[],
): Promise<object[]> {
  const found: object[] = [];
  for (const table of namedOnMessages) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where("department", "=", department)
      .where("message_key", "in", messages)
      .where("person", "=", person)
      .execute();
    for (const { department: _, person: __, ...row } of rows) found.push({ table, ...row });
  }
  return found;
}

const entriesPerRead = 500;

async function* logOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
): AsyncGenerator<string> {
  const alias = await knownAlias(db, person);
  const names = alias ? [person, alias] : [person];
  let after = 0;
  let comma = "";
  for (;;) {
    const rows = await db
      .selectFrom("audit")
      .select(["position", "at", "person", "action", "subject"])
      .where("department", "=", department)
      .where("position", ">", after)
      .orderBy("position")
      .limit(entriesPerRead)
      .execute();
    const own = rows.filter((row) => names.includes(row.person));
    if (own.length > 0) yield comma + own.map(({ person: _, ...row }) => JSON.stringify(row)).join(",");
    if (own.length > 0) comma = ",";
    if (rows.length < entriesPerRead) return;
    after = rows.at(-1)!.position;
    await breath();
  }
}
