/** The read-only half of a model: features → probabilities, prediction sets and contributions. */
import { conformalSet, probabilitiesOf, softmax } from "./calibration.ts";
import { decided, withFirst } from "./decision.ts";
import { type BlockName, blockNames, nothing, type Reading } from "./features.ts";
import { type Filled, placeOf } from "./filledColumns.ts";
import type { SideBySide } from "./sideBySide.ts";
import { dampened, factorOf, offsetOf, type Weighting } from "./weighting.ts";

/** One linear head, ready to read: logits = biases + weights × vector. */
export interface Head {
  readonly labels: readonly string[];
  readonly weighting: Weighting;
  /** Class-contiguous per row: `weights[row * labels.length + k]`; a row for each column, or for each that is filled. */
  readonly weights: Float32Array;
  /** The columns that have a row; absent when all have. */
  readonly filled?: Filled;
  readonly biases: Float32Array;
  /** Conformal scores of past messages, ascending. */
  readonly strangeness: readonly number[];
  /** Added to each logit before the answer is taken, so that rare labels are answered too. */
  readonly lean: readonly number[];
}

export interface Predictor {
  readonly categories: Head;
  readonly priorities: Head;
  /** Verdicts behind it. */
  readonly learned: number;
}

/** A model as its file holds it: the heads once more for one walk over both. */
export interface LoadedPredictor extends Predictor {
  readonly both: SideBySide;
}

export interface Ranked {
  readonly id: string;
  readonly probability: number;
}

/** Probabilities sum to 1 and descend; the sets hold the right label in about `coverage` of messages. */
export interface Prediction {
  readonly categories: readonly Ranked[];
  readonly priorities: readonly Ranked[];
  readonly set: { readonly categories: readonly string[]; readonly priorities: readonly string[] };
  readonly learned: number;
}

/** Logits of one head, in one walk over the features. */
export function logitsOf(head: Head, features: Reading): Float64Array {
  const classes = head.labels.length;
  const logits = Float64Array.from(head.biases);
  if (classes === 0) return logits;
  const sums = new Float64Array(classes);
  const { weights, filled, weighting } = head;
  const { blocks } = weighting;
  for (const name of blockNames) {
    const { ids, counts } = features[name] ?? nothing;
    if (!blocks[name] || ids.length === 0) continue;
    sums.fill(0);
    let squares = 0;
    for (let i = 0; i < ids.length; i++) {
      const column = offsetOf[name] + ids[i]!;
      const value = dampened(counts[i]!) * factorOf(weighting, column);
      squares += value * value;
      const place = placeOf(filled, column);
      if (place < 0) continue;
      const base = place * classes;
      for (let k = 0; k < classes; k++) sums[k]! += value * weights[base + k]!;
    }
    const length = blocks[name] / Math.sqrt(squares);
    for (let k = 0; k < classes; k++) logits[k]! += sums[k]! * length;
  }
  return logits;
}

/** Logits of one head, and what its sets are cut by. */
export interface Said {
  readonly labels: readonly string[];
  readonly logits: Float64Array;
  readonly strangeness: readonly number[];
  readonly lean: readonly number[];
}

function rank({ labels, logits, strangeness, lean }: Said, coverage: number) {
  if (labels.length === 0) return { ranked: [], set: [] };
  const calibrated = probabilitiesOf(logits);
  const first = decided(calibrated, lean);
  const probabilities = withFirst(calibrated, first);
  const ranked = labels.map((id, k) => ({ id, probability: probabilities[k]! }));
  ranked.sort((a, b) => b.probability - a.probability);
  const others = conformalSet(calibrated, strangeness, coverage).filter((k) => k !== first);
  return { ranked, set: [first, ...others].map((k) => labels[k]!) };
}

/** Logits of both heads as a prediction. */
export function predictionFrom(
  categories: Said,
  priorities: Said,
  learned: number,
  coverage: number,
): Prediction {
  const category = rank(categories, coverage);
  const priority = rank(priorities, coverage);
  return {
    categories: category.ranked,
    priorities: priority.ranked,
    set: { categories: category.set, priorities: priority.set },
    learned,
  };
}

/** What one head says of a message. */
const saidBy = (head: Head, features: Reading): Said => ({
  labels: head.labels,
  logits: logitsOf(head, features),
  strangeness: head.strangeness,
  lean: head.lean,
});

/** What the model says of a message. `coverage` (0..1) is how often the sets shall hold the right label. */
export function predict(predictor: Predictor, features: Reading, coverage = 0.9): Prediction {
  const { categories, priorities, learned } = predictor;
  return predictionFrom(saidBy(categories, features), saidBy(priorities, features), learned, coverage);
}

/** How much one bucket pushed the logit of a category above what the other categories got from it. */
export interface Contribution {
  readonly block: BlockName;
  readonly id: number;
  readonly weight: number;
}

/**
 * The buckets that moved a message most towards (weight > 0) or away from (weight < 0) a category, in logits
 * against the probability-weighted mean of the other categories; largest first, at most `limit`.
 */
export function contributions(
  predictor: Predictor,
  features: Reading,
  category: string,
  limit = 64,
): Contribution[] {
  const head = predictor.categories;
  const target = head.labels.indexOf(category);
  if (target < 0) return [];
  const shares = sharesBeside(logitsOf(head, features), target);
  const found: Contribution[] = [];
  for (const name of blockNames) found.push(...blockContributions(head, features, name, target, shares));
  return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, limit);
}

/** How the other categories share what the target leaves them; of themselves, for a sure call leaves them next to nothing. */
export function sharesBeside(logits: Float64Array, target: number): Float64Array {
  if (logits.length < 2) return new Float64Array(logits.length);
  return softmax(logits.map((logit, k) => (k === target ? Number.NEGATIVE_INFINITY : logit)));
}

function blockContributions(
  head: Head,
  features: Reading,
  block: BlockName,
  target: number,
  shares: Float64Array,
): Contribution[] {
  const classes = head.labels.length;
  const { ids, counts } = features[block] ?? nothing;
  const { blocks } = head.weighting;
  if (!blocks[block]) return [];
  const values = Array.from(
    ids,
    (id, i) => dampened(counts[i]!) * factorOf(head.weighting, offsetOf[block] + id),
  );
  const length = blocks[block] / Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Array.from(ids, (id, i) => {
    const place = placeOf(head.filled, offsetOf[block] + id);
    if (place < 0) return { block, id, weight: 0 };
    const base = place * classes;
    let mean = 0;
    for (let k = 0; k < classes; k++) mean += shares[k]! * head.weights[base + k]!;
    return {
      block,
      id,
      weight: values[i]! * length * (head.weights[base + target]! - mean),
    };
  });
}
