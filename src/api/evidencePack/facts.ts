/** What the pack tells of a department, read from the store: never a word of mail, and nobody by name. */
import type { Kysely } from "kysely";
import { type Arm, Arm as ArmSchema } from "../../triage/prediction.ts";
import { categoryNames, renamed } from "../corrections/categoryMoves.ts";
import { fieldAgreement } from "../store/agreement.ts";
import { countsIn } from "../store/counted.ts";
import type { Department } from "../store/departments.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { sumsOf } from "../store/sums.ts";

const arms: readonly Arm[] = ArmSchema.anyOf.map((arm) => arm.const);
const yearDays = 365;
const protocolKinds = ["asked", "answered", "state", "category", "priority", "both"];

/** How blind checks were drawn, asked and answered in the last year, and what they say. */
export async function blindProtocol(db: Kysely<Schema>, department: Department, now: number) {
  const [from, to] = [dayOf(now - (yearDays - 1) * dayMs), dayOf(now)];
  const counts = countsIn(
    renamed(
      await sumsOf(db, department.key, protocolKinds, from, to),
      await categoryNames(db, department.key),
    ),
  );
  const policies = await db
    .selectFrom("policy")
    .select(["version", "value", "at"])
    .where("department", "=", department.key)
    .orderBy("version")
    .execute();
  const skipped = await db
    .selectFrom("opening")
    .select(["ask_skipped", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "=", department.key)
    .where("opened_at", ">=", Date.parse(from))
    .where("ask_skipped", "is not", null)
    .groupBy("ask_skipped")
    .execute();
  return {
    from,
    to,
    draw: "u = HMAC-SHA-256(tenant key, department and message key) in [0, 1); u below the blind share is blind, below twice the share assisted, else open. Drawn by the server before anything is shown.",
    interval:
      "beta-binomial mixture confidence sequence, uniform prior, alpha 0.05: valid at all looks at once",
    asks: Object.fromEntries(
      arms.map((arm) => [
        arm,
        { asked: counts[arm].asked, answered: counts[arm].answered, unsure: counts[arm].unsure },
      ]),
    ),
    skipped: Object.fromEntries(skipped.map(({ ask_skipped, n }) => [ask_skipped, n])),
    agreement: {
      category: fieldAgreement(counts, "category"),
      priority: fieldAgreement(counts, "priority"),
      both: fieldAgreement(counts, "both"),
    },
    policies: policies.map(({ version, value, at }) => ({ version, at, ...(JSON.parse(value) as object) })),
  };
}

/** Every model version with what the update gate found, and what a person overruled. */
export async function modelHistory(db: Kysely<Schema>, department: DepartmentKey) {
  const rows = await db
    .selectFrom("model_version")
    .selectAll()
    .where("department", "=", department)
    .orderBy("version")
    .execute();
  return rows.map(({ department: _, judgement, changes, ...row }) => ({
    ...row,
    judgement: judgement === null ? null : (JSON.parse(judgement) as unknown),
    changes: changes === null ? null : (JSON.parse(changes) as unknown),
  }));
}

/** Deeds of people over the model and the figures, from the audit log; verdicts are not among them. */
export async function overrides(db: Kysely<Schema>, department: DepartmentKey) {
  return db
    .selectFrom("audit")
    .select(["position", "at", "person", "action", "subject"])
    .where("department", "=", department)
    .where("action", "not in", ["verdict", "undo", "move", "measurement"])
    .orderBy("position")
    .execute();
}

/** Nothing older than was promised: the oldest of what is kept, and how much is past its time. */
export async function retentionProof(db: Kysely<Schema>, { key, policy }: Department, now: number) {
  const keptSince = now - policy.retentionDays * dayMs;
  const oldest = async (table: "opening" | "feedback" | "features") => {
    const row = await db
      .selectFrom(table)
      .select((eb) => [
        eb.fn.min<number | null>("stored_at").as("oldest"),
        eb.fn.countAll<number>().as("kept"),
        eb.fn
          .sum<number | null>(eb.case().when("stored_at", "<", keptSince).then(1).else(0).end())
          .as("overdue"),
      ])
      .where("department", "=", key)
      .executeTakeFirstOrThrow();
    return { kept: row.kept, oldest: row.oldest, overdue: row.overdue ?? 0 };
  };
  return {
    retentionDays: policy.retentionDays,
    keptSince,
    openings: await oldest("opening"),
    feedback: await oldest("feedback"),
    features: await oldest("features"),
  };
}

export const auditLines = async (db: Kysely<Schema>, department: DepartmentKey): Promise<string> =>
  (
    await db
      .selectFrom("audit")
      .selectAll()
      .where("department", "=", department)
      .orderBy("position")
      .execute()
  )
    .map((row) => JSON.stringify(row))
    .join("\n");
