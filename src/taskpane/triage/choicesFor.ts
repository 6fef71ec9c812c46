/** Which categories stand in the row, in which order, and which wait in the list behind "More". */
import { numberOfChoices } from "../../triage/choices.ts";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import type { Asking } from "./state.ts";

export type CategoryView = TaxonomyView["categories"][number];

export interface Choices {
  readonly shown: readonly CategoryView[];
  readonly rest: readonly CategoryView[];
}

/** One key each. */
const keys = 9;

export function choicesFor(asking: Asking, taxonomy: TaxonomyView): Choices {
  const ranked = "prediction" in asking ? inRank(asking, taxonomy) : taxonomy.categories;
  const count = "prediction" in asking ? shownCount(asking) : keys;
  return { shown: ranked.slice(0, count), rest: ranked.slice(count) };
}

function shownCount(asking: Extract<Asking, { kind: "predicted" | "severalFit" }>): number {
  const count = numberOfChoices(asking.prediction.categories.map(({ probability }) => probability));
  return asking.kind === "severalFit" ? Math.max(2, count) : count;
}

/** A category younger than the model comes last; one that was removed since does not come at all. */
function inRank(asking: Extract<Asking, { kind: "predicted" | "severalFit" }>, taxonomy: TaxonomyView) {
  const byId = new Map(taxonomy.categories.map((category) => [category.id, category]));
  const said = asking.prediction.categories.flatMap(({ category }) => byId.get(category) ?? []);
  return [...said, ...taxonomy.categories.filter((category) => !said.includes(category))];
}
