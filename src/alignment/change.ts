/** Whether a share is another since some moment: the evidence since then against the evidence until then. */
import { defaultAlpha, differenceSequence, type Interval, type Tally } from "./intervals.ts";
import type { Better } from "./objective.ts";

export interface Change {
  /** what came in since */
  since: Tally;
  /** the share since minus the share until then; null without evidence on either side */
  gap: number | null;
  /** of the difference of shares, from −1 to 1; holds however often one looks */
  low: number;
  high: number;
}

/**
 * What changed since a moment at which `before` was counted, when `now` counts all of it and more.
 *
 * The evidence since then is compared with the evidence until then: a change of the total would be the same change made
 * smaller. Where verdicts were taken back, so that the rest is no share, the two totals are compared, which is valid too,
 * for the interval holds for any dependence between its sides (`differenceSequence`).
 */
export function changeSince(before: Tally, now: Tally, alpha = defaultAlpha): Change {
  const since = { hits: now.hits - before.hits, trials: now.trials - before.trials };
  return isShare(since) ? changeBetween(before, since, alpha) : changeBetween(before, now, alpha);
}

/** The same where what came in since is counted on its own. */
export function changeBetween(before: Tally, since: Tally, alpha = defaultAlpha): Change {
  if (before.trials === 0 || since.trials === 0) return { since, gap: null, low: -1, high: 1 };
  const [low, high]: Interval = differenceSequence(since, before, alpha);
  return { since, gap: since.hits / since.trials - before.hits / before.trials, low, high };
}

/** Whether chance alone, without any change, could have made the difference: its interval holds 0. */
export const couldBeChance = ({ low, high }: Pick<Change, "low" | "high">): boolean => low <= 0 && high >= 0;

/** Whether it surely went the bad way: all of the interval is on the bad side of 0. */
export const isDecline = ({ low, high }: Pick<Change, "low" | "high">, better: Better): boolean =>
  better === "higher" ? high < 0 : low > 0;

/** False where verdicts were taken back, so that what is left is no share of anything. */
export const isShare = ({ hits, trials }: Tally): boolean => hits >= 0 && trials >= hits;
