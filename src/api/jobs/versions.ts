/** Model versions as rows: the newest, the live one, and what has happened since one was trained. */
import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import type { Department } from "../store/departments.ts";
import { importedCounts } from "../store/imported.ts";
import type { AnswerRow, DepartmentKey, ModelVersionRow, Schema } from "../store/schema.ts";
import type { News } from "./worth.ts";

export const versionRow = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
): Promise<ModelVersionRow | undefined> =>
  db
    .selectFrom("model_version")
    .selectAll()
    .where("department", "=", department)
    .where("version", "=", version)
    .executeTakeFirst();

export const newestVersion = (
  db: Kysely<Schema>,
  department: DepartmentKey,
): Promise<ModelVersionRow | undefined> =>
  db
    .selectFrom("model_version")
    .selectAll()
    .where("department", "=", department)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

/** What changed since the newest version was trained, published or not. */
export async function newsOf(
  db: Kysely<Schema>,
  { key, taxonomy }: Department,
  newest: ModelVersionRow | undefined,
): Promise<Omit<News, "fileLost">> {
  const rows = await db
    .selectFrom("answer")
    .select((eb) => [
      "outcome",
      eb.fn.countAll<number>().as("n"),
      eb.fn.count<number>("trained_in").as("seen"),
    ])
    .where("department", "=", key)
    .where("state", "in", ["accepted", "learned"])
    .where("kind", "=", "holds")
    .groupBy("outcome")
    .execute();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const known = newest?.lessons ?? 0;
  const imported = await importedCounts(db, key);
  return {
    waiting: sum(({ n, seen }) => n - seen) + imported.all - imported.seen,
    corrections: sum(({ outcome, n, seen }) => (outcome === "corrected" ? n - seen : 0)),
    gone: Math.max(0, known - sum(({ seen }) => seen) - imported.seen),
    known,
    trainedAt: newest?.at ?? null,
    taxonomyChanged:
      newest !== undefined &&
      newest.taxonomy_version !== taxonomy.version &&
      !isDeepStrictEqual(await taughtBy(db, key, newest.taxonomy_version), taughtIn(taxonomy)),
  };
}

/**
 * What a change of makes a version out of date: which categories there are, and what belongs to each. A new name or Outlook
 * category is no reason; the name is heard, beside all that, by the next version there is a reason for.
 */
const taughtIn = ({ categories, priorities }: Taxonomy) => ({
  categories: categories.map(({ id, definition, phrases }) => ({ id, definition, phrases })),
  priorities: priorities.map(({ id, definition, phrases }) => ({ id, definition, phrases })),
});

async function taughtBy(db: Kysely<Schema>, department: DepartmentKey, version: number) {
  const row = await db
    .selectFrom("taxonomy")
    .select("value")
    .where("department", "=", department)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && taughtIn(JSON.parse(row.value) as Taxonomy);
}

export type Wording = Pick<AnswerRow, "prediction_id" | "feedback_id">;

const perUpdate = 500;

/** Notes which version was the first to be made with these answers (0: looked at in vain), or what the live one says of them. */
export async function markAnswers(
  db: Kysely<Schema>,
  department: DepartmentKey,
  answers: readonly Wording[],
  mark: Partial<Pick<AnswerRow, "trained_in" | "now">>,
): Promise<void> {
  for (let from = 0; from < answers.length; from += perUpdate) {
    const some = answers.slice(from, from + perUpdate);
    await db
      .updateTable("answer")
      .set(mark)
      .where("department", "=", department)
      .where(
        "prediction_id",
        "in",
        some.map((one) => one.prediction_id),
      )
      // A wording that replaced it since is another one.
      .where(
        "feedback_id",
        "in",
        some.map((one) => one.feedback_id),
      )
      .execute();
  }
}

export async function countTrained(db: Kysely<Schema>, department: DepartmentKey): Promise<number> {
  const row = await db
    .selectFrom("answer")
    .select((eb) => eb.fn.count<number>("trained_in").as("n"))
    .where("department", "=", department)
    .where("state", "in", ["accepted", "learned"])
    .where("kind", "=", "holds")
    .executeTakeFirst();
  return Number(row?.n ?? 0) + (await importedCounts(db, department)).seen;
}
