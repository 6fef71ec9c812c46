/** Answers the department room's questions from samples, and remembers what was asked. */
import type { ApiClient, Ask } from "../apiClient.ts";
import { historyAnswer, objectives, objectivesAnswer } from "./objectives.ts";
import { closedReview, openReview, reviewsAnswer } from "./reviews.ts";

type Answers = readonly [method: Ask["method"], path: RegExp, answer: (ask: Ask) => unknown][];

const answers: Answers = [
  ["GET", /\/reviews$/, () => reviewsAnswer],
  ["GET", new RegExp(`/reviews/${closedReview.id}$`), () => closedReview],
  ["POST", /\/closing$/, () => closedReview],
  ["GET", /\/reviews\/[^/]+$/, () => openReview],
  ["PUT", /\/reviews\//, () => openReview],
  ["DELETE", /\/decisions\//, () => ({ ...openReview, decisions: [] })],
  ["GET", /\/objectives$/, () => objectivesAnswer],
  ["GET", /\/objectives\/[^/]+$/, () => historyAnswer],
  ["PUT", /\/objectives\/[^/]+$/, () => objectives[0]],
  ["POST", /\/withdrawal$/, () => objectives[5]],
];

/** What is not among the samples, or does not fit its schema, is not found. */
export function departmentApi(asked: Ask[] = [], more: Answers = []): Pick<ApiClient, "ask"> {
  return {
    async ask<T>(ask: Ask, isAnswer: (value: unknown) => value is T) {
      asked.push(ask);
      const path = ask.path.split("?")[0]!;
      const found = [...more, ...answers].find(([method, at]) => method === ask.method && at.test(path));
      const value = found?.[2](ask);
      return isAnswer(value)
        ? { ok: true, value }
        : { ok: false, failure: { code: found ? "answer_invalid" : "not_found" } };
    },
  };
}
