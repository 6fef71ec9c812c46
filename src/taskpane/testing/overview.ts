/** The answer above the figures as the API would tell it, from the sample objectives and the review before. */
import type { Overview } from "../../triage/overview.ts";
import { fallen, objectives, stoodAt } from "./objectives.ts";
import { closedReview, openReview } from "./reviews.ts";
import { now, service } from "./samples.ts";

const dayMs = 86_400_000;
const held = objectives.filter(({ withdrawn }) => withdrawn === null);

/** Of the closed sample review. */
const overdueDecision: Overview["review"]["overdue"][number] = {
  review: closedReview.id,
  decision: closedReview.decisions[0]!.id,
  kind: "retrain",
  note: "New products",
  owner: "Priya Raman",
  dueOn: "2026-11-16",
};

export const overviewAnswer: Overview = {
  departmentId: service.id,
  objectives: held.map((one) => ({
    ...one,
    decline: null,
    last:
      one.formula.kind === "category"
        ? stoodAt(one, { hits: 450, trials: 495 })
        : one.formula.kind === "triagedWithin"
          ? stoodAt(one, { hits: 640, trials: 800 }, { kind: "met", low: 0.8, high: 0.86 })
          : null,
  })),
  lastReview: { id: closedReview.id, closedAt: now - 28 * dayMs, published: 2 },
  review: {
    dueOn: "2026-11-30",
    isDue: false,
    openId: openReview.id,
    overdue: [overdueDecision],
  },
  waiting: { corrections: 4, proposals: 1, version: { version: 13, state: "held" } },
  computedAt: now,
};

/** The same, where the review before found that urgent mail is seen less: nobody knows yet whether the target is missed. */
export const fallenAnswer: Overview = {
  ...overviewAnswer,
  objectives: overviewAnswer.objectives.map((one) =>
    one.id === fallen.id
      ? {
          ...fallen,
          decline: { before: 0.95, share: 0.72, trials: 107, foundAt: now - 28 * dayMs },
          last: stoodAt(fallen, { hits: 270, trials: 310 }),
        }
      : one,
  ),
};
