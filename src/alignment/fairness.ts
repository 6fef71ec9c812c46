/** Whether the model serves one department worse than the others: a gap with an interval, and no word under n = 30. */
import { defaultAlpha, differenceSequence, type Tally } from "./intervals.ts";

/** Under this many blind verdicts, on either side, nothing is said. */
export const fewestForFairness = 30;

export type Fairness =
  | { kind: "tooFew"; trials: number }
  | { kind: "even" | "worse" | "better"; gap: number; low: number; high: number; trials: number };

/**
 * Each department's blind agreement minus that of all the others together, with intervals that hold for all
 * departments at all times at once: alpha/K for each of K, and half of that for each side.
 *
 * `worse` and `better` are said only when the whole interval is on one side of 0. K is the number of departments
 * compared, with or without enough evidence, so that it does not change with the looks.
 *
 * @param blind hits and trials by department id
 */
export function fairnessOf(blind: ReadonlyMap<string, Tally>, alpha = defaultAlpha): Map<string, Fairness> {
  const all = [...blind.values()].reduce(
    (sum, { hits, trials }) => ({ hits: sum.hits + hits, trials: sum.trials + trials }),
    { hits: 0, trials: 0 },
  );
  const each = alpha / Math.max(1, blind.size);
  return new Map(
    [...blind].map(([id, own]) => {
      const rest = { hits: all.hits - own.hits, trials: all.trials - own.trials };
      return [id, compared(own, rest, each)];
    }),
  );
}

function compared(own: Tally, rest: Tally, alpha: number): Fairness {
  if (Math.min(own.trials, rest.trials) < fewestForFairness) return { kind: "tooFew", trials: own.trials };
  const [low, high] = differenceSequence(own, rest, alpha);
  const kind = high < 0 ? "worse" : low > 0 ? "better" : "even";
  return { kind, gap: own.hits / own.trials - rest.hits / rest.trials, low, high, trials: own.trials };
}
