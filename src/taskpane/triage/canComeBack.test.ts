/** Asked again behind the screen: what is there gives way only to more, and never under a hand. */
import type { Failure } from "../../triage/failure.ts";
import { invoice, predicted, question } from "../testing/samples.ts";
import { next } from "./next.ts";
import type { Opening, Screen, TriageState } from "./state.ts";

const at = (screen: Screen): TriageState => ({ generation: 1, fingerprint: "f", screen });
const fault = (code: Failure["code"]): Screen => ({ kind: "fault", message: invoice, failure: { code } });
const signInNeeded = (code: Failure["code"]): Screen => ({ ...fault(code), kind: "signInNeeded" }) as Screen;
type Why = "offline" | "unreachable" | "modelUnavailable";
const unpredicted = (why: Why, draft: object = {}) =>
  ({ kind: "unpredicted", question: { ...question, draft: { presses: 0, ...draft } }, why }) satisfies Screen;
const opened = (opening: Opening) => ({ type: "opened", generation: 1, opening }) as const;
const answer = opened({ kind: "asking", asking: predicted });

test.each<[string, Screen, number]>([
  ["“You are offline” as a fault", fault("offline"), 1],
  ["a question without prediction", unpredicted("offline"), 1],
  ["an answer already begun", unpredicted("offline", { presses: 1 }), 0],
  ["a model that is away", unpredicted("modelUnavailable"), 0],
  ["a prediction", predicted, 0],
  ["a fault that stays", fault("department_unknown"), 0],
  ["who belongs to no department", { kind: "chooseDepartment", message: invoice }, 1],
  ["a token the API refused", signInNeeded("token_invalid"), 1],
  ["a person whom Outlook does not know", signInNeeded("sign_in_needed"), 0],
])("%s is asked about again by itself %#", (_, screen, times) => {
  const { state, commands } = next(at(screen), { type: "retry" });
  expect(commands).toHaveLength(times);
  expect(state).toEqual(at(screen));
});

test("a press made while the API is asked again stays, whatever it says", () => {
  const before = at(unpredicted("unreachable"));
  const press = { generation: 1, current: "f", id: "id", at: question.shownAt };
  const begun = next(before, { type: "chose", category: "complaint", ...press }).state;
  expect(next(begun, answer).state).toEqual(begun);
  const given = next(begun, { type: "chose", priority: "urgent", ...press }).state;
  expect(given.screen.kind).toBe("answered");
  expect(next(given, answer).state).toEqual(given);
});

test("what the model says then takes the place of its absence", () => {
  expect(next(at(unpredicted("offline")), answer).state.screen).toEqual(predicted);
  expect(next(at(fault("api_unreachable")), answer).state.screen).toEqual(predicted);
});

test("the same trouble once more changes nothing; another one is said", () => {
  const before = at(unpredicted("offline"));
  const again = { ...unpredicted("offline"), question: { ...question, predictionId: "another" } };
  expect(next(before, opened({ kind: "asking", asking: again })).state).toBe(before);
  const now = unpredicted("unreachable");
  expect(next(before, opened({ kind: "asking", asking: now })).state.screen).toEqual(now);
  const failed = (code: Failure["code"]) => opened({ kind: "failed", failure: { code } });
  expect(next(at(fault("offline")), failed("offline")).state.screen).toEqual(fault("offline"));
  const nowhere = at({ kind: "chooseDepartment", message: invoice });
  expect(next(nowhere, opened({ kind: "noDepartment" })).state).toBe(nowhere);
  expect(next(at(fault("offline")), failed("internal")).state.screen).toEqual(fault("internal"));
});
