/** The page's side of the API; every answer is checked against its schema on arrival. */
import { EvidencePack } from "../../../triage/evidencePack.ts";
import { type DecisionRequest, type Outcome, Review, Reviews } from "../../../triage/review.ts";
import type { ApiClient } from "../../apiClient.ts";
import { isAnswer } from "../../isAnswer.ts";

type Ask = Pick<ApiClient, "ask">;

const at = (department: string, ...rest: string[]) =>
  ["api", "departments", department, "reviews", ...rest].map(encodeURIComponent).join("/");
const isReviews = (value: unknown): value is Reviews => isAnswer(Reviews, value);
const isReview = (value: unknown): value is Review => isAnswer(Review, value);

const isPack = (value: unknown): value is EvidencePack => isAnswer(EvidencePack, value);

export const loadPack = ({ ask }: Ask, department: string) =>
  ask({ method: "GET", path: `api/departments/${encodeURIComponent(department)}/evidence-pack` }, isPack);

export const loadReviews = ({ ask }: Ask, department: string) =>
  ask({ method: "GET", path: at(department) }, isReviews);

/** One review of one department: each call answers the review as it is then. */
export function reviewCalls({ ask }: Ask, department: string, review: string) {
  const path = (...rest: string[]) => at(department, review, ...rest);
  const load = () => ask({ method: "GET", path: path() }, isReview);
  const settle = (id: string, outcome: Outcome, decidedIn = review) =>
    ask(
      { method: "PUT", path: at(department, decidedIn, "decisions", id, "outcome"), body: { outcome } },
      isReview,
    );
  return {
    load,
    open: () => ask({ method: "PUT", path: path(), body: {} }, isReview),
    decide: (id: string, body: DecisionRequest) =>
      ask({ method: "PUT", path: path("decisions", id), body }, isReview),
    undecide: (id: string) => ask({ method: "DELETE", path: path("decisions", id) }, isReview),
    settle: (id: string, outcome: Outcome) => settle(id, outcome),
    /** what was decided in an earlier review; this one tells it again */
    followUp: async (id: string, outcome: Outcome, decidedIn: string) => {
      const settled = await settle(id, outcome, decidedIn);
      return settled.ok ? load() : settled;
    },
    foretell: (objective: string, probability: number) =>
      ask({ method: "PUT", path: path("forecasts", objective), body: { probability } }, isReview),
    close: () => ask({ method: "POST", path: path("closing"), body: {} }, isReview),
  };
}
export type ReviewCalls = ReturnType<typeof reviewCalls>;
