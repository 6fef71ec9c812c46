/** How heads are trained: what was found on labelled mail, for categories and for priorities. */
import type { BlockWeights } from "./weighting.ts";

/** How a head is trained; found on labelled mail, see docs/model.md. */
export interface Settings {
  readonly blocks: BlockWeights;
  /** Power of the inverse document frequency. */
  readonly power: number;
  /** Price of an error in the squared-hinge objective. */
  readonly cost: number;
  /** Power of the class balance (N / (K · n_c)): 0 none, 1 full. */
  readonly balance: number;
  /** Power of a label's rarity when the answer is taken: 0 none; its probability counts as p / share^lean. */
  readonly lean: number;
  /** True where labels are topics: what goes with a label's words in unlabelled mail then speaks for it too. */
  readonly topical: boolean;
  /** True where labels have an order: a second set of machines asks "above this one?". */
  readonly ordinal: boolean;
  /** Usual weights of the experts: each set of machines, then naive Bayes. */
  readonly mix: readonly number[];
}

const blocks = { words: 1, pairs: 0.7, chars: 1, subject: 0.5, sender: 0.3, marks: 0 };
export const categorySettings: Settings = {
  blocks,
  power: 1,
  cost: 0.4,
  balance: 1,
  lean: 0.2,
  topical: true,
  ordinal: false,
  mix: [2.4, 0.2],
};
export const prioritySettings: Settings = {
  blocks: { ...blocks, marks: 0.3 },
  power: 1,
  cost: 0.1,
  balance: 1,
  lean: 0.3,
  topical: false,
  ordinal: true,
  mix: [1.2, 1.2, 0.05],
};
