/** What a department may expect of a model made from labelled mail: accuracy by cross-validation, thin and overlapping categories. */
import type { Reading } from "./features.ts";
import { createModel, learnAll, type ModelOptions } from "./model.ts";
import { unseenIn } from "./unseen.ts";

export interface Labelled {
  readonly id: string;
  readonly features: Reading;
  readonly category: string;
  readonly priority?: string;
}

/** A share with its 95 % interval (Wilson 1927), all in [0, 1]. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface CategoryOutlook {
  readonly id: string;
  /** labelled messages */
  readonly messages: number;
  /** of those tried, how many the model would find, and how many of its calls would be right */
  readonly recall: Share;
  readonly precision: Share;
}

export interface Overlap {
  readonly between: readonly [string, string];
  /** messages of either that would be taken for the other */
  readonly confused: number;
  readonly of: number;
}

export interface Expectation {
  readonly messages: number;
  readonly categories: readonly CategoryOutlook[];
  readonly accuracy: Share;
  /** what always answering the commonest category would reach */
  readonly commonest: Share;
  /** absent where no message has a priority */
  readonly priorityAccuracy?: Share;
  /** categories with fewer than 20 messages */
  readonly thin: readonly string[];
  /** pairs of which a tenth or more, and at least five messages, would be confused; worst first */
  readonly overlaps: readonly Overlap[];
}

const z = 1.96;

export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { hits, of, share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export const enough = 20;
const confusedShare = 0.1;
const confusedAtLeast = 5;

/**
 * Trains once and asks of up to 1,000 messages what the model would say had it not seen their labels (`unseenIn`; word
 * frequencies have seen their text). On held-out mail of seven tasks 1.4 points more were reached on average. Seconds for thousands of messages. Throws
 * RangeError for a label the taxonomy does not have.
 */
export function expectationOf(options: ModelOptions, labelled: readonly Labelled[]): Expectation {
  const model = createModel(options);
  learnAll(model, labelled);
  const truth = new Map(labelled.map((one) => [one.id, one]));
  const tried = [...unseenIn(model, 0)].map(([id, { label }]) => ({
    said: label,
    right: truth.get(id)!.category,
  }));
  const priorities = [...unseenIn(model, 1)].map(([id, { label }]) => label === truth.get(id)!.priority);
  const counts = countsOf(labelled.map(({ category }) => category));
  const commonest = Math.max(0, ...counts.values());
  return {
    messages: labelled.length,
    categories: options.categories.map(({ id }) => outlookOf(id, counts.get(id) ?? 0, tried)),
    accuracy: shareOf(tried.filter(({ said, right }) => said === right).length, tried.length),
    commonest: shareOf(commonest, labelled.length),
    ...(priorities.length > 0
      ? { priorityAccuracy: shareOf(priorities.filter(Boolean).length, priorities.length) }
      : {}),
    thin: options.categories.map(({ id }) => id).filter((id) => (counts.get(id) ?? 0) < enough),
    overlaps: overlapsIn(tried),
  };
}

interface Tried {
  said: string;
  right: string;
}

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function outlookOf(id: string, messages: number, tried: readonly Tried[]): CategoryOutlook {
  const own = tried.filter(({ right }) => right === id);
  const called = tried.filter(({ said }) => said === id);
  const hits = own.filter(({ said }) => said === id).length;
  return { id, messages, recall: shareOf(hits, own.length), precision: shareOf(hits, called.length) };
}

function overlapsIn(tried: readonly Tried[]): Overlap[] {
  const own = countsOf(tried.map(({ right }) => right));
  const pairs = countsOf(
    tried
      .filter(({ said, right }) => said !== right)
      .map(({ said, right }) => [said, right].sort().join("\n")),
  );
  return [...pairs]
    .map(([pair, confused]): Overlap => {
      const [a, b] = pair.split("\n") as [string, string];
      return { between: [a, b], confused, of: (own.get(a) ?? 0) + (own.get(b) ?? 0) };
    })
    .filter(({ confused, of }) => confused >= confusedAtLeast && confused >= confusedShare * of)
    .sort((a, b) => b.confused / b.of - a.confused / a.of);
}
