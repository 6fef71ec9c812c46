/** Answers the department room's questions from samples, and remembers what was asked. */
import type { ApiClient, Ask } from "../apiClient.ts";
import { correctionsAnswer, figuresAnswer, proposalsAnswer, versionsAnswer } from "./corrections.ts";
import { historyAnswer, objectives, objectivesAnswer } from "./objectives.ts";
import { overviewAnswer } from "./overview.ts";
import { closedReview, openReview, reviewsAnswer } from "./reviews.ts";

type Answers = readonly [method: Ask["method"], path: RegExp, answer: (ask: Ask) => unknown][];

const answers: Answers = [
  ["GET", /\/reviews$/, () => reviewsAnswer],
  ["GET", new RegExp(`/reviews/${closedReview.id}$`), () => closedReview],
  ["POST", /\/closing$/, () => closedReview],
  ["GET", /\/reviews\/[^/]+$/, () => openReview],
  ["PUT", /\/reviews\//, () => openReview],
  ["DELETE", /\/decisions\//, () => ({ ...openReview, decisions: [] })],
  ["GET", /\/corrections$/, ({ path }) => correctionsFor(new URLSearchParams(path.split("?")[1]))],
  ["PUT", /\/corrections\/[^/]+$/, () => correctionsAnswer],
  ["GET", /\/message$/, () => ({ itemId: "AAMk-invoice" })],
  ["GET", /\/models$/, () => versionsAnswer],
  ["PUT", /\/models\/live$/, () => ({ ...versionsAnswer, live: 11 })],
  ["GET", /\/proposals$/, () => proposalsAnswer],
  ["PUT", /\/proposals\//, () => proposalsAnswer.proposals[0]],
  ["PUT", /\/categories\/[^/]+\/into$/, () => ({ taxonomyVersion: 2 })],
  ["GET", /\/figures$/, () => figuresAnswer],
  ["GET", /\/overview$/, () => overviewAnswer],
  ["GET", /\/objectives$/, () => objectivesAnswer],
  ["GET", /\/objectives\/[^/]+$/, () => historyAnswer],
  ["PUT", /\/objectives\/[^/]+$/, () => objectives[0]],
  ["POST", /\/withdrawal$/, () => objectives[5]],
];

const correctionsFor = (query: URLSearchParams) => ({
  ...correctionsAnswer,
  corrections: correctionsAnswer.corrections.filter(
    ({ predicted, said, state }) =>
      (query.get("state") === "waiting" ? ["received", "accepted"] : [query.get("state") ?? state]).includes(
        state,
      ) &&
      predicted.category === (query.get("predicted") ?? predicted.category) &&
      said.category === (query.get("said") ?? said.category),
  ),
});

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
