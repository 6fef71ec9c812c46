/** Reviews as they are kept, with their decisions and forecasts; and what was frozen when one was closed. */
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Decision, DecisionRequest, Forecast, Review, ReviewEvidence } from "../../triage/review.ts";
import { knownAlias, system } from "../store/aliases.ts";
import { nameBehind } from "../store/people.ts";
import type { DepartmentKey, PersonKey, ReviewRow, Schema } from "../store/schema.ts";

/** Everything that was seen at the closing. */
export interface Frozen {
  evidence: ReviewEvidence;
  decisions: Decision[];
  forecasts: Forecast[];
}

export const sealOf = (frozen: string): string => createHash("sha256").update(frozen).digest("hex");

/** Newest first. */
export const reviewRows = (db: Kysely<Schema>, department: DepartmentKey): Promise<ReviewRow[]> =>
  db
    .selectFrom("review")
    .selectAll()
    .where("department", "=", department)
    .orderBy("opened_at", "desc")
    .orderBy("review", "desc")
    .execute();

export const reviewRow = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  review: string,
): Promise<ReviewRow | undefined> =>
  db
    .selectFrom("review")
    .selectAll()
    .where("department", "=", department)
    .where("review", "=", review)
    .executeTakeFirst();

/** Those of the departments that have a review to hold. */
export async function withOpenReview(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
): Promise<ReadonlySet<DepartmentKey>> {
  if (departments.length === 0) return new Set();
  const rows = await db
    .selectFrom("review")
    .select("department")
    .distinct()
    .where("department", "in", departments)
    .where("closed_at", "is", null)
    .execute();
  return new Set(rows.map(({ department }) => department));
}

/** The last one that was closed, before a moment. */
export const lastClosed = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  before: number,
): Promise<ReviewRow | undefined> =>
  db
    .selectFrom("review")
    .selectAll()
    .where("department", "=", department)
    .where("closed_at", "is not", null)
    .where("closed_at", "<=", before)
    .orderBy("closed_at", "desc")
    .limit(1)
    .executeTakeFirst();

/** What a review froze; null where there is none. */
export const frozenIn = (row: ReviewRow | undefined): Frozen | null =>
  row?.frozen ? (JSON.parse(row.frozen) as Frozen) : null;

/** A name for an alias of this organisation; empty for the program and for who was erased. Without one the alias stays. */
export const namer = (db: Kysely<Schema>, tenant: string | null) => {
  if (tenant === null) return async (alias: string) => alias;
  const known = new Map<string, Promise<string>>([[system, Promise.resolve("")]]);
  return (alias: string): Promise<string> => {
    const name = known.get(alias) ?? nameBehind(db, tenant, alias);
    known.set(alias, name);
    return name;
  };
};

export async function decisionsOf(
  db: Kysely<Schema>,
  tenant: string | null,
  department: DepartmentKey,
  review: string,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom("decision")
    .selectAll()
    .where("department", "=", department)
    .where("review", "=", review)
    .orderBy("decision")
    .execute();
  const nameOf = namer(db, tenant);
  return Promise.all(
    rows.map(async ({ decision, value, outcome, at, person }) => ({
      id: decision,
      ...(JSON.parse(value) as DecisionRequest),
      outcome,
      at,
      by: await nameOf(person),
    })),
  );
}

/** As it is known now, also of a closed review. */
export const outcomesOf = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  review: string,
): Promise<Review["outcomes"]> =>
  db
    .selectFrom("decision")
    .select(["decision", "outcome"])
    .where("department", "=", department)
    .where("review", "=", review)
    .orderBy("decision")
    .execute();

/** Which decisions of a review a person added. */
export async function decidedBy(
  db: Kysely<Schema>,
  department: DepartmentKey,
  review: string,
  person: PersonKey,
): Promise<string[]> {
  const alias = await knownAlias(db, person);
  if (alias === undefined) return [];
  const rows = await db
    .selectFrom("decision")
    .select("decision")
    .where("department", "=", department)
    .where("review", "=", review)
    .where("person", "=", alias)
    .orderBy("decision")
    .execute();
  return rows.map(({ decision }) => decision);
}

export async function forecastsOf(
  db: Kysely<Schema>,
  tenant: string | null,
  department: DepartmentKey,
  review: string,
): Promise<Forecast[]> {
  const rows = await db
    .selectFrom("forecast")
    .selectAll()
    .where("department", "=", department)
    .where("review", "=", review)
    .orderBy("objective")
    .execute();
  const nameOf = namer(db, tenant);
  return Promise.all(
    rows.map(async ({ objective, probability, person }) => ({
      objectiveId: objective,
      probability,
      by: await nameOf(person),
    })),
  );
}
