/** The messages a person opened in a department, in small portions: read by key, so that no request waits for a scan. */
import type { Kysely } from "kysely";
import type { DepartmentKey, PersonKey, Schema } from "../store/schema.ts";
import { type Pace, rest } from "./pace.ts";

const rowsPerRead = 500;

/** Every row a person left on a message belongs to an opening of theirs. */
export async function* openingsIn(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  pace: Pace,
): AsyncGenerator<string[]> {
  let after = "";
  const waiting = new Set<string>();
  for (;;) {
    const rows = await db
      .selectFrom("opening")
      .select(["prediction_id", "message_key", "person"])
      .where("department", "=", department)
      .where("prediction_id", ">", after)
      .orderBy("prediction_id")
      .limit(rowsPerRead)
      .execute();
    for (const row of rows) if (row.person === person) waiting.add(row.message_key);
    const isEnd = rows.length < rowsPerRead;
    while (waiting.size >= pace.messages || (isEnd && waiting.size > 0)) {
      const portion = [...waiting].slice(0, pace.messages);
      for (const message of portion) waiting.delete(message);
      yield portion;
    }
    if (isEnd) return;
    after = rows.at(-1)!.prediction_id;
    await rest({ ...pace, pauseMs: 1 });
  }
}
