/** The acceptance of the arithmetic: what was planted must be found again, at every weekly look of a year. */

import type { Arm } from "../../triage/prediction.ts";
import { agreementOf, anchoringGap, tallyOf } from "../agreement.ts";
import type { Counts } from "../counts.ts";
import { fairnessOf } from "../fairness.ts";
import { wilson } from "../intervals.ts";
import { seeded } from "./seeded.ts";
import type { Truth } from "./staff.ts";
import { holdAllYear, shareOfRuns, weeksInYear, yearOf } from "./year.ts";

/** One line of the table: a share of simulated runs, and what it must be at least or at most. */
export interface Finding {
  claim: string;
  runs: number;
  share: number;
  required: { atLeast: number } | { atMost: number } | "shown only";
}

export const holds = ({ share, required }: Finding): boolean =>
  required === "shown only" || ("atLeast" in required ? share >= required.atLeast : share <= required.atMost);

/** How much mail a simulated department has. */
export interface Size {
  runs: number;
  messagesPerWeek: number;
  blindShare: number;
}

const willing = { wavedThrough: 0, answersRight: 0.9, answersWrong: 0.9, answersAsked: 0.9 };
const leaning = { ...willing, accuracy: 0.8, wavedThrough: 0.4 };
const selective = { ...willing, accuracy: 0.85, answersRight: 0.3, answersWrong: 0.6 };

const covers = ([low, high]: readonly [number, number], truth: number) => low <= truth && truth <= high;

const covered = (counts: Counts, arm: Arm, truth: number): boolean => {
  const { low, high } = agreementOf(counts[arm], "both");
  return covers([low, high], truth);
};

/** Of each claim, the share of simulated years in which it holds at every weekly look. */
function always(
  size: Size,
  truth: Omit<Truth, "blindShare">,
  ...claims: readonly ((counts: Counts) => boolean)[]
): number[] {
  const held = claims.map(() => 0);
  for (let run = 0; run < size.runs; run++) {
    const year = yearOf({ ...truth, blindShare: size.blindShare }, size.messagesPerWeek, seeded(run));
    holdAllYear(year, claims).forEach((holds, i) => {
      held[i]! += Number(holds);
    });
  }
  return held.map((n) => n / size.runs);
}

/** Planted accuracy 0.80, 40 % of shown errors waved through: blind is 0.80, assisted 0.88, the gap 0.08. */
export function anchoringFindings(size: Size): Finding[] {
  const shares = always(
    size,
    leaning,
    (counts) => covered(counts, "blind", 0.8),
    (counts) => covered(counts, "assisted", 0.88),
    (counts) => {
      const { low, high } = anchoringGap(counts, "both");
      return covers([low, high], 0.08);
    },
  );
  const claims = [
    "blind agreement covers 0.80",
    "assisted agreement covers 0.88",
    "the anchoring gap covers 0.08",
  ];
  return claims.map((claim, i) => ({
    claim: `${claim} at every weekly look`,
    runs: size.runs,
    share: shares[i]!,
    required: { atLeast: 0.95 },
  }));
}

/** 30 % answers on right mail, 60 % on wrong: the naive rate says 0.739, and the headline must still find 0.85. */
export function selectionFindings(size: Size): Finding[] {
  const { runs } = size;
  const [blind, naive] = always(
    size,
    selective,
    (counts) => covered(counts, "blind", 0.85),
    (counts) => covered(counts, "open", 0.85),
  );
  return [
    {
      claim: "blind agreement covers 0.85 at every weekly look, though answers select themselves",
      runs,
      share: blind!,
      required: { atLeast: 0.95 },
    },
    {
      claim: "the naive open rate covers 0.85 (it should not)",
      runs,
      share: naive!,
      required: { atMost: 0.05 },
    },
  ];
}

/** The mean naive rate after a year: 0.739 by arithmetic. */
export function naiveRate(size: Size): number {
  const rates = Array.from({ length: Math.min(size.runs, 50) }, (_, run) => {
    let last: Counts | undefined;
    const truth = { ...selective, blindShare: size.blindShare };
    for (const counts of yearOf(truth, size.messagesPerWeek, seeded(run + 77))) last = counts;
    return agreementOf(last!.open, "both").share!;
  });
  return rates.reduce((a, b) => a + b, 0) / rates.length;
}

/** 20 checks a week with the truth exactly on target: how often a year of looks brings a false verdict. */
export function lookingFindings(runs: number): Finding[] {
  const size = { runs, messagesPerWeek: 80, blindShare: 0.25 };
  const [sequence, ordinary] = always(
    size,
    { ...willing, accuracy: 0.85, answersAsked: 1 },
    (counts) => covered(counts, "blind", 0.85),
    (counts) => {
      const { hits, trials } = tallyOf(counts.blind.both);
      return covers(wilson(hits, trials), 0.85);
    },
  );
  return [
    {
      claim: "a false verdict on an objective within a year, this interval",
      runs,
      share: 1 - sequence!,
      required: { atMost: 0.05 },
    },
    {
      claim: "a false verdict within a year, ordinary 95 % interval",
      runs,
      share: 1 - ordinary!,
      required: "shown only",
    },
  ];
}

/** Eight departments served equally well: how often any is flagged within a year of weekly looks. */
export function fairnessFindings(size: Size): Finding[] {
  const truth = { ...willing, accuracy: 0.82, blindShare: size.blindShare };
  const flagged = shareOfRuns(size.runs, (run) => {
    const years = Array.from({ length: 8 }, (_, d) =>
      yearOf(truth, size.messagesPerWeek, seeded(run * 8 + d + 1e6)),
    );
    return Array.from({ length: weeksInYear }).some(() => {
      const blind = years.map(
        (year, d) => [`d${d}`, tallyOf((year.next().value as Counts).blind.both)] as const,
      );
      return [...fairnessOf(new Map(blind)).values()].some(
        ({ kind }) => kind === "worse" || kind === "better",
      );
    });
  });
  return [
    {
      claim: "a fairness flag within a year though all eight are served alike",
      runs: size.runs,
      share: flagged,
      required: { atMost: 0.05 },
    },
  ];
}
