/** What a served model says of a message, in the shape that travels: the same in the API and in a pane that is offline. */
import type { Reading } from "./features.ts";
import {
  type Contribution,
  type Head,
  type LoadedPredictor,
  type Prediction,
  predictionFrom,
} from "./predictor.ts";
import { walk } from "./sideBySide.ts";
import { strongest } from "./strongest.ts";

export interface Served {
  /** likeliest first; probabilities sum to 1 */
  categories: { category: string; probability: number }[];
  priorities: { priority: string; probability: number }[];
  likely: string[];
  modelVersion: string;
  evidence: Contribution[];
}

const evidenceLimit = 32;
/** How often `likely` shall hold the right category. */
const coverage = 0.9;

/** Evidence holds only what spoke for the category, strongest first; none where `withEvidence` is false. */
export function servedOf(
  reader: LoadedPredictor,
  reading: Reading,
  modelVersion: string,
  withEvidence: boolean,
): Served {
  const { categories, priorities, both } = reader;
  const walked = walk(both, reading);
  const said = predictionFrom(
    { ...headOf(categories), logits: walked.first },
    { ...headOf(priorities), logits: walked.second },
    reader.learned,
    coverage,
  );
  const best = categories.labels.indexOf(said.categories[0]!.id);
  const evidence = withEvidence ? strongest(both, walked, reading, best, evidenceLimit) : [];
  return shaped(said, modelVersion, evidence);
}

const headOf = ({ labels, strangeness, lean }: Head) => ({ labels, strangeness, lean });

const shaped = (said: Prediction, modelVersion: string, evidence: readonly Contribution[]): Served => ({
  categories: said.categories.map(({ id, probability }) => ({ category: id, probability })),
  priorities: said.priorities.map(({ id, probability }) => ({ priority: id, probability })),
  likely: [...said.set.categories],
  modelVersion,
  evidence: rounded(evidence),
});

/** Six digits behind the point order words as well as sixteen. */
const rounded = (evidence: readonly Contribution[]): Contribution[] =>
  evidence.map(({ block, id, weight }) => ({ block, id, weight: Math.round(weight * 1e6) / 1e6 }));
