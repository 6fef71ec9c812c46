/** Learning in the background: what was accepted becomes the lessons of a next model version, and receipts move on. */
import type { Kysely } from "kysely";
import type { BuiltIn } from "../predictors/builtIn.ts";
import { versionName } from "../predictors/builtIn.ts";
import { type Department, liveVersionOf } from "../store/departments.ts";
import type { ExampleRow, Schema } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { refreshReceipts } from "./receipts.ts";

const lessonsPerVersion = 200;

export interface LearnParts {
  store: Store;
  model: BuiltIn;
  now: () => number;
}

/** Makes the next version when there is something to learn; resolves when it predicts. True when there was. */
export async function learnOnce({ store, model, now }: LearnParts, department: Department): Promise<boolean> {
  if (!department.policy.learning) return false;
  const modelVersion = await planVersion(store, department, now());
  if (modelVersion === null) return false;
  const current = { ...department, modelVersion };
  await refreshReceipts(store, current, await model.catchUp(current));
  return true;
}

/** One transaction: the new version, its lessons, and the receipts of those whose verdicts are in it. */
function planVersion(store: Store, { key: department }: Department, at: number): Promise<number | null> {
  return inTransaction(store, [department], async (db) => {
    const wanted = await unlearned(db, department);
    if (wanted.length === 0) return null;
    const version = (await liveVersionOf(db, department)) + 1;
    const lessons = wanted.map(({ message_key, category, priority }, i) => ({
      department,
      version,
      position: i + 1,
      message_key,
      category,
      priority,
    }));
    await db
      .insertInto("model_version")
      .values({ department, version, lessons: lessons.length, at })
      .execute();
    await db.insertInto("lesson").values(lessons).execute();
    await db
      .updateTable("department")
      .set({ model_version: version })
      .where("department", "=", department)
      .execute();
    await markLearned(db, department, wanted, versionName(version));
    return version;
  });
}

/** Oldest first; what has no features (they were not kept) can never be learned and is set aside. */
async function unlearned(db: Kysely<Schema>, department: string): Promise<ExampleRow[]> {
  const rows = await db
    .selectFrom("example")
    .leftJoin("features", (join) =>
      join
        .onRef("features.department", "=", "example.department")
        .onRef("features.message_key", "=", "example.message_key"),
    )
    .selectAll("example")
    .select("features.stored_at as kept_at")
    .where("example.department", "=", department)
    .where("example.dirty", "=", 1)
    .orderBy("example.changed_at")
    .orderBy("example.message_key")
    .limit(lessonsPerVersion)
    .execute();
  const lost = rows.filter((row) => row.kept_at === null).map((row) => row.message_key);
  if (lost.length > 0)
    await db
      .updateTable("example")
      .set({ dirty: 0 })
      .where("department", "=", department)
      .where("message_key", "in", lost)
      .execute();
  return rows.filter((row) => row.kept_at !== null);
}

async function markLearned(
  db: Kysely<Schema>,
  department: string,
  learned: readonly ExampleRow[],
  learned_in: string,
): Promise<void> {
  const messages = learned.map((row) => row.message_key);
  await db
    .updateTable("example")
    .set((eb) => ({ dirty: 0, learned_category: eb.ref("category"), learned_priority: eb.ref("priority") }))
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .execute();
  await db
    .updateTable("answer")
    .set({ state: "learned", learned_in })
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .where("state", "=", "accepted")
    .execute();
}
