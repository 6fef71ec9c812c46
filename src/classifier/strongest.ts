/** The few buckets that spoke loudest for a category, found without weighing all the others' worth. */
import { blockNames, nothing, type Reading } from "./features.ts";
import { type Contribution, sharesBeside } from "./predictor.ts";
import type { SideBySide, Walked } from "./sideBySide.ts";

/**
 * Of a message just walked over, what `contributions` says of the target label (a position in `labels`), of weights above 0
 * only: largest first, at most `limit`.
 */
export function strongest(
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
