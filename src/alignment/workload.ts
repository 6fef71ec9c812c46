/** What the asking costs staff and what the model saves them, in presses and minutes. */
import { defaultAlpha, type Share, shareOf } from "./intervals.ts";

/** Sums over verdicts, kept as counters. */
export interface Work {
  verdicts: number;
  presses: number;
  onePress: number;
  confirmed: number;
  /** handling time (shown → verdict) of confirmed verdicts and of asked checks, in ms */
  confirmedMs: number;
  askedMs: number;
}

export interface Workload {
  pressesPerVerdict: number | null;
  onePressShare: Share;
  /** minutes staff spent on asked checks */
  askedMinutes: number;
  /** confirmed × (baseline − mean handling time); may be below 0; null without a measured baseline: then not shown */
  savedMinutes: number | null;
}

/**
 * Presses per verdict, one-press share, minutes asked and minutes saved.
 *
 * @param baselineMs what triage of one message took the department before, measured; null when nobody measured it
 */
export function workloadOf(work: Work, baselineMs: number | null, alpha = defaultAlpha): Workload {
  return {
    pressesPerVerdict: work.verdicts === 0 ? null : work.presses / work.verdicts,
    onePressShare: shareOf({ hits: work.onePress, trials: work.verdicts }, alpha),
    askedMinutes: work.askedMs / 60_000,
    savedMinutes: baselineMs === null ? null : (work.confirmed * baselineMs - work.confirmedMs) / 60_000,
  };
}
