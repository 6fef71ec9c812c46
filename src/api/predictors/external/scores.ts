/** What an external model says, held against the taxonomy: known labels, real probabilities that sum to one. */
import { ModelFault } from "./fault.ts";

export interface Scored {
  label: string;
  probability: number;
}

/** A label without a probability is taken as "likely", no more: nothing is known of how sure it is. */
export const assumedProbability = 0.6;

const tolerance = 1e-6;

/**
 * All labels, most probable first, summing to 1. What the model left out shares what is missing to 1; scores that sum to
 * more are brought down to it. Throws ModelFault `answer_invalid` for an unknown or repeated label, for a score that is
 * no number from 0 to 1, and for no score at all.
 */
export function ranked(scores: readonly Scored[], labels: readonly string[]): Scored[] {
  const given = new Map<string, number>();
  for (const { label, probability } of scores) {
    if (!labels.includes(label) || given.has(label) || !isProbability(probability))
      throw new ModelFault("answer_invalid");
    given.set(label, probability);
  }
  const sum = [...given.values()].reduce((total, one) => total + one, 0);
  if (sum <= 0) throw new ModelFault("answer_invalid");
  const missing = labels.filter((label) => !given.has(label));
  const rest = Math.max(0, 1 - sum) / Math.max(1, missing.length);
  const isWhole = sum > 1 + tolerance || missing.length === 0;
  return labels
    .map((label) => {
      const own = given.get(label);
      const probability = isWhole ? (own ?? 0) / sum : (own ?? rest);
      return { label, probability };
    })
    .sort((a, b) => b.probability - a.probability);
}

const isProbability = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 && value <= 1;

/** The fewest labels that hold nine tenths of the probability. */
export function likelyOf(all: readonly Scored[]): string[] {
  let sum = 0;
  const enough = all.findIndex(({ probability }) => {
    sum += probability;
    return sum >= 0.9;
  });
  return all.slice(0, enough + 1).map(({ label }) => label);
}
