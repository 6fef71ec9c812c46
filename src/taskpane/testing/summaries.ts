/** Summaries as the API would tell them, for tests and pictures: figures by the alignment from planted counts. */
import { type ArmCounts, emptyCounts } from "../../alignment/counts.ts";
import { evidenceOf, fieldAgreement } from "../../api/store/agreement.ts";
import type { StateCounts, Summary } from "../../triage/summary.ts";
import { now, service } from "./samples.ts";

const counts = (confirmed: number, corrected: number, shown: number): StateCounts => ({
  neverShown: 0,
  shown,
  confirmed,
  corrected,
  unsure: 1,
  unpredicted: 2,
});

/** An arm with so many right of so many checks, and so many asks in all. */
const armOf = (right: number, checks: number, asked: number, unsure = 3): Partial<ArmCounts> => ({
  asked,
  answered: checks + unsure,
  unsure,
  category: { equal: right, different: checks - right },
  priority: { equal: Math.round(right * 0.9), different: checks - Math.round(right * 0.9) },
  both: { equal: Math.round(right * 0.85), different: checks - Math.round(right * 0.85) },
});

const mondays = Array.from({ length: 12 }, (_, i) =>
  new Date(Date.UTC(2026, 8, 7 + 7 * i)).toISOString().slice(0, 10),
);

/** Right of all by week; the weeks' sum is the period. */
type Weeks = readonly (readonly [right: number, checks: number])[];
const weekly: Weeks = [
  [9, 10],
  [11, 12],
  [10, 12],
  [13, 14],
  [0, 0],
  [12, 13],
  [11, 13],
  [14, 15],
  [9, 13],
  [11, 13],
  [12, 13],
  [12, 12],
];

function summaryOf(
  blind: Partial<ArmCounts>,
  assisted: Partial<ArmCounts>,
  weeks: Weeks,
  more: Partial<Summary> = {},
): Summary {
  const none = emptyCounts();
  const all = {
    ...none,
    blind: { ...none.blind, ...blind },
    assisted: { ...none.assisted, ...assisted },
  };
  return {
    departmentId: service.id,
    from: "2026-09-07",
    to: "2026-11-23",
    states: { ...counts(1_041, 207, 312), neverShown: 63 },
    categories: [
      { category: "billing", states: counts(418, 62, 104) },
      { category: "complaint", states: counts(312, 94, 115) },
      { category: "return", states: counts(311, 51, 93) },
    ],
    arms: [],
    moved: 1,
    agreement: {
      category: fieldAgreement(all, "category"),
      priority: fieldAgreement(all, "priority"),
      both: fieldAgreement(all, "both"),
    },
    weeks: weeks.map(([right, checks], i) => ({
      monday: mondays[i]!,
      ...evidenceOf(right, checks - right),
    })),
    confused: [
      { predicted: "billing", said: "contract", count: 31 },
      { predicted: "complaint", said: "return", count: 22 },
      { predicted: "contract", said: "billing", count: 12 },
    ],
    computedAt: now,
    ...more,
  };
}

/** Fifty-two weeks, the last of them the twelve of the others. */
const longYear = Array.from({ length: 52 }, (_, i) => weekly[(i + 8) % 12]!);
const longMondays = longYear.map((_, i) =>
  new Date(Date.UTC(2026, 8, 7 + 7 * (i - 40))).toISOString().slice(0, 10),
);

export const summaries = {
  "a year": summaryOf(armOf(516, 584, 640), armOf(570, 610, 650), [], {
    from: longMondays[0]!,
    weeks: longYear.map(([right, checks], i) => ({
      monday: longMondays[i]!,
      ...evidenceOf(right, checks - right),
    })),
  }),
  known: summaryOf(armOf(124, 140, 155), armOf(141, 148, 157), weekly),
  leaning: summaryOf(armOf(480, 600, 640), armOf(570, 610, 650), weekly),
  "many unanswered": summaryOf(armOf(124, 140, 310), armOf(4, 5, 9), weekly),
  "not yet known": summaryOf(
    armOf(10, 12, 16),
    armOf(9, 9, 14),
    weekly.map((_, i) => (i === 11 ? ([10, 12] as const) : ([0, 0] as const))),
    {
      confused: [],
    },
  ),
  "no checks": summaryOf(
    {},
    {},
    weekly.map(() => [0, 0] as const),
    { confused: [] },
  ),
  nothing: summaryOf(
    {},
    {},
    weekly.map(() => [0, 0] as const),
    {
      states: { ...counts(0, 0, 0), unsure: 0, unpredicted: 0 },
      categories: [],
      confused: [],
    },
  ),
} satisfies Record<string, Summary>;

export type SummaryName = keyof typeof summaries;
