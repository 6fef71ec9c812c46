/** Writes a year of messages into the store's own tables: rows by SQL in one sweep, counters by the store's own arithmetic. */
import Database from "libsql";
import { recipe } from "../../src/api/store/kinds.ts";
import { periodsOf } from "../../src/api/store/periods.ts";
import { dayMs, dayOfMessage, type Shape, shapes, shapesOf, type Year } from "./year.ts";

/** Must hold exactly what `rowsOf` of the API would have stored; `verify` of the smallest store proves it. */
export function fill(file: string, department: string, year: Year): void {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  // The filling need not survive a power cut.
  database.pragma("synchronous = OFF");
  database.pragma("secure_delete = OFF");
  database.pragma("wal_autocheckpoint = 50000");
  database.pragma("cache_size = -400000");
  const all = shapesOf(department, year.start);
  fillShapes(database, all);
  fillRows(database, year);
  fillCounters(database, department, year, all);
  // As the counting of a running store has left it; a start would otherwise count a year anew.
  database.prepare("insert or replace into recipe (department, value) values (?, ?)").run(department, recipe);
  database.exec("drop table shape; pragma analysis_limit = 1000; analyze");
  database.close();
}

/** Each shape's rows as a table of its own, to be multiplied. */
function fillShapes(database: Database.Database, all: readonly Shape[]): void {
  database.exec("create table shape as select 0 as s, '' as state, 0 as answered, * from feedback where 0");
  const names = Object.keys(all[0]!.rows[0]!);
  const insert = database.prepare(
    `insert into shape (s, state, answered, ${names.join(", ")}) values (${["?", "?", "?", ...names.map(() => "?")].join(", ")})`,
  );
  for (const [s, { rows, state, hasVerdict }] of all.entries())
    for (const row of rows) insert.run(s, state, hasVerdict ? 1 : 0, ...(Object.values(row) as never[]));
}

const chunk = 100_000;

function fillRows(database: Database.Database, { messages, start, perDay, versionsPerDay }: Year): void {
  const id = (kind: string) => `'${kind}' || id`;
  const at = `${start} + (n / ${perDay}) * ${dayMs} + (n % ${perDay}) * ${dayMs} / ${perDay}`;
  const numbers = `with recursive number (n, id) as (select cast(?1 as integer), printf('%042d', ?1)
      union all select n + 1, printf('%042d', n + 1) from number where n + 1 < ?2)`;
  const feedback = database.prepare(
    `${numbers} insert into feedback select department, ${id("m")}, position, event,
      case when feedback_id is null then null else ${id("f")} end, ${id("p")}, person, arm, blind_share, ask_skipped,
      'v' || (n * ${versionsPerDay} / ${perDay}), taxonomy_version, predicted_category, predicted_priority, confidence,
      kind, category, priority, reason, note, presses, handling_ms, to_department, ${at}, ${at}, ${at}
      from number join shape on shape.s = n % ${shapes}`,
  );
  const current = database.prepare(
    `${numbers} insert into current (department, message_key, state, arm, prediction_id, feedback_id, person, updated_at)
      select department, ${id("m")}, state, arm, case answered when 1 then ${id("p")} end,
      case answered when 1 then ${id("f")} end, case answered when 1 then person end, ${at}
      from number join shape on shape.s = n % ${shapes} and position = 1`,
  );
  for (let from = 0; from < messages; from += chunk) {
    database.exec("begin");
    feedback.run(from, Math.min(messages, from + chunk));
    current.run(from, Math.min(messages, from + chunk));
    database.exec("commit");
  }
}

/** Day by day, since that is the order of the messages; a week is written when it is over. */
function fillCounters(
  database: Database.Database,
  department: string,
  year: Year,
  all: readonly Shape[],
): void {
  const insert = database.prepare(
    `insert into counter (department, kind, period, arm, model_version, predicted, final, n) values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do update set n = counter.n + excluded.n`,
  );
  const write = (counted: Map<number, number>, day: number) => {
    const [dayName, weekName] = periodsOf(year.start + day * dayMs);
    for (const [key, n] of counted)
      for (const { kind, arm, predicted, final, isDay } of all[key]!.cells)
        insert.run(department, kind, isDay ? dayName : weekName, arm, "", predicted, final, n);
  };
  database.exec("begin");
  let counted = new Map<number, number>();
  for (let n = 0; n < year.messages; n++) {
    const key = n % shapes;
    counted.set(key, (counted.get(key) ?? 0) + 1);
    const isLast = n + 1 === year.messages || dayOfMessage(year, n + 1) !== dayOfMessage(year, n);
    if (!isLast) continue;
    write(counted, dayOfMessage(year, n));
    counted = new Map();
  }
  database.exec("commit");
}
