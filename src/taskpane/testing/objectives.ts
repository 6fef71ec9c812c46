/** Objectives as the API would tell them, for tests and pictures: states by the alignment from planted counts. */
import { changeSince, couldBeChance } from "../../alignment/change.ts";
import { fewestChecks, stateOf } from "../../alignment/objective.ts";
import type { Objective, ObjectiveHistory, Objectives } from "../../triage/objective.ts";
import type { Stood } from "../../triage/review.ts";
import { now, service } from "./samples.ts";

const dayMs = 86_400_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

type Planted = Pick<Objective, "formula" | "target"> & {
  n: number;
  hits: number;
  trials: number;
  /** days since it was agreed */
  age?: number;
  /** days since the newest evidence */
  ago?: number;
  more?: Partial<Objective>;
};

const armOf = ({ kind }: Objective["formula"]) =>
  kind === "imported" ? kind : kind === "onePress" || kind === "triagedWithin" ? "all" : "blind";

function objective({ n, formula, target, hits, trials, age = 84, ago = 0, more = {} }: Planted): Objective {
  const since = now - age * dayMs;
  const lastAt = trials === 0 ? null : now - ago * dayMs;
  const goal = { target, better: "higher" as const, reviewRhythmMs: 28 * dayMs, since };
  const fewest = fewestChecks(goal);
  return {
    id: `01930000-0000-7000-8000-00000000000${n}`,
    version: 1,
    formula,
    target,
    owner: "Priya Raman",
    rhythmDays: 28,
    agreedBy: "Team meeting",
    agreedOn: day(since),
    baseline: { kind: "measured", share: 0.79, trials: 96 },
    writtenAt: since,
    writtenBy: "Priya Raman",
    withdrawn: null,
    standing: {
      state: stateOf(goal, { hits, trials, lastAt }, now),
      hits,
      trials,
      share: trials === 0 ? null : hits / trials,
      arm: armOf(formula),
      from: since,
      to: null,
      lastOn: lastAt === null ? null : day(lastAt),
      perWeek: trials / 12,
      fewest: typeof fewest === "number" ? fewest : null,
      caveats: [],
    },
    ...more,
  };
}

export const objectives = [
  objective({
    n: 1,
    formula: { kind: "category" },
    target: 0.85,
    hits: 552,
    trials: 600,
    more: { version: 2 },
  }),
  objective({ n: 2, formula: { kind: "urgentRecall" }, target: 0.9, hits: 38, trials: 41 }),
  objective({
    n: 3,
    formula: { kind: "triagedWithin", minutes: 60 },
    target: 0.8,
    hits: 1_010,
    trials: 1_560,
  }),
  objective({
    n: 4,
    formula: { kind: "onePress", category: "billing" },
    target: 0.6,
    hits: 0,
    trials: 0,
    age: 5,
  }),
  objective({
    n: 5,
    formula: { kind: "imported", kpi: "satisfaction", better: "higher" },
    target: 0.8,
    hits: 61,
    trials: 74,
    ago: 40,
  }),
  objective({
    n: 6,
    formula: { kind: "both" },
    target: 0.75,
    hits: 40,
    trials: 60,
    more: { version: 2, withdrawn: { at: now - 20 * dayMs, by: "Priya Raman", reason: "Too broad" } },
  }),
];

/** The second, with more evidence and less of it right: nobody knows yet whether the target is missed. */
export const fallen = objective({
  n: 2,
  formula: { kind: "urgentRecall" },
  target: 0.9,
  hits: 270,
  trials: 310,
});

/** How an objective stood at the review before, when so many of what it counts had been counted. */
export function stoodAt(
  { target, standing }: Objective,
  before: { hits: number; trials: number },
  state = standing.state,
): Stood {
  const change = changeSince(before, standing);
  const { hits, trials } = change.since;
  return {
    share: before.trials === 0 ? null : before.hits / before.trials,
    state,
    target,
    since: {
      share: trials === 0 ? null : hits / trials,
      trials,
      low: change.low,
      high: change.high,
      isLikelyReal: !couldBeChance(change),
    },
  };
}

export const objectivesAnswer: Objectives = {
  departmentId: service.id,
  objectives: objectives.map((one) => ({ ...one, decline: null })),
  computedAt: now,
};

const { id: _, withdrawn: __, ...newest } = objectives[0]!;
const {
  id: ___,
  withdrawn: ____,
  ...older
} = objective({
  n: 1,
  formula: { kind: "category" },
  target: 0.8,
  hits: 120,
  trials: 150,
});
export const historyAnswer: ObjectiveHistory = {
  id: objectives[0]!.id,
  versions: [newest, older],
  computedAt: now,
};
