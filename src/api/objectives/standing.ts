/** How one version of an objective stands: computed from its evidence at the moment of asking, kept nowhere. */
import type { Kysely } from "kysely";
import { fewAnswers } from "../../alignment/agreement.ts";
import { fewestChecks, stateOf } from "../../alignment/objective.ts";
import type { Policy } from "../../triage/department.ts";
import type { Caveat, Formula, ObjectiveTerms, Standing } from "../../triage/objective.ts";
import { dayMs } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { type Gathered, gather, type Span } from "./evidence.ts";
import { armOf } from "./tally.ts";

type Judged = Pick<ObjectiveTerms, "formula" | "target" | "rhythmDays">;

export async function standingOf(
  db: Kysely<Schema>,
  department: { key: DepartmentKey; policy: Policy },
  terms: Judged,
  span: Span,
  now: number,
): Promise<Standing> {
  const gathered = await gather(db, department.key, terms.formula, span, now);
  return judge(terms, gathered, department.policy, span, now);
}

const nothing = { hits: 0, trials: 0, lastOn: null, perWeek: 0 };

function judge(
  { formula, target, rhythmDays }: Judged,
  gathered: Gathered,
  policy: Policy,
  { from, to }: Span,
  now: number,
): Standing {
  const caveats = caveatsOf(formula, gathered, policy);
  // What is left of the urgent mail is only what the model missed: no evidence of anything.
  const { hits, trials, lastOn, perWeek } = caveats.includes("urgentNotAsked") ? nothing : gathered;
  const goal = { target, better: betterOf(formula), reviewRhythmMs: rhythmDays * dayMs, since: from };
  const lastAt = lastOn === null ? null : Math.min(now, Date.parse(lastOn) + dayMs - 1);
  const fewest = fewestChecks(goal);
  return {
    state: stateOf(goal, { hits, trials, lastAt }, Math.min(now, to ?? now)),
    hits,
    trials,
    share: trials === 0 ? null : hits / trials,
    arm: armOf(formula),
    from,
    to,
    lastOn,
    perWeek,
    fewest: typeof fewest === "number" ? fewest : null,
    caveats,
  };
}

export const betterOf = (formula: Formula) => (formula.kind === "imported" ? formula.better : "higher");

function caveatsOf(formula: Formula, { asks }: Gathered, policy: Policy): Caveat[] {
  if (armOf(formula) !== "blind") return [];
  const isAboutUrgent =
    formula.kind === "urgentRecall" || (formula.kind === "priority" && formula.priority === "urgent");
  const caveats: Caveat[] = [];
  if (isAboutUrgent && policy.blindSkipsUrgent) caveats.push("urgentNotAsked");
  if (policy.blindShare === 0 || policy.askBudget === 0) caveats.push("blindChecksOff");
  if (asks && asks.asked > 0 && asks.answered < fewAnswers * asks.asked) caveats.push("manyUnanswered");
  return caveats;
}
