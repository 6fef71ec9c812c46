/** Where people are named in what others wrote: shown to an admin, and struck out at an erasure. */
import { type Kysely, sql } from "kysely";
import type { Mention } from "../../triage/privacy.ts";
import { sealOf } from "../reviews/rows.ts";
import { record } from "../store/audit.ts";
import { slugOf } from "../store/departments.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { type Pace, rest } from "./pace.ts";
import { excerptsIn, matcherOf, struckOut } from "./words.ts";

/** Every column in which people write; keys without the department. */
const places = [
  { kind: "note", table: "feedback", columns: ["note"], key: ["message_key", "position"] },
  { kind: "reason", table: "answer", columns: ["declined_because"], key: ["prediction_id"] },
  { kind: "proposal", table: "proposal", columns: ["name", "definition", "because"], key: ["proposal_id"] },
  { kind: "decision", table: "decision", columns: ["value"], key: ["review", "decision"] },
  { kind: "objective", table: "objective", columns: ["value"], key: ["objective", "version"] },
  { kind: "review", table: "review", columns: ["frozen"], key: ["review"] },
  { kind: "taxonomy", table: "taxonomy", columns: ["value"], key: ["version"] },
  { kind: "configuration", table: "department_version", columns: ["value"], key: ["version"] },
  { kind: "configuration", table: "department", columns: ["name"], key: [] },
] as const satisfies readonly {
  kind: Mention["kind"];
  table: keyof Schema;
  columns: string[];
  key: string[];
}[];

type Place = (typeof places)[number];
type Row = Record<string, unknown>;

const most = 100;

/** Excerpts that hold one of the words, the first hundred. */
export async function mentionsOf(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  words: readonly string[],
): Promise<Mention[]> {
  const matcher = matcherOf(words);
  const found: Mention[] = [];
  if (!matcher) return found;
  for (const department of departments)
    for (const place of places)
      for await (const rows of pagesOf(db, department, place))
        for (const row of rows)
          for (const column of place.columns)
            for (const text of excerptsIn(row[column], matcher)) {
              found.push({ departmentId: slugOf(department), kind: place.kind, text });
              if (found.length >= most) return found;
            }
  return found;
}

/** Answers in how many texts. A closed review is sealed anew, and the log says so. */
export async function strikeOut(
  store: Store,
  department: DepartmentKey,
  words: readonly string[],
  { by, now, pace }: { by: string; now: () => number; pace: Pace },
): Promise<number> {
  const matcher = matcherOf(words);
  if (!matcher) return 0;
  let struck = 0;
  for (const place of places)
    for await (const rows of pagesOf(store.db, department, place)) {
      const changed = rows.filter((row) =>
        place.columns.some((column) => struckOut(row[column], matcher).isChanged),
      );
      if (changed.length === 0) continue;
      await inTransaction(store, [department], async (db) => {
        for (const row of changed) await rewrite(db, department, place, row, matcher, { by, now });
      });
      struck += changed.length;
      await rest(pace);
    }
  return struck;
}

/** As it stands now, for it may have been changed since the page was read. */
async function rewrite(
  db: Kysely<Schema>,
  department: DepartmentKey,
  place: Place,
  { ...keys }: Row,
  matcher: RegExp,
  { by, now }: { by: string; now: () => number },
): Promise<void> {
  const where = sql.join(
    [sql`department = ${department}`, ...place.key.map((name) => sql`${sql.ref(name)} = ${keys[name]}`)],
    sql` and `,
  );
  const read = sql<Row>`select * from ${sql.table(place.table)} where ${where}`;
  const [row] = (await read.execute(db)).rows;
  if (!row) return;
  const fresh = place.columns.map((column) => [column, struckOut(row[column], matcher).text] as const);
  const set = sql.join(fresh.map(([column, text]) => sql`${sql.ref(column)} = ${text}`));
  await sql`update ${sql.table(place.table)} set ${set} where ${where}`.execute(db);
  const frozen = place.table === "review" ? fresh[0]?.[1] : null;
  if (typeof frozen !== "string") return;
  const seal = sealOf(frozen);
  await sql`update review set seal = ${seal} where ${where}`.execute(db);
  await record(db, department, {
    at: now(),
    person: by,
    action: "review redacted",
    subject: `${row.review} ${seal}`,
  });
}

const rowsAtOnce = 200;

/** Rows with a text, page by page behind the last key. */
async function* pagesOf(db: Kysely<Schema>, department: DepartmentKey, place: Place): AsyncGenerator<Row[]> {
  const keys = place.key.map((name) => sql.ref(name));
  const order = keys.length > 0 ? sql`order by ${sql.join(keys)}` : sql``;
  const anyText = sql.join(
    place.columns.map((column) => sql`${sql.ref(column)} is not null`),
    sql` or `,
  );
  for (let after: unknown[] | undefined; ; ) {
    const behind = after ? sql`and (${sql.join(keys)}) > (${sql.join(after)})` : sql``;
    const { rows } = await sql<Row>`select ${sql.join([...keys, ...place.columns.map((one) => sql.ref(one))])}
      from ${sql.table(place.table)} where department = ${department} and (${anyText}) ${behind}
      ${order} limit ${rowsAtOnce}`.execute(db);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce || keys.length === 0) return;
    after = place.key.map((name) => last[name]);
  }
}
