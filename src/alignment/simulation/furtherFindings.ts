/** Beyond the acceptance: how often drift, the fixed-time estimate and the update gate are right and wrong. */
import { emptyWindow, watch } from "../drift.ts";
import { gateOf } from "../gate.ts";
import { newcombe, wilson } from "../intervals.ts";
import type { Pairs } from "../paired.ts";
import { addToBand, bandOf, emptyBand, predictionPowered } from "../predictionPowered.ts";
import type { Finding } from "./acceptance.ts";
import { seeded } from "./seeded.ts";
import { shareOfRuns } from "./year.ts";

/** A year of 20 checks a week: alarms on a steady model, and on one that falls from 85 % to 65 % halfway. */
export function driftFindings(runs: number): Finding[] {
  const alarmed = (errorRate: (i: number) => number) => (run: number) => {
    const random = seeded(run + 31);
    let window = emptyWindow;
    for (let i = 0; i < 1040; i++) {
      const watched = watch(window, random() < errorRate(i));
      if (watched.drift) return true;
      window = watched.window;
    }
    return false;
  };
  return [
    {
      claim: "a drift alarm within a year on a steady model",
      runs,
      share: shareOfRuns(
        runs,
        alarmed(() => 0.15),
      ),
      required: { atMost: 0.05 },
    },
    {
      claim: "a drift alarm after accuracy fell from 85 % to 65 %",
      runs,
      share: shareOfRuns(
        runs,
        alarmed((i) => (i < 520 ? 0.15 : 0.35)),
      ),
      required: { atLeast: 0.9 },
    },
  ];
}

interface Report {
  covered: boolean;
  ratio: number;
}

/** One report over 4,000 opened messages, one in twenty blind, from a model that is `boast` too sure of itself. */
function reportOf(boast: number, random: () => number): Report {
  const bands = Array.from({ length: 10 }, emptyBand);
  const blind = { hits: 0, trials: 0 };
  for (let i = 0; i < 4000; i++) {
    const chance = 1 - 0.6 * random() ** 2;
    const confidence = Math.min(0.999, chance + boast);
    const agreed = random() < chance;
    const isBlind = random() < 0.05;
    const band = bandOf(confidence);
    bands[band] = addToBand(bands[band]!, confidence, isBlind ? agreed : undefined);
    if (!isBlind) continue;
    blind.trials += 1;
    blind.hits += Number(agreed);
  }
  const powered = predictionPowered(bands)!;
  const [low, high] = wilson(blind.hits, blind.trials);
  return {
    covered: powered.low <= 0.8 && powered.high >= 0.8,
    ratio: (powered.high - powered.low) / (high - low),
  };
}

/** The fixed-time estimate at one look; about 95 % by design, and not to be looked at weekly. */
export function poweredFindings(runs: number): (Finding & { meanWidthAgainstWilson: number })[] {
  return [0, 0.15].map((boast) => {
    const reports = Array.from({ length: runs }, (_, run) => reportOf(boast, seeded(run + 4242)));
    return {
      claim: `prediction-powered agreement covers 0.80 at one look${boast ? ", model boasting by 0.15" : ""}`,
      runs,
      share: reports.filter((report) => report.covered).length / runs,
      required: { atLeast: 0.93 },
      meanWidthAgainstWilson: reports.reduce((sum, { ratio }) => sum + ratio, 0) / runs,
    };
  });
}

/** A replay in which the candidate differs from the live model in 15 % of the verdicts, and gains or loses by `gain`. */
function pairsOf(n: number, gain: number, random: () => number): Pairs {
  const pairs = { bothRight: 0, onlyLiveRight: 0, onlyCandidateRight: 0, bothWrong: 0 };
  for (let i = 0; i < n; i++) {
    const u = random();
    if (u < 0.075 + gain / 2) pairs.onlyCandidateRight += 1;
    else if (u < 0.15) pairs.onlyLiveRight += 1;
    else if (u < 0.9) pairs.bothRight += 1;
    else pairs.bothWrong += 1;
  }
  return pairs;
}

/** Eight departments of 100 replayed verdicts each: how often the gate holds back the good and lets through the bad. */
export function gateFindings(runs: number): Finding[] {
  const held = (gains: readonly number[]) => (run: number) => {
    const random = seeded(run + 990);
    const departments = new Map(gains.map((gain, d) => [`d${d}`, pairsOf(100, gain, random)]));
    return !gateOf({ departments, liveCalibrationError: 0.05, candidateCalibrationError: 0.05 }).passes;
  };
  const all = (gain: number) => Array.from({ length: 8 }, () => gain);
  const of = (claim: string, gains: readonly number[]): Finding => ({
    claim,
    runs,
    share: shareOfRuns(runs, held(gains)),
    required: "shown only",
  });
  return [
    of("the gate holds back a candidate 5 points better everywhere", all(0.05)),
    of("the gate holds back a candidate 10 points better everywhere", all(0.1)),
    of("the gate holds back one 5 points better, 10 points worse in one department", [
      -0.1,
      ...all(0.05).slice(1),
    ]),
    of("the gate holds back a candidate 3 points worse everywhere", all(-0.03)),
  ];
}

/** Newcombe's difference at one fixed look, for reports. */
export function reportFindings(runs: number): Finding[] {
  const share = shareOfRuns(runs, (run) => {
    const random = seeded(run + 5150);
    const draw = (n: number, p: number) => {
      let hits = 0;
      for (let i = 0; i < n; i++) hits += Number(random() < p);
      return { hits, trials: n };
    };
    const [low, high] = newcombe(draw(120, 0.88), draw(120, 0.8));
    return low <= 0.08 && high >= 0.08;
  });
  return [
    {
      claim: "a report's difference of two shares covers 0.08 at one look",
      runs,
      share,
      required: { atLeast: 0.93 },
    },
  ];
}
