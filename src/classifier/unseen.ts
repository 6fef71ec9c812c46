/** What the model would say of messages it learned, had it not seen them: the cross-validation of its last refit. */
import { mixed, softmax } from "./calibration.ts";
import type { Model } from "./model.ts";
import { remix, type Trainer } from "./trainer.ts";

/** The best category and priority, and how probable the category is, in [0, 1]. */
export interface Unseen {
  readonly id: string;
  readonly category: string;
  readonly probability: number;
  readonly priority: string;
}

/**
 * Straight after `refit`: for up to 1,000 messages, those named there first, what machines and sums without that
 * message's label say of it (word frequencies, latent view and the mixture's few weights have seen its text, as in
 * docs/model.md). Messages without both labels are left out; so is everything after a `learn` or a load.
 */
export function unseenOf(model: Model): Unseen[] {
  const [categories, priorities] = model.trainers.map((trainer, head) => bestOf(model, trainer, head));
  return [...categories!].flatMap(([id, { label: category, probability }]) => {
    const priority = priorities!.get(id)?.label;
    return priority === undefined ? [] : [{ id, category, probability, priority }];
  });
}

interface Best {
  label: string;
  probability: number;
}

function bestOf(model: Model, trainer: Trainer, head: number): Map<string, Best> {
  const mine = [...model.examples.values()]
    .filter(({ labels }) => labels[head]! >= 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  remix(trainer);
  const best = new Map<string, Best>();
  for (const { experts, of } of trainer.trials) {
    if (of === undefined || !mine[of]) continue;
    const shares = softmax(mixed(experts, trainer.mix));
    const top = shares.indexOf(Math.max(...shares));
    best.set(mine[of].id, { label: trainer.labels[top]!.id, probability: shares[top]! });
  }
  return best;
}
