/** The update gate: whether a candidate model may replace the live one, and if not, why. */
import { mcnemar, type Pairs, pairedDifference, sizeOf } from "./paired.ts";

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

const together = (all: readonly Pairs[]): Pairs => ({
  bothRight: all.reduce((sum, pairs) => sum + pairs.bothRight, 0),
  onlyLiveRight: all.reduce((sum, pairs) => sum + pairs.onlyLiveRight, 0),
  onlyCandidateRight: all.reduce((sum, pairs) => sum + pairs.onlyCandidateRight, 0),
  bothWrong: all.reduce((sum, pairs) => sum + pairs.bothWrong, 0),
});
