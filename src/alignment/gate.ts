/** The update gate: whether a candidate model may replace the live one, and if not, why. */
import { type Interval, wilson } from "./intervals.ts";

/** Verdicts on the same messages, which the candidate was not trained on, judged for both models. */
export interface Pairs {
  bothRight: number;
  onlyLiveRight: number;
  onlyCandidateRight: number;
  bothWrong: number;
}

export interface Replay {
  departments: ReadonlyMap<string, Pairs>;
  /** expected calibration errors on the same messages; null when unknown, which holds the candidate back */
  liveCalibrationError: number | null;
  candidateCalibrationError: number | null;
}

export interface GatePolicy {
  /** how much worse a department may get, as a share */
  margin: number;
  calibrationMargin: number;
  /** departments with fewer pairs are only shown */
  fewest: number;
  /** a loss beyond the margin counts when chance alone would bring it less often than this */
  doubt: number;
}

export const defaultGate: GatePolicy = { margin: 0.02, calibrationMargin: 0.02, fewest: 30, doubt: 0.2 };

export interface DepartmentResult {
  department: string;
  pairs: number;
  /** candidate minus live agreement */
  gain: number;
  low: number;
  high: number;
  /** exact McNemar, one-sided: how often chance alone brings as many losses among the changed verdicts */
  pWorse: number;
  state: "tooFew" | "worse" | "fine";
}

export type GateReason =
  | "departmentWorse"
  | "overallWorse"
  | "calibrationWorse"
  | "calibrationUnknown"
  | "noEvidence";

export interface GateResult {
  passes: boolean;
  reasons: GateReason[];
  departments: DepartmentResult[];
  overall: DepartmentResult;
}

/**
 * Passes when no department with enough pairs is worse beyond the margin, overall agreement is not worse, and the
 * calibration error is not worse by more than its margin; without any evidence it does not pass.
 *
 * A department is worse when its loss exceeds the margin and either the exact McNemar test doubts that it is chance, or
 * the whole 95 % interval of the difference is below 0. `doubt` is set at 0.2 on purpose: to hold back a good model costs a week, to let a bad one through costs trust.
 */
export function gateOf(replay: Replay, policy: GatePolicy = defaultGate): GateResult {
  const departments = [...replay.departments].map(([id, pairs]) => resultOf(id, pairs, policy));
  const overall = resultOf("", together([...replay.departments.values()]), policy);
  const reasons: GateReason[] = [];
  if (overall.pairs === 0) reasons.push("noEvidence");
  if (departments.some(({ state }) => state === "worse")) reasons.push("departmentWorse");
  if (overall.gain < 0) reasons.push("overallWorse");
  const calibration = calibrationReason(replay, policy);
  if (calibration) reasons.push(calibration);
  return { passes: reasons.length === 0, reasons, departments, overall };
}

function calibrationReason(replay: Replay, policy: GatePolicy): GateReason | null {
  const { liveCalibrationError: live, candidateCalibrationError: candidate } = replay;
  if (live === null || candidate === null) return "calibrationUnknown";
  return candidate > live + policy.calibrationMargin ? "calibrationWorse" : null;
}

function resultOf(department: string, pairs: Pairs, policy: GatePolicy): DepartmentResult {
  const n = sizeOf(pairs);
  const gain = n === 0 ? 0 : (pairs.onlyCandidateRight - pairs.onlyLiveRight) / n;
  const [low, high] = pairedDifference(pairs);
  const pWorse = mcnemar(pairs.onlyLiveRight, pairs.onlyCandidateRight);
  const worse = gain < -policy.margin && (pWorse <= policy.doubt || high < 0);
  const state = n < policy.fewest ? "tooFew" : worse ? "worse" : "fine";
  return { department, pairs: n, gain, low, high, pWorse, state };
}

const sizeOf = ({ bothRight, onlyLiveRight, onlyCandidateRight, bothWrong }: Pairs) =>
  bothRight + onlyLiveRight + onlyCandidateRight + bothWrong;

const together = (all: readonly Pairs[]): Pairs => ({
  bothRight: all.reduce((sum, pairs) => sum + pairs.bothRight, 0),
  onlyLiveRight: all.reduce((sum, pairs) => sum + pairs.onlyLiveRight, 0),
  onlyCandidateRight: all.reduce((sum, pairs) => sum + pairs.onlyCandidateRight, 0),
  bothWrong: all.reduce((sum, pairs) => sum + pairs.bothWrong, 0),
});

/**
 * Exact one-sided McNemar test (1947): P(X ≥ losses) for X binomial(losses + gains, ½); 1 without changed verdicts.
 */
export function mcnemar(losses: number, gains: number): number {
  const n = losses + gains;
  let term = -n * Math.LN2;
  let below = 0;
  for (let k = 0; k < Math.min(losses, gains + 1); k++) {
    below += Math.exp(term);
    term += Math.log((n - k) / (k + 1));
  }
  if (losses <= gains) return Math.min(1, 1 - below);
  return Math.min(1, below);
}

/**
 * Candidate minus live agreement on paired verdicts, 95 % at one look (Newcombe 1998, paired, method 10); [−1, 1] for none.
 */
export function pairedDifference(pairs: Pairs, alpha = 0.05): Interval {
  const n = sizeOf(pairs);
  if (n === 0) return [-1, 1];
  const { bothRight: e, onlyCandidateRight: f, onlyLiveRight: g, bothWrong: h } = pairs;
  const [p, q] = [(e + f) / n, (e + g) / n];
  const [pLow, pHigh] = wilson(e + f, n, alpha);
  const [qLow, qHigh] = wilson(e + g, n, alpha);
  const phi = correlation(e, f, g, h);
  const half = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return [p - q - half(p - pLow, qHigh - q), p - q + half(pHigh - p, q - qLow)];
}

/** Newcombe's φ with its continuity correction, which keeps the interval honest in small tables. */
function correlation(e: number, f: number, g: number, h: number): number {
  const margins = (e + f) * (g + h) * (e + g) * (f + h);
  if (margins === 0) return 0;
  const raw = e * h - f * g;
  return (raw > 0 ? Math.max(raw - (e + f + g + h) / 2, 0) : raw) / Math.sqrt(margins);
}
