/** What a ledger has to know before anything is decided: for all its messages at once, in a few statements. */
import type { Kysely } from "kysely";
import { readAliases } from "./aliases.ts";
import { type CountingRow, countingText, passedOf } from "./counting.ts";
import { rowsNamed } from "./hot.ts";
import type { AnswerRow, DepartmentKey, OpeningRow, PersonKey, Schema, StoredFeedback } from "./schema.ts";
import type { Store } from "./store.ts";
import { together } from "./together.ts";

/** What one decision needs. */
export interface Wanted {
  department: DepartmentKey;
  messageKey: string;
  /** it is opened: under this id, unless it is known already */
  opens?: string;
  /** something is said of it: a verdict or its undo under this id */
  says?: string;
  /** who does what is written into the log */
  by?: PersonKey;
  /** it leaves, and everything said of it with it */
  moves?: boolean;
  /** whose asked checks of the day have to be known, and where they count */
  asks?: { departments: readonly DepartmentKey[]; person: PersonKey; day: string };
}

export interface Known {
  /** department and message → its rows in order */
  rows: Map<string, StoredFeedback[]>;
  /** department and prediction → opening */
  openings: Map<string, OpeningRow>;
  /** rows under the ids that are to be said */
  said: StoredFeedback[];
  /** department and prediction → answer */
  answers: Map<string, AnswerRow>;
  /** department, person and day → asked checks */
  asks: Map<string, number>;
  /** under which name people stand in the audit log */
  aliases: Map<PersonKey, string>;
  /** the last entry of the audit log */
  audits: Map<DepartmentKey, { position: number; hash: string }>;
  /** by which recipe the departments are counted */
  counting: Map<DepartmentKey, CountingRow>;
  /** department and message, of those a recount has passed */
  passed: Set<string>;
}

export const joined = (...parts: string[]): string => parts.join("\n");

/** The department is always `$1`. */
export const statements = {
  rows: `${rowsNamed("feedback", "message_key")} order by message_key, position`,
  openings: rowsNamed("opening", "prediction_id"),
  // Each by itself: two at once, and PostgreSQL reads the ids of all events.
  said: ["verdict", "undone"]
    .map((event) => rowsNamed("feedback", "feedback_id", `event = '${event}' and `))
    .join(" union all "),
  answers: rowsNamed("answer", "message_key"),
  asks: "select department, person, day, asked from ask where department = any($1) and person = any($2) and day = any($3)",
  audit: "select position, hash from audit where department = $1 order by position desc limit 1",
};

/** In a transaction that holds the departments. */
export async function known(store: Store, db: Kysely<Schema>, wanted: readonly Wanted[]): Promise<Known> {
  const all: Known = {
    rows: new Map(),
    openings: new Map(),
    said: [],
    answers: new Map(),
    asks: new Map(),
    aliases: new Map(),
    audits: new Map(),
    counting: new Map(),
    passed: new Set(),
  };
  const departments = [...new Set(wanted.map(({ department }) => department))];
  await together([
    ...departments.map((department) =>
      readDepartment(
        store,
        db,
        department,
        wanted.filter((one) => one.department === department),
        all,
      ),
    ),
    readAsks(store, db, wanted, all),
    readCounting(store, db, wanted, all),
    readAliases(
      store,
      db,
      wanted.flatMap(({ by }) => by ?? []),
      all.aliases,
    ),
  ]);
  return all;
}

async function readDepartment(
  { hot }: Store,
  db: Kysely<Schema>,
  department: DepartmentKey,
  wanted: readonly Wanted[],
  all: Known,
): Promise<void> {
  const keysOf = (some: readonly Wanted[]) => [...new Set(some.map(({ messageKey }) => messageKey))];
  const judged = wanted.filter(({ says, moves }) => says !== undefined || moves);
  const read = <Row>(text: string, ...values: unknown[]) => hot.read<Row>(db, text, [department, ...values]);
  const some = async <Row>(text: string, ...values: unknown[][]): Promise<Row[]> =>
    judged.length === 0 ? [] : read<Row>(text, ...values);
  const ids = judged.flatMap(({ says }) => says ?? []);
  const opened = [...new Set(wanted.flatMap(({ opens }) => opens ?? []))];
  const readOpenings = async (predictionIds: readonly string[]) => {
    if (predictionIds.length === 0) return;
    for (const row of await read<OpeningRow>(statements.openings, predictionIds))
      all.openings.set(joined(department, row.prediction_id), row);
  };
  const [rows, said, answers, audit] = await together([
    read<StoredFeedback>(statements.rows, keysOf(wanted)),
    some<StoredFeedback>(statements.said, [...new Set(ids)]),
    some<AnswerRow>(statements.answers, keysOf(judged)),
    some<{ position: number; hash: string }>(statements.audit),
    readOpenings(opened),
  ]);
  for (const key of keysOf(wanted)) all.rows.set(joined(department, key), []);
  for (const row of rows) all.rows.get(joined(department, row.message_key))!.push(row);
  all.said.push(...said);
  for (const row of answers) all.answers.set(joined(department, row.prediction_id), row);
  if (audit[0]) all.audits.set(department, audit[0]);
  // Of messages that are opened again, by whom they were opened before.
  const isAgain = new Set(wanted.filter(({ opens }) => opens).map(({ messageKey }) => messageKey));
  const earlier = rows.filter(({ event, message_key }) => event === "opened" && isAgain.has(message_key));
  await readOpenings(earlier.map((row) => row.prediction_id));
}

async function readAsks(
  { hot }: Store,
  db: Kysely<Schema>,
  wanted: readonly Wanted[],
  all: Known,
): Promise<void> {
  const asks = wanted.flatMap((one) => one.asks ?? []);
  if (asks.length === 0) return;
  const rows = await hot.read<{ department: string; person: string; day: string; asked: number }>(
    db,
    statements.asks,
    [
      [...new Set(asks.flatMap(({ departments }) => departments))],
      [...new Set(asks.map(({ person }) => person))],
      [...new Set(asks.map(({ day }) => day))],
    ],
  );
  for (const { department, person, day, asked } of rows) all.asks.set(joined(department, person, day), asked);
}

async function readCounting(
  { hot, engine }: Store,
  db: Kysely<Schema>,
  wanted: readonly Wanted[],
  all: Known,
): Promise<void> {
  const departments = [...new Set(wanted.map(({ department }) => department))];
  for (const row of await hot.read<CountingRow>(db, countingText, [departments])) {
    all.counting.set(row.department, row);
    if (row.target === null) continue;
    const keys = wanted.filter(({ department }) => department === row.department);
    const passed = await passedOf(engine, db, row, [...new Set(keys.map(({ messageKey }) => messageKey))]);
    for (const key of passed) all.passed.add(joined(row.department, key));
  }
}
