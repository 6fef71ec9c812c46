/** What a message of the year is, and what the model said of it, as planted. */
import { type Priority, priorities, type Taxonomy } from "../../triage/taxonomy.ts";
import type { Meaning } from "./text.ts";
import type { PlantedTruth } from "./truth.ts";

export interface Call extends Meaning {
  confidence: number;
}

type Categories = Pick<Taxonomy, "categories">;

export const pick = <T>(all: readonly T[], random: () => number): T =>
  all[Math.floor(random() * all.length)]!;

/** Few categories make most of the mail. */
export function meaningOf({ categories }: Categories, truth: PlantedTruth, random: () => number): Meaning {
  const category = categories[Math.floor(categories.length * random() ** 1.8)]!.id;
  const u = random();
  const isUrgent = u < (truth.urgentFound < 0.6 ? 0.08 : 0.05);
  return { category, priority: isUrgent ? "urgent" : u < 0.2 ? "high" : u < 0.85 ? "normal" : "low" };
}

/** Wrong predictions mostly go to the neighbour in the taxonomy, so that pairs are confused and not everything. */
export function callOf(
  { categories }: Categories,
  truth: PlantedTruth,
  week: number,
  right: Meaning,
  random: () => number,
): Call {
  const isRight = random() < truth.accuracy(week);
  const at = categories.findIndex(({ id }) => id === right.category);
  const next = categories[(at + 1) % categories.length]!.id;
  const wrong = random() < 0.7 ? next : pick(categories, random).id;
  const confidence = Math.min(0.99, Math.max(0.3, (isRight ? 0.8 : 0.6) + 0.4 * (random() - 0.5)));
  return {
    category: isRight ? right.category : wrong,
    priority: priorityFor(right.priority, truth, random),
    confidence,
  };
}

function priorityFor(right: Priority, { urgentFound }: PlantedTruth, random: () => number): Priority {
  const isUrgent = right === "urgent";
  if (random() < (isUrgent ? urgentFound : 0.9)) return right;
  return isUrgent ? "normal" : pick(priorities, random);
}
