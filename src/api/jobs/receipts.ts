/** Would the model be right today? Asked again for recent learned verdicts whenever a version goes live. */
import { predict, type Predictor as Reader } from "../../classifier/predictor.ts";
import { breath } from "../breath.ts";
import type { BuiltIn } from "../predictors/builtIn.ts";
import { featuresFrom } from "../predictors/featureBytes.ts";
import { bytesOf } from "../store/blob.ts";
import type { Department } from "../store/departments.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { markAnswers, versionRow, type Wording } from "./versions.ts";

const verdictsLookedAt = 500;
const perSlice = 20;

/** Brings the receipts up to the live version, unless they are; a crash in between leaves it to the next round. */
export async function settleReceipts(store: Store, model: BuiltIn, department: Department): Promise<void> {
  const { key, modelVersion } = department;
  const row = modelVersion > 0 ? await versionRow(store.db, key, modelVersion) : undefined;
  if (row?.settled !== 0) return;
  await breath();
  await refreshReceipts(store, department, await model.catchUp(department));
  await store.db
    .updateTable("model_version")
    .set({ settled: 1 })
    .where("department", "=", key)
    .where("version", "=", modelVersion)
    .execute();
}

async function refreshReceipts(store: Store, { key }: Department, reader: Reader): Promise<void> {
  const rows = await learnedAnswers(store, key);
  const changed = { right: [] as Wording[], wrong: [] as Wording[] };
  for (const [i, row] of rows.entries()) {
    const { categories, priorities } = predict(reader, featuresFrom(bytesOf(row.value)));
    const isRight = categories[0]?.id === row.category && priorities[0]?.id === row.priority;
    const now = isRight ? "right" : "wrong";
    if (now !== row.now) changed[now].push(row);
    if (i % perSlice === perSlice - 1) await breath();
  }
  if (changed.right.length + changed.wrong.length === 0) return;
  await inTransaction(store, [key], async (db) => {
    await markAnswers(db, key, changed.right, { now: "right" });
    await markAnswers(db, key, changed.wrong, { now: "wrong" });
  });
}

/** Away from the requests, and the features of those alone that are looked at. */
const learnedAnswers = ({ scans }: Store, department: string) =>
  scans.db
    .selectFrom((db) =>
      db
        .selectFrom("answer")
        .select([
          "department",
          "message_key",
          "prediction_id",
          "feedback_id",
          "category",
          "priority",
          "now",
          "at",
        ])
        .where("department", "=", department)
        .where("state", "=", "learned")
        .orderBy("at", "desc")
        .limit(verdictsLookedAt)
        .as("newest"),
    )
    .innerJoin("features", (join) =>
      join
        .onRef("features.department", "=", "newest.department")
        .onRef("features.message_key", "=", "newest.message_key"),
    )
    .select([
      "newest.prediction_id",
      "newest.feedback_id",
      "newest.category",
      "newest.priority",
      "newest.now",
      "features.value",
    ])
    .where("features.department", "=", department)
    .execute();
