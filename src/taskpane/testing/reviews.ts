/** Reviews as the API would tell them, for tests and pictures: one open, one closed. */
import { gapBetween } from "../../alignment/agreement.ts";
import { shareOf } from "../../alignment/intervals.ts";
import type { Objective } from "../../triage/objective.ts";
import type { Decision, Review, ReviewedObjective, Reviews } from "../../triage/review.ts";
import { objectives, stoodAt } from "./objectives.ts";
import { now, service } from "./samples.ts";

const dayMs = 86_400_000;
const idOf = (n: number) => `01930000-0000-7000-9000-00000000000${n}`;

/** What had been counted at the last review. */
const before: Partial<Record<Objective["formula"]["kind"], { hits: number; trials: number }>> = {
  category: { hits: 450, trials: 495 },
  urgentRecall: { hits: 38, trials: 41 },
  triagedWithin: { hits: 640, trials: 800 },
  imported: { hits: 0, trials: 0 },
};

const reviewed: ReviewedObjective[] = objectives
  .filter(({ withdrawn }) => withdrawn === null)
  .map((one) => {
    const { id, version, formula, target, owner, standing } = one;
    const stood = before[formula.kind];
    return { id, version, formula, target, owner, standing, last: stood ? stoodAt(one, stood) : null };
  });

const decided = (n: number, more: Partial<Decision>): Decision => ({
  id: idOf(n),
  kind: "keepTarget",
  owner: "Priya Raman",
  dueOn: "2026-12-21",
  outcome: "open",
  at: now,
  by: "Priya Raman",
  ...more,
});

const [first, second] = reviewed as [ReviewedObjective, ReviewedObjective];
const { hits: equal, trials } = first.standing;
const { share, low, high } = shareOf({ hits: equal, trials });

export const openReview: Review = {
  id: idOf(1),
  openedAt: now - dayMs,
  openedBy: "",
  closedAt: null,
  closedBy: "",
  seal: null,
  isIntact: true,
  own: [],
  evidence: {
    from: now - 28 * dayMs,
    to: now,
    objectives: reviewed,
    followUps: [
      {
        ...decided(3, {
          kind: "changeTaxonomy",
          note: "Say where refunds belong",
          outcome: "done",
          objectiveId: first.id,
        }),
        review: idOf(2),
        shareThen: 0.86,
        shareNow: first.standing.share,
      },
      {
        ...decided(4, { kind: "retrain", owner: "Tomasz Nowak" }),
        review: idOf(2),
        shareThen: null,
        shareNow: null,
      },
    ],
    foretold: [
      { objectiveId: first.id, probability: 0.7, by: "Priya Raman", met: true },
      { objectiveId: second.id, probability: 0.4, by: "Priya Raman", met: null },
    ],
    blind: { equal, different: trials - equal, share, low, high },
    gap: { ...gapBetween({ hits: 95, trials: 100 }, { hits: equal, trials }), assisted: 0.95 },
    contested: [
      { predicted: "billing", said: "contract", count: 31 },
      { predicted: "complaint", said: "return", count: 22 },
    ],
    unclear: [{ category: "complaint", count: 9 }],
    openProposals: 2,
    drift: { checks: 96, cut: { before: 0.21, after: 0.08, on: "2026-11-02" } },
    receipts: { corrections: 64, nowRight: 41, stillWrong: 6, waiting: 12, declined: 5 },
    models: [
      { version: 11, state: "retired", at: now - 20 * dayMs, publishedAt: now - 19 * dayMs },
      { version: 12, state: "live", at: now - 6 * dayMs, publishedAt: now - 6 * dayMs },
      { version: 13, state: "held", at: now - dayMs, publishedAt: null },
    ],
  },
  decisions: [decided(5, { objectiveId: second.id, note: "Wait for more urgent mail" })],
  forecasts: [{ objectiveId: first.id, probability: 0.8, by: "Priya Raman" }],
  outcomes: [{ decision: idOf(5), outcome: "open" }],
};

export const closedReview: Review = {
  ...openReview,
  id: idOf(2),
  openedAt: now - 30 * dayMs,
  openedBy: "Priya Raman",
  closedAt: now - 28 * dayMs,
  closedBy: "Priya Raman",
  seal: "5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9",
};

const headOf = ({ id, openedAt, openedBy, closedAt, closedBy, decisions }: Review) => ({
  id,
  openedAt,
  openedBy,
  closedAt,
  closedBy,
  decisions: decisions.length,
});

export const reviewsAnswer: Reviews = {
  departmentId: service.id,
  reviews: [headOf(openReview), headOf(closedReview)],
  dueOn: "2026-11-22",
  isDue: false,
  forecasts: { scored: 6, brier: 0.14 },
  computedAt: now,
};
