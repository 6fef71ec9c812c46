/** What the model would say of messages it learned, had it not seen them: the cross-validation of its last refit. */
import { mixed, probabilitiesOf } from "./calibration.ts";
import { decided, leanOf, withFirst } from "./decision.ts";
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
  const categories = unseenIn(model, 0);
  const priorities = unseenIn(model, 1);
  return [...categories].flatMap(([id, { label: category, probability }]) => {
    const priority = priorities.get(id)?.label;
    return priority === undefined ? [] : [{ id, category, probability, priority }];
  });
}

export interface Best {
  readonly label: string;
  readonly probability: number;
}

/** The same of one head (0 categories, 1 priorities), for the messages labelled in it. */
export const unseenIn = (model: Model, head: 0 | 1): Map<string, Best> =>
  bestOf(model, model.trainers[head], head);

function bestOf(model: Model, trainer: Trainer, head: number): Map<string, Best> {
  const mine = [...model.examples.values()]
    .filter(({ labels }) => labels[head]! >= 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  remix(trainer);
  const lean = leanOf(trainer.counts, trainer.settings.lean);
  const best = new Map<string, Best>();
  for (const { experts, of } of trainer.trials) {
    if (of === undefined || !mine[of]) continue;
    const calibrated = probabilitiesOf(mixed(experts, trainer.mix));
    const top = decided(calibrated, lean);
    best.set(mine[of].id, { label: trainer.labels[top]!.id, probability: withFirst(calibrated, top)[top]! });
  }
  return best;
}
