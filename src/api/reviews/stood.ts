/** How an objective stood when a review was closed, and whether what came in since is another share. */
import { isDeepStrictEqual } from "node:util";
import { type Change, changeBetween, changeSince, couldBeChance } from "../../alignment/change.ts";
import type { Objective } from "../../triage/objective.ts";
import type { Stood } from "../../triage/review.ts";
import type { Frozen } from "./rows.ts";

/** null when it was not there yet, or promised something else then: two formulas have nothing to compare. */
export function stoodIn(
  frozen: Frozen | null,
  { id, version, formula, standing }: Pick<Objective, "id" | "version" | "formula" | "standing">,
): Stood | null {
  const before = frozen?.evidence.objectives.find((one) => one.id === id);
  if (!before || !isDeepStrictEqual(before.formula, formula)) return null;
  const { share, state } = before.standing;
  // A new version counts from its own beginning: all its evidence is new.
  const change = (before.version === version ? changeSince : changeBetween)(before.standing, standing);
  return { share, state, target: before.target, since: told(change) };
}

const told = (change: Change): NonNullable<Stood["since"]> => ({
  share: change.since.trials === 0 ? null : change.since.hits / change.since.trials,
  trials: change.since.trials,
  low: change.low,
  high: change.high,
  isLikelyReal: !couldBeChance(change),
});
