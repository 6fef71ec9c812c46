/** In the hour of an update pane and API are of different builds: what one side does not know breaks no screen of the other. */
import type { TSchema } from "typebox";
import Value from "typebox/value";
import { AdminOverview } from "../triage/administration.ts";
import { AuditPage } from "../triage/auditLog.ts";
import { ConfiguredDepartment } from "../triage/configuration.ts";
import { Corrections } from "../triage/correction.ts";
import { Me } from "../triage/department.ts";
import { Figures } from "../triage/figures.ts";
import { ModelVersions } from "../triage/model.ts";
import { ObjectiveHistory, Objectives } from "../triage/objective.ts";
import { Overview } from "../triage/overview.ts";
import { Prediction } from "../triage/prediction.ts";
import { Proposals } from "../triage/proposal.ts";
import { Review, Reviews } from "../triage/review.ts";
import { Summary } from "../triage/summary.ts";
import { KnownVerdict } from "../triage/verdict.ts";
import { isAnswer } from "./isAnswer.ts";
import { configured, log, overview } from "./testing/adminSamples.ts";
import { correctionsAnswer, figuresAnswer, proposalsAnswer, versionsAnswer } from "./testing/corrections.ts";
import { historyAnswer, objectivesAnswer } from "./testing/objectives.ts";
import { fallenAnswer, overviewAnswer } from "./testing/overview.ts";
import { closedReview, openReview, reviewsAnswer } from "./testing/reviews.ts";
import { me, sure } from "./testing/samples.ts";
import { summaries } from "./testing/summaries.ts";

const known = {
  feedbackId: "01932f5e-7c00-7000-8000-000000000001",
  predictionId: "01932f5e-7c00-7000-8000-000000000002",
  verdict: { kind: "holds", category: "billing", priority: "normal" },
  outcome: "confirmed",
  by: { kind: "you" },
  at: 1_800_000_000_000,
};

const answers: [name: string, schema: TSchema, answer: unknown][] = [
  ["who one is", Me, me],
  ["a prediction", Prediction, sure],
  ["an answer on a message", KnownVerdict, known],
  ["the overview", Overview, overviewAnswer],
  ["the overview, getting worse", Overview, fallenAnswer],
  ["the objectives", Objectives, objectivesAnswer],
  ["an objective's history", ObjectiveHistory, historyAnswer],
  ["the figures", Figures, figuresAnswer],
  ["a summary", Summary, Object.values(summaries)[0]],
  ["the corrections", Corrections, correctionsAnswer],
  ["the model's versions", ModelVersions, versionsAnswer],
  ["the proposals", Proposals, proposalsAnswer],
  ["the reviews", Reviews, reviewsAnswer],
  ["an open review", Review, openReview],
  ["a closed review", Review, closedReview],
  ["a department's settings", ConfiguredDepartment, configured],
  ["the departments", AdminOverview, overview],
  ["the log", AuditPage, log],
];

/** As a later build would say it: with something unheard of in each object there is. */
function later(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(later);
  if (typeof value !== "object" || value === null) return value;
  const inside = Object.entries(value).map(([name, one]) => [name, isByName(name) ? one : later(one)]);
  return { ...Object.fromEntries(inside), unheardOf: { of: ["a", 1] } };
}

/** Keyed by language or the like: another key in there is content. */
const isByName = (name: string) => ["name", "names", "definition", "phrases", "note"].includes(name);

/** As an earlier build said it: without the named fields. */
function earlier(value: unknown, ...without: string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => earlier(one, ...without));
  if (typeof value !== "object" || value === null) return value;
  const left = Object.entries(value).filter(([name]) => !without.includes(name));
  return Object.fromEntries(left.map(([name, one]) => [name, earlier(one, ...without)]));
}

test.each(answers)("%s is taken as it is, and with fields of a later build", (_, schema, answer) => {
  expect(Value.Check(schema, answer)).toBe(true);
  expect(isAnswer(schema, later(answer))).toBe(true);
});

test.each(answers)("what is no such answer is refused still: %s", (_, schema) => {
  for (const other of [null, "", [], {}, { unheardOf: 1 }]) expect(isAnswer(schema, other)).toBe(false);
});

test("what an earlier build did not tell is not missed: a decline, the day a change was noticed, the words beside an answer", () => {
  for (const [schema, answer] of [
    [Overview, fallenAnswer],
    [Objectives, objectivesAnswer],
    [Review, openReview],
    [KnownVerdict, { ...known, wording: { presses: 1, handlingMs: 1 } }],
  ] as const)
    expect(isAnswer(schema, earlier(answer, "decline", "wording"))).toBe(true);
  const errors = { before: 0.1, after: 0.4, on: "2026-11-11" };
  const figures = { ...figuresAnswer, drift: { ...figuresAnswer.drift, errors } };
  expect(isAnswer(Figures, figures)).toBe(true);
  expect(isAnswer(Figures, earlier(figures, "on"))).toBe(true);
});
