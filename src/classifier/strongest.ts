/** The few buckets that spoke loudest for a category, found without weighing all the others' worth. */
import { blockNames, nothing, type Reading } from "./features.ts";
import { placeOf } from "./filledColumns.ts";
import { type Contribution, type Head, sharesBeside } from "./predictor.ts";
import { dampened, offsetOf } from "./weighting.ts";

/**
 * What `contributions` says of the target label (a position in `labels`), of weights above 0 only: largest first, at most
 * `limit`. `logits` are the head's own of this message.
 */
export function strongest(
  head: Head,
  features: Reading,
  logits: Float64Array,
  target: number,
  limit: number,
): Contribution[] {
  const shares = sharesBeside(logits, target);
  const { filled, weights } = head;
  const { blocks, factors } = head.weighting;
  const classes = head.labels.length;
  const found: Contribution[] = [];
  for (const block of blockNames) {
    const { ids, counts } = features[block] ?? nothing;
    const length = blocks[block] / lengthOf(head, features, block);
    if (!blocks[block]) continue;
    for (let i = 0; i < ids.length; i++) {
      const column = offsetOf[block] + ids[i]!;
      const place = placeOf(filled, column);
      if (place < 0) continue;
      const base = place * classes;
      let mean = 0;
      for (let k = 0; k < classes; k++) mean += shares[k]! * weights[base + k]!;
      const beyond = weights[base + target]! - mean;
      if (beyond <= 0) continue;
      const weight = dampened(counts[i]!) * factors[column]! * length * beyond;
      keepStrongest(found, { block, id: ids[i]!, weight }, limit);
    }
  }
  return found;
}

/** Of one block's values before they are brought to their common length. */
function lengthOf(head: Head, features: Reading, block: (typeof blockNames)[number]): number {
  const { ids, counts } = features[block] ?? nothing;
  const { factors } = head.weighting;
  let squares = 0;
  for (let i = 0; i < ids.length; i++) {
    const value = dampened(counts[i]!) * factors[offsetOf[block] + ids[i]!]!;
    squares += value * value;
  }
  return Math.sqrt(squares);
}

/** Into its place among the largest; of equal ones the first stays first. */
function keepStrongest(found: Contribution[], one: Contribution, limit: number): void {
  if (!(one.weight > 0) || (found.length === limit && found[limit - 1]!.weight >= one.weight)) return;
  let at = found.length < limit ? found.length : limit - 1;
  for (; at > 0 && found[at - 1]!.weight < one.weight; at--) found[at] = found[at - 1]!;
  found[at] = one;
}
