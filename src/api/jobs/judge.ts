/** The update gate on replayed messages: which verdicts judge a candidate, and what they say. */
import { calibrationOf } from "../../alignment/calibration.ts";
import { defaultGate, gateOf } from "../../alignment/gate.ts";
import type { Pairs } from "../../alignment/paired.ts";
import type { Basis, GateGroup, Judgement } from "../../triage/model.ts";

/** What a model says of a message. */
export interface Call {
  category: string;
  priority: string;
  /** of the category */
  confidence: number;
}

/** A verdict, and what both models say of its message without having learned it. */
export interface Replayed {
  source: "blind" | "correction" | "verdict";
  said: { category: string; priority: string };
  live: Call;
  candidate: Call;
}

/** Fewer judge nothing: with them a share may be anything. */
export const fewestJudges = defaultGate.fewest;
/** Verdicts in a bin of the calibration error; with fewer it measures chance. */
const perBin = 15;

/**
 * On blind checks once there are 30 (the only unbiased ones), with accepted corrections as a group of their own; before
 * that on all verdicts; and in a department that has only begun any version is better than none, and said to be unjudged.
 */
export function judge(replayed: readonly Replayed[]): Judgement {
  const of = (source: Replayed["source"]) => replayed.filter((one) => one.source === source);
  if (of("blind").length >= fewestJudges) return judged("blind", of("blind"), of("correction"));
  if (replayed.length >= fewestJudges) return judged("verdicts", replayed, []);
  return unjudged("tooFew");
}

/** Published without a comparison, because there is none. */
export const unjudged = (basis: Basis): Judgement => ({
  basis,
  passes: true,
  reasons: [],
  groups: [],
  calibration: { live: null, candidate: null },
});

const rightCategory = (call: Call, { said }: Replayed) => call.category === said.category;
const rightPriority = (call: Call, { said }: Replayed) => call.priority === said.priority;

function judged(basis: Basis, main: readonly Replayed[], corrections: readonly Replayed[]): Judgement {
  const groups = new Map<GateGroup["group"], Pairs>([
    ["category", pairsOf(main, rightCategory)],
    ["priority", pairsOf(main, rightPriority)],
  ]);
  if (corrections.length > 0)
    groups.set(
      "corrections",
      pairsOf(corrections, (call, one) => rightCategory(call, one) && rightPriority(call, one)),
    );
  const calibration = { live: errorOf(main, "live"), candidate: errorOf(main, "candidate") };
  const { passes, reasons, departments, overall } = gateOf({
    departments: groups,
    liveCalibrationError: calibration.live,
    candidateCalibrationError: calibration.candidate,
  });
  const rows = departments.map((result) =>
    groupOf(result.department as GateGroup["group"], result, groups.get(result.department as "category")!),
  );
  return {
    basis,
    passes,
    reasons,
    groups: [...rows, groupOf("overall", overall, together([...groups.values()]))],
    calibration,
  };
}

function pairsOf(rows: readonly Replayed[], isRight: (call: Call, one: Replayed) => boolean): Pairs {
  const pairs: Pairs = { bothRight: 0, onlyLiveRight: 0, onlyCandidateRight: 0, bothWrong: 0 };
  for (const one of rows) {
    const [live, candidate] = [isRight(one.live, one), isRight(one.candidate, one)];
    if (live) pairs[candidate ? "bothRight" : "onlyLiveRight"]++;
    else pairs[candidate ? "onlyCandidateRight" : "bothWrong"]++;
  }
  return pairs;
}

const together = (all: readonly Pairs[]) => ({
  onlyCandidateRight: all.reduce((sum, one) => sum + one.onlyCandidateRight, 0),
  onlyLiveRight: all.reduce((sum, one) => sum + one.onlyLiveRight, 0),
});

const groupOf = (
  group: GateGroup["group"],
  { pairs, gain, low, high, state }: Pick<GateGroup, "pairs" | "gain" | "low" | "high" | "state">,
  { onlyCandidateRight: better, onlyLiveRight: worse }: Pick<Pairs, "onlyCandidateRight" | "onlyLiveRight">,
): GateGroup => ({ group, pairs, better, worse, gain, low: inside(low), high: inside(high), state });

const inside = (difference: number) => Math.min(1, Math.max(-1, difference));

function errorOf(rows: readonly Replayed[], model: "live" | "candidate"): number | null {
  const calls = rows.map((one) => ({
    confidence: one[model].confidence,
    agreed: rightCategory(one[model], one),
  }));
  return calibrationOf(calls, Math.min(10, Math.max(1, Math.floor(rows.length / perBin)))).error;
}
