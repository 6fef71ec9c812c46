/** What a served model says of a message, in the shape that travels: the same in the API and in a pane that is offline. */
import type { Reading } from "./features.ts";
import { type Contribution, contributions, type Predictor, predict } from "./predictor.ts";

export interface Served {
  /** likeliest first; probabilities sum to 1 */
  categories: { category: string; probability: number }[];
  priorities: { priority: string; probability: number }[];
  likely: string[];
  modelVersion: string;
  evidence: Contribution[];
}

const evidenceLimit = 32;

/** Evidence holds only what spoke for the category, strongest first; none where `withEvidence` is false. */
export function servedOf(
  reader: Predictor,
  reading: Reading,
  modelVersion: string,
  withEvidence: boolean,
): Served {
  const said = predict(reader, reading);
  const best = said.categories[0]!.id;
  const evidence = withEvidence ? contributions(reader, reading, best, 8 * evidenceLimit) : [];
  return {
    categories: said.categories.map(({ id, probability }) => ({ category: id, probability })),
    priorities: said.priorities.map(({ id, probability }) => ({ priority: id, probability })),
    likely: [...said.set.categories],
    modelVersion,
    evidence: evidence.filter(({ weight }) => weight > 0).slice(0, evidenceLimit),
  };
}
