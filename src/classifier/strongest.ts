/** The few buckets that spoke loudest for a category, found without weighing all the others' worth. */
import { blockNames, nothing, type Reading } from "./features.ts";
import { placeOf } from "./filledColumns.ts";
import { type Contribution, type Head, sharesBeside } from "./predictor.ts";
import type { SideBySide, Walked } from "./sideBySide.ts";
import { dampened, factorOf, offsetOf } from "./weighting.ts";

/**
 * What `contributions` says of the target label (a position in `labels`), of weights above 0 only: largest first, at most
 * `limit`. `logits` and `scales` are what `logitsOf` made of this message.
 */
export function strongest(
  head: Head,
  features: Reading,
  logits: Float64Array,
  scales: Float64Array,
  target: number,
  limit: number,
): Contribution[] {
  const shares = sharesBeside(logits, target);
  const { filled, weights, weighting } = head;
  const classes = head.labels.length;
  const found: Contribution[] = [];
  for (const [at, block] of blockNames.entries()) {
    const { ids, counts } = features[block] ?? nothing;
    if (!weighting.blocks[block]) continue;
    for (let i = 0; i < ids.length; i++) {
      const column = offsetOf[block] + ids[i]!;
      const place = placeOf(filled, column);
      if (place < 0) continue;
      const base = place * classes;
      let mean = 0;
      for (let k = 0; k < classes; k++) mean += shares[k]! * weights[base + k]!;
      const beyond = weights[base + target]! - mean;
      if (beyond <= 0) continue;
      const weight = dampened(counts[i]!) * factorOf(weighting, column) * scales[at]! * beyond;
      keepStrongest(found, { block, id: ids[i]!, weight }, limit);
    }
  }
  return found;
}

/** The same of a message that was just walked over. */
export function strongestMet(
  { first, rows }: SideBySide,
  { first: logits, scales, met }: Walked,
  features: Reading,
  target: number,
  limit: number,
): Contribution[] {
  const shares = sharesBeside(logits, target);
  const classes = shares.length;
  const { worth } = first;
  const found: Contribution[] = [];
  let i = 0;
  for (const [at, block] of blockNames.entries()) {
    const { ids } = features[block] ?? nothing;
    for (; i < met.upTo[at]!; i++) {
      const base = met.rows[i]!;
      let mean = 0;
      for (let k = 0; k < classes; k++) mean += shares[k]! * worth[(k << 8) | rows[base + k]!]!;
      const beyond = worth[(target << 8) | rows[base + target]!]! - mean;
      if (beyond <= 0) continue;
      const weight = met.first[i]! * scales[at]! * beyond;
      if (found.length < limit || weight > found[limit - 1]!.weight)
        keepStrongest(found, { block, id: ids[met.features[i]!]!, weight }, limit);
    }
  }
  return found;
}

/** Into its place among the largest; of equal ones the first stays first. */
function keepStrongest(found: Contribution[], one: Contribution, limit: number): void {
  if (!(one.weight > 0) || (found.length === limit && found[limit - 1]!.weight >= one.weight)) return;
  let at = found.length < limit ? found.length : limit - 1;
  for (; at > 0 && found[at - 1]!.weight < one.weight; at--) found[at] = found[at - 1]!;
  found[at] = one;
}
