/** What is planted in the year: how right the model is in each department, who leans on it, and what goes wrong when. */
import type { starters } from "../../triage/starter/starters.ts";

/** Shares in [0, 1]; `week` counts from 0. */
export interface PlantedTruth {
  id: string;
  name: string;
  starter: keyof typeof starters;
  /** how often the model calls the category right, in a week */
  accuracy(week: number): number;
  /** how often it calls urgent mail urgent */
  urgentFound: number;
  /** of shown wrong predictions, how many are waved through */
  wavedThrough: number;
  people: number;
}

const steady = (accuracy: number) => () => accuracy;
/** Learns quickly at first, then slowly. */
const learning = (from: number, to: number) => (week: number) => to - (to - from) * Math.exp(-week / 10);

export const driftWeek = 40;

export const truths: readonly PlantedTruth[] = [
  // New products from autumn on, which nobody told the model about.
  {
    id: "customer-service",
    name: "Customer service",
    starter: "customer-service",
    accuracy: (week) => (week < driftWeek ? 0.9 : 0.62),
    urgentFound: 0.9,
    wavedThrough: 0.3,
    people: 14,
  },
  // Half of what is urgent is not called so.
  {
    id: "it-help-desk",
    name: "IT help desk",
    starter: "it-help-desk",
    accuracy: learning(0.7, 0.88),
    urgentFound: 0.5,
    wavedThrough: 0.2,
    people: 11,
  },
  {
    id: "human-resources",
    name: "Human resources",
    starter: "human-resources",
    accuracy: steady(0.85),
    urgentFound: 0.9,
    wavedThrough: 0.2,
    people: 4,
  },
  // People hardly look: the suggestion is taken over.
  {
    id: "public-administration",
    name: "Citizens' office",
    starter: "public-administration",
    accuracy: steady(0.8),
    urgentFound: 0.85,
    wavedThrough: 0.7,
    people: 9,
  },
  {
    id: "sales-office",
    name: "Sales office",
    starter: "customer-service",
    accuracy: learning(0.75, 0.92),
    urgentFound: 0.9,
    wavedThrough: 0.3,
    people: 12,
  },
  {
    id: "field-support",
    name: "Field support",
    starter: "it-help-desk",
    accuracy: steady(0.87),
    urgentFound: 0.85,
    wavedThrough: 0.3,
    people: 8,
  },
  {
    id: "payroll",
    name: "Payroll",
    starter: "human-resources",
    accuracy: steady(0.9),
    urgentFound: 0.9,
    wavedThrough: 0.25,
    people: 6,
  },
  // Served worst of all.
  {
    id: "city-library",
    name: "City library",
    starter: "public-administration",
    accuracy: steady(0.68),
    urgentFound: 0.8,
    wavedThrough: 0.35,
    people: 7,
  },
];
