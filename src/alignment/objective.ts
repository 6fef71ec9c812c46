/** What a department agreed to reach, and whether the evidence says it did: computed, never set. */
import { confidenceSequence, defaultAlpha, divergence, mixtureReach } from "./intervals.ts";

/** Which side of the target is the good one. */
export type Better = "higher" | "lower";

/** What was agreed on a share. */
export interface Goal {
  /** in [0, 1] */
  target: number;
  better: Better;
  /** evidence older than this is out of date, in ms */
  reviewRhythmMs: number;
  /** when this version of the objective began; its evidence counts from here, epoch ms */
  since: number;
}

/** All evidence of this version of the objective. */
export interface Evidence {
  hits: number;
  trials: number;
  /** the newest row, epoch ms; null without any */
  lastAt: number | null;
}

/** How much more is needed: a number of checks, or no number since the share is too near the target or unknown. */
export type MoreChecks = number | "tooCloseToCall" | "noEvidence";

export type ObjectiveState =
  | { kind: "met" | "notMet"; low: number; high: number }
  | { kind: "notYetKnown"; low: number; high: number; moreChecks: MoreChecks }
  | { kind: "outOfDate"; since: number; low: number; high: number };

/** Past this many the answer is "too close to call". */
export const mostMoreChecks = 10_000;

/**
 * Met when the whole interval is on the good side of the target (the target itself is good), not met when it is wholly
 * on the bad side, otherwise not yet known; out of date when nothing new came in within the review rhythm.
 *
 * Uses the confidence sequence, so it may be computed at every look without more false verdicts.
 */
export function stateOf(goal: Goal, evidence: Evidence, now: number, alpha = defaultAlpha): ObjectiveState {
  const [low, high] = confidenceSequence(evidence.hits, evidence.trials, alpha);
  const newest = evidence.lastAt ?? goal.since;
  if (now - newest > goal.reviewRhythmMs) return { kind: "outOfDate", since: newest, low, high };
  const verdict = decided(goal, low, high);
  if (verdict) return { kind: verdict, low, high };
  return { kind: "notYetKnown", low, high, moreChecks: checksUntilDecided(evidence, goal, alpha) };
}

function decided({ target, better }: Pick<Goal, "target" | "better">, low: number, high: number) {
  if (better === "higher" ? low >= target : high <= target) return "met";
  return (better === "higher" ? high < target : low > target) ? "notMet" : null;
}

/**
 * The smallest N for which the interval would decide if the share stays exactly as it is.
 *
 * With the share fixed, n·KL(share, target) grows straight while the bound it must pass grows as ½ ln n, so from
 * undecided there is one crossing, found by halving. An estimate for planning, not a promise.
 */
export function checksUntilDecided(
  { hits, trials }: Pick<Evidence, "hits" | "trials">,
  { target }: Pick<Goal, "target">,
  alpha = defaultAlpha,
): MoreChecks {
  if (trials === 0) return "noEvidence";
  const share = hits / trials;
  const settled = (n: number) => divergence(share, target) >= mixtureReach(share * n, n, alpha);
  if (settled(trials)) return 0;
  if (!settled(trials + mostMoreChecks)) return "tooCloseToCall";
  let [not, yes] = [0, mostMoreChecks];
  while (yes - not > 1) {
    const middle = Math.floor((not + yes) / 2);
    if (settled(trials + middle)) yes = middle;
    else not = middle;
  }
  return yes;
}

/**
 * The fewest checks after which any verdict is possible (all hits, or none): what an empty state may promise at best.
 *
 * @returns a number of checks from none, or "tooCloseToCall" for a target that so few can never settle
 */
export function fewestChecks({ target }: Pick<Goal, "target">, alpha = defaultAlpha): MoreChecks {
  for (let n = 1; n <= mostMoreChecks; n++) {
    const sure = (alpha / (n + 1)) ** (1 / n);
    if (sure >= target || 1 - sure < target) return n;
  }
  return "tooCloseToCall";
}
