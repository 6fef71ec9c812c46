/** Objectives a department can start from: what is promised, and a first target to talk about. */
import type { Formula } from "./objective.ts";

export interface ObjectiveTemplate {
  id: "category" | "urgentRecall" | "triagedWithin" | "onePress" | "satisfaction";
  formula: Formula;
  target: number;
  rhythmDays: number;
}

export const objectiveTemplates: readonly ObjectiveTemplate[] = [
  { id: "category", formula: { kind: "category" }, target: 0.85, rhythmDays: 28 },
  { id: "urgentRecall", formula: { kind: "urgentRecall" }, target: 0.9, rhythmDays: 28 },
  { id: "triagedWithin", formula: { kind: "triagedWithin", minutes: 60 }, target: 0.8, rhythmDays: 28 },
  { id: "onePress", formula: { kind: "onePress" }, target: 0.6, rhythmDays: 28 },
  {
    id: "satisfaction",
    formula: { kind: "imported", kpi: "satisfaction", better: "higher" },
    target: 0.8,
    rhythmDays: 91,
  },
];
