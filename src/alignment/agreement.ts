/** How often verdicts equal the prediction, per arm, and what the silent part of the mail could change about it. */
import { type State, states } from "./contribution.ts";
import type { Agreed, ArmCounts, Counts } from "./counts.ts";
import {
  defaultAlpha,
  differenceSequence,
  type Interval,
  type Share,
  shareOf,
  type Tally,
} from "./intervals.ts";

export type Field = "category" | "priority" | "both";

/** Below this share of answered asks the blind figures carry the flag "many asks unanswered". */
export const fewAnswers = 0.6;

/** Below this many verdicts a share is not said aloud: its interval leaves nearly everything open. */
export const fewestForShare = 30;

/** Agreement on one field in one arm; in the blind arm it is the accuracy. */
export interface Agreement extends Share {
  /** agreement if every asked message without a verdict were wrong, and if it were right; null without evidence */
  bounds: Interval | null;
  /** answered (unsure is an answer too) of all asks of this arm; a refused ask is missing, never right */
  answered: Share;
  /** unsure of all answered */
  unsure: Share;
  /** fewer than 60 % of the asks were answered: show the bounds beside the figure */
  manyUnanswered: boolean;
  /** verdicts missing to `fewestForShare`; 0 when there are enough */
  missing: number;
}

/** Equal of equal and different. */
export const tallyOf = ({ equal, different }: Agreed): Tally => ({ hits: equal, trials: equal + different });

/**
 * equal / (equal + different) of one arm, with its confidence sequence, bounds and answered asks.
 *
 * Unsure is in neither. In the open arm an "ask" is a prediction on the screen.
 */
export function agreementOf(counts: ArmCounts, field: Field, alpha = defaultAlpha): Agreement {
  const { equal, different } = counts[field];
  const missing = counts.asked - counts.answered;
  const all = equal + different + missing;
  const verdicts = equal + different + counts.unsure;
  return {
    ...shareOf(tallyOf(counts[field]), alpha),
    bounds: all === 0 ? null : [equal / all, (equal + missing) / all],
    answered: shareOf({ hits: counts.answered, trials: counts.asked }, alpha),
    unsure: shareOf({ hits: counts.unsure, trials: verdicts }, alpha),
    manyUnanswered: counts.asked > 0 && counts.answered < fewAnswers * counts.asked,
    missing: Math.max(0, fewestForShare - equal - different),
  };
}

/** A difference of two shares with an interval valid at all times; `gap` is null while one side has no evidence. */
export interface Gap {
  gap: number | null;
  low: number;
  high: number;
}

/** Assisted minus blind agreement: how far people lean on a shown prediction. Each arm at alpha/2. */
export function anchoringGap(counts: Counts, field: Field, alpha = defaultAlpha): Gap {
  return gapBetween(tallyOf(counts.assisted[field]), tallyOf(counts.blind[field]), alpha);
}

/** a − b as a gap. */
export function gapBetween(a: Tally, b: Tally, alpha = defaultAlpha): Gap {
  const [low, high] = differenceSequence(a, b, alpha);
  const known = a.trials > 0 && b.trials > 0;
  return { gap: known ? a.hits / a.trials - b.hits / b.trials : null, low, high };
}

/** The share of all opened messages in each state, over all arms; null when nothing was opened. */
export function coverageOf(counts: Counts): Record<State, number> | null {
  const of = (state: State) => Object.values(counts).reduce((sum, arm) => sum + arm[state], 0);
  const opened = states.reduce((sum, state) => sum + of(state), 0);
  if (opened === 0) return null;
  return Object.fromEntries(states.map((state) => [state, of(state) / opened])) as Record<State, number>;
}
