/** The answer above the figures as the API would tell it, from the sample objectives and the review before. */
import type { Overview } from "../../triage/overview.ts";
import { objectives } from "./objectives.ts";
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
  objectives: held.map((one, i) => ({
    ...one,
    last:
      i > 2
        ? null
        : {
            share: one.standing.share === null ? null : one.standing.share - [0.02, -0.01, 0.04][i]!,
            state: i === 2 ? { kind: "met", low: 0.8, high: 0.9 } : one.standing.state,
            target: one.target,
          },
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
