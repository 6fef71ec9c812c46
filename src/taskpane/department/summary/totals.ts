/** Sums of the states: opened is everything that was shown to somebody, answered what got a verdict. */
import type { StateCounts } from "../../../triage/summary.ts";

export const stateOrder = ["confirmed", "corrected", "unpredicted", "unsure", "shown", "neverShown"] as const;

export interface Totals {
  opened: number;
  answered: number;
}

export function totalsOf(states: StateCounts): Totals {
  const answered = states.confirmed + states.corrected + states.unsure + states.unpredicted;
  return { answered, opened: answered + states.shown + states.neverShown };
}
