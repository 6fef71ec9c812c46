/** What a ledger has to know before anything is decided: for all its messages at once, in a few statements. */
import type { Kysely } from "kysely";
import { columns } from "./columns.ts";
import type { AnswerRow, DepartmentKey, OpeningRow, PersonKey, Schema, StoredFeedback } from "./schema.ts";
import type { Store } from "./store.ts";

/** What one decision needs. */
export interface Wanted {
  department: DepartmentKey;
  messageKey: string;
  /** it is opened: under this id, unless it is known already */
  opens?: string;
  /** something is said of it: a verdict or its undo under this id */
  says?: string;
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
  /** the last entry of the audit log */
  audits: Map<DepartmentKey, { position: number; hash: string }>;
}

export const joined = (...parts: string[]): string => parts.join("\n");

const from = (table: "feedback" | "opening" | "answer") =>
  `select ${columns[table].join(", ")} from ${table}`;
const ofMessages = "where department = $1 and message_key = any($2)";

const statements = {
  rows: `${from("feedback")} ${ofMessages} order by message_key, position`,
  openings: `${from("opening")} where department = $1 and prediction_id = any($2)`,
  said: `${from("feedback")} where department = $1 and event = any($3) and feedback_id = any($2)`,
  answers: `${from("answer")} ${ofMessages}`,
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
    audits: new Map(),
  };
  const departments = [...new Set(wanted.map(({ department }) => department))];
  await Promise.all([
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
  const [rows, said, answers, audit] = await Promise.all([
    hot.read<StoredFeedback>(db, statements.rows, [department, keysOf(wanted)]),
    judged.length === 0
      ? []
      : hot.read<StoredFeedback>(db, statements.said, [
          department,
          judged.flatMap(({ says }) => says ?? []),
          ["verdict", "undone"],
        ]),
    judged.length === 0 ? [] : hot.read<AnswerRow>(db, statements.answers, [department, keysOf(judged)]),
    judged.length === 0
      ? []
      : hot.read<{ position: number; hash: string }>(db, statements.audit, [department]),
  ]);
  for (const key of keysOf(wanted)) all.rows.set(joined(department, key), []);
  for (const row of rows) all.rows.get(joined(department, row.message_key))!.push(row);
  all.said.push(...said);
  for (const row of answers) all.answers.set(joined(department, row.prediction_id), row);
  if (audit[0]) all.audits.set(department, audit[0]);
  await readOpenings(hot, db, department, wanted, rows, all);
}

/** Those under the given ids, and those of who has opened these messages before. */
async function readOpenings(
  hot: Store["hot"],
  db: Kysely<Schema>,
  department: DepartmentKey,
  wanted: readonly Wanted[],
  rows: readonly StoredFeedback[],
  all: Known,
): Promise<void> {
  const given = wanted.flatMap(({ opens }) => opens ?? []);
  if (given.length === 0) return;
  const opened = rows.filter(({ event }) => event === "opened").map((row) => row.prediction_id);
  const ids = [...new Set([...given, ...opened])];
  for (const row of await hot.read<OpeningRow>(db, statements.openings, [department, ids]))
    all.openings.set(joined(department, row.prediction_id), row);
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
