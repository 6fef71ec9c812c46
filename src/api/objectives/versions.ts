/** Objectives as they are kept: one row for each version, never changed; what holds now is the newest. */
import type { Kysely } from "kysely";
import type { Baseline, ObjectiveTerms } from "../../triage/objective.ts";
import type { DepartmentKey, ObjectiveRow, Schema } from "../store/schema.ts";

/** The terms of a version with the share from before it. */
export interface Agreed extends Omit<ObjectiveTerms, "declaredBaseline"> {
  baseline: Baseline | null;
}

/** A stored version, read. */
export interface Version {
  objective: string;
  version: number;
  terms: Agreed;
  /** evidence counts from here … */
  since: number;
  /** … until before there; null while it holds */
  until: number | null;
  at: number;
  person: string;
}

export interface Line {
  objective: string;
  /** oldest first */
  versions: Version[];
  withdrawn: { at: number; person: string; reason: string | null } | null;
  /** of the newest row, a withdrawal too: what the next change is based on */
  newest: number;
}

export async function linesOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  objective?: string,
): Promise<Line[]> {
  const rows = await db
    .selectFrom("objective")
    .selectAll()
    .where("department", "=", department)
    .$if(objective !== undefined, (query) => query.where("objective", "=", objective!))
    .orderBy("objective")
    .orderBy("version")
    .execute();
  const lines = new Map<string, ObjectiveRow[]>();
  for (const row of rows) lines.set(row.objective, [...(lines.get(row.objective) ?? []), row]);
  return [...lines.values()].map(lineOf);
}

function lineOf(rows: readonly ObjectiveRow[]): Line {
  const last = rows.at(-1)!;
  const agreed = rows.filter(({ kind }) => kind === "agreed");
  return {
    objective: last.objective,
    versions: agreed.map((row) => ({
      objective: row.objective,
      version: row.version,
      terms: JSON.parse(row.value) as Agreed,
      since: row.since,
      until: rows.find(({ version }) => version > row.version)?.at ?? null,
      at: row.at,
      person: row.person,
    })),
    withdrawn:
      last.kind === "withdrawn"
        ? {
            at: last.at,
            person: last.person,
            reason: (JSON.parse(last.value) as { reason: string | null }).reason,
          }
        : null,
    newest: last.version,
  };
}
