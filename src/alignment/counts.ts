/** From feedback rows to counts: the recount that the API's incremental counters must equal. */
import type { Arm } from "../triage/prediction.ts";
import { type Contribution, contributionsOf, type FeedbackRow, type State } from "./contribution.ts";

/** Equal and different verdicts on one field. Unsure is in neither. */
export interface Agreed {
  equal: number;
  different: number;
}

/** The counts of one arm. `asked` and `answered` go by the drawn arm, all else by the arm of the verdict. */
export interface ArmCounts extends Record<State, number> {
  asked: number;
  /** asked messages whose counted verdict was given under the drawn arm */
  answered: number;
  category: Agreed;
  priority: Agreed;
  both: Agreed;
}

export type Counts = Record<Arm, ArmCounts>;

const emptyArm = (): ArmCounts => ({
  neverShown: 0,
  shown: 0,
  confirmed: 0,
  corrected: 0,
  unsure: 0,
  unpredicted: 0,
  asked: 0,
  answered: 0,
  category: { equal: 0, different: 0 },
  priority: { equal: 0, different: 0 },
  both: { equal: 0, different: 0 },
});

export const emptyCounts = (): Counts => ({
  open: emptyArm(),
  assisted: emptyArm(),
  blind: emptyArm(),
  batch: emptyArm(),
});

/** One press on many counts in the states and in no agreement. Adds a message to the counts, or with `times` −1 takes it out again; changes and returns `counts`. */
export function addTo(counts: Counts, contribution: Contribution, times: 1 | -1 = 1): Counts {
  const { arm, drawnArm, state, predicted, said } = contribution;
  counts[arm][state] += times;
  if (contribution.asked) counts[drawnArm].asked += times;
  if (contribution.asked && said !== null && arm === drawnArm) counts[drawnArm].answered += times;
  if (!predicted || said?.kind !== "holds" || arm === "batch") return counts;
  const category = said.category === predicted.category;
  const priority = said.priority === predicted.priority;
  counts[arm].category[category ? "equal" : "different"] += times;
  counts[arm].priority[priority ? "equal" : "different"] += times;
  counts[arm].both[category && priority ? "equal" : "different"] += times;
  return counts;
}

/** The recount: all counts of all rows. For one department or week, pass its rows only. */
export const countsOf = (rows: Iterable<FeedbackRow>): Counts =>
  contributionsOf(rows).reduce((counts, contribution) => addTo(counts, contribution), emptyCounts());
