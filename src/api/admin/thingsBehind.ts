/** What objectives, reviews, decisions and proposals are about whose ids stand in a log; what was removed since has nothing. */
import type { Kysely } from "kysely";
import type { AuditThing } from "../../triage/auditLog.ts";
import type { Formula, ObjectiveTerms } from "../../triage/objective.ts";
import type { DecisionRequest } from "../../triage/review.ts";
import type { AuditRow, DepartmentKey, Schema } from "../store/schema.ts";

type Kind = AuditThing["kind"];
type Logged = Pick<AuditRow, "action" | "subject">;

/** A subject begins with the id of what it was done to. */
const kindOfAction: Readonly<Record<string, Kind>> = {
  "objective agreed": "objective",
  "objective withdrawn": "objective",
  forecast: "objective",
  "review opened": "review",
  "review closed": "review",
  "review redacted": "review",
  decision: "decision",
  "decision outcome": "decision",
  propose: "proposal",
  acceptProposal: "proposal",
  declineProposal: "proposal",
};

const idIn = (subject: string): string => subject.split(" ")[0]!;

export async function thingsBehind(
  db: Kysely<Schema>,
  department: DepartmentKey,
  rows: readonly Logged[],
): Promise<(row: Logged) => AuditThing | undefined> {
  const idsOf = (kind: Kind) => [
    ...new Set(rows.filter((row) => kindOfAction[row.action] === kind).map(({ subject }) => idIn(subject))),
  ];
  const decisions = await decisionsOf(db, department, idsOf("decision"));
  const about = [...decisions.values()].flatMap(({ objectiveId }) => objectiveId ?? []);
  const formulas = await formulasOf(db, department, [...new Set([...idsOf("objective"), ...about])]);
  const days = await reviewDaysOf(db, department, idsOf("review"));
  const proposals = await proposalsOf(db, department, idsOf("proposal"));
  const thingOf: Record<Kind, (id: string) => AuditThing | undefined> = {
    objective: (id) => withFormula(formulas.get(id)),
    review: (id) => (days.has(id) ? { kind: "review", openedAt: days.get(id)! } : undefined),
    decision: (id) => {
      const decision = decisions.get(id);
      const formula = formulas.get(decision?.objectiveId ?? "");
      return decision && { kind: "decision", decision: decision.kind, ...(formula ? { formula } : {}) };
    },
    proposal: (id) => proposals.get(id),
  };
  return ({ action, subject }) => {
    const kind = kindOfAction[action];
    return kind && thingOf[kind](idIn(subject));
  };
}

const withFormula = (formula: Formula | undefined): AuditThing | undefined =>
  formula && { kind: "objective", formula };

/** As they were agreed last. */
async function formulasOf(db: Kysely<Schema>, department: DepartmentKey, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Formula>();
  const rows = await db
    .selectFrom("objective")
    .select(["objective", "value"])
    .where("department", "=", department)
    .where("objective", "in", ids)
    .where("kind", "=", "agreed")
    .orderBy("version")
    .execute();
  return new Map(
    rows.map(({ objective, value }) => [objective, (JSON.parse(value) as ObjectiveTerms).formula]),
  );
}

async function reviewDaysOf(db: Kysely<Schema>, department: DepartmentKey, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>();
  const rows = await db
    .selectFrom("review")
    .select(["review", "opened_at"])
    .where("department", "=", department)
    .where("review", "in", ids)
    .execute();
  return new Map(rows.map(({ review, opened_at }) => [review, opened_at]));
}

async function decisionsOf(db: Kysely<Schema>, department: DepartmentKey, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, DecisionRequest>();
  const rows = await db
    .selectFrom("decision")
    .select(["decision", "value"])
    .where("department", "=", department)
    .where("decision", "in", ids)
    .execute();
  return new Map(rows.map(({ decision, value }) => [decision, JSON.parse(value) as DecisionRequest]));
}

async function proposalsOf(db: Kysely<Schema>, department: DepartmentKey, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, AuditThing>();
  const rows = await db
    .selectFrom("proposal")
    .select(["proposal_id", "kind", "category", "name"])
    .where("department", "=", department)
    .where("proposal_id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ proposal_id, kind, category, name }): [string, AuditThing] => [
      proposal_id,
      { kind: "proposal", proposal: kind, category, ...(name === null ? {} : { name }) },
    ]),
  );
}
