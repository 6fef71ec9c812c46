/** Priorities: agreement by distance, missed urgents, and how far off the rest is; all from blind checks. */
import { type Cell, sumOf } from "../../alignment/confusion.ts";
import { kappaInterval, rankDistances, urgentRecall, weightedKappa } from "../../alignment/priority.ts";
import type { Figures } from "../../triage/figures.ts";
import { priorities } from "../../triage/taxonomy.ts";
import { figureOf } from "./shapes.ts";

export function priorityIn(cells: readonly Cell[], urgentExcluded: boolean): Figures["priority"] {
  const value = weightedKappa(cells, priorities);
  const interval = kappaInterval(cells, priorities);
  const recall = urgentRecall(cells, urgentExcluded);
  return {
    kappa: value === null || !interval ? null : { value, low: interval[0], high: interval[1] },
    urgentRecall: recall && figureOf(recall),
    missedUrgent: sumOf(cells, ({ predicted, final }) => final === "urgent" && predicted !== "urgent"),
    distances: [...rankDistances(cells, priorities)].map(([ranks, count]) => ({ ranks, count })),
  };
}
