/** What the verdicts on a category say about a proposal to define it otherwise. */
import type { Kysely } from "kysely";
import type { Proposal } from "../../triage/proposal.ts";
import { unclearSince } from "../reviews/since.ts";
import { categoryCells } from "../store/counted.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { sumsOf } from "../store/sums.ts";
import { categoryNames, renamed, todaysName } from "./categoryMoves.ts";

const lookedBackMs = 84 * dayMs;

/** Of open proposals about a category there is; the others have nothing to count. */
export async function withEvidence(
  db: Kysely<Schema>,
  department: DepartmentKey,
  proposals: readonly Proposal[],
  now: number,
): Promise<Proposal[]> {
  const isCounted = ({ state, kind }: Proposal) => state === "open" && kind === "definition";
  if (!proposals.some(isCounted)) return [...proposals];
  const from = now - lookedBackMs;
  const names = await categoryNames(db, department);
  const cells = categoryCells(
    renamed(await sumsOf(db, department, ["category"], dayOf(from), dayOf(now)), names),
  );
  const unclear = await unclearSince(db, department, from, names);
  const evidenceOf = (proposed: string): NonNullable<Proposal["evidence"]> => {
    const category = todaysName(names)(proposed);
    const own = cells.filter(({ predicted, final }) => predicted === category || final === category);
    return {
      verdicts: sum(own),
      corrected: sum(own.filter(({ predicted, final }) => predicted !== final)),
      unclear: unclear.find((one) => one.category === category)?.count ?? 0,
    };
  };
  return proposals.map((one) => (isCounted(one) ? { ...one, evidence: evidenceOf(one.category) } : one));
}

const sum = (cells: readonly { count: number }[]) => cells.reduce((all, { count }) => all + count, 0);
