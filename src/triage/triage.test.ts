/** The nouns refuse what they should refuse. */
import Value from "typebox/value";
import { defaultPolicy, Policy } from "./department.ts";
import { isApiFailureCode, paneFailureCodes, passesByItself, statusOf } from "./failure.ts";
import { PredictionRequest } from "./message.ts";
import { textIn } from "./text.ts";
import { VerdictRequest } from "./verdict.ts";

const uuid = "01932f5e-7c00-7000-8000-0123456789ab";
const ref = "a".repeat(43);
const verdict = {
  feedbackId: uuid,
  messageRef: ref,
  verdict: { kind: "holds", category: "billing", priority: "high" },
  presses: 1,
  handlingMs: 1200,
  decidedAt: 1_800_000_000_000,
};

test("a verdict names the message it was given for", () => {
  expect(Value.Check(VerdictRequest, verdict)).toBe(true);
  const { messageRef: _, ...unbound } = verdict;
  expect(Value.Check(VerdictRequest, unbound)).toBe(false);
});

test("a verdict cannot say itself whether it is a confirmation", () => {
  expect(Value.Check(VerdictRequest, { ...verdict, outcome: "confirmed" })).toBe(false);
});

test("a feature outside the hash space is refused", () => {
  const none = { ids: [], counts: [] };
  const opened = {
    predictionId: uuid,
    departmentId: "service",
    messageRef: ref,
    bodyRead: true,
    openedAt: 1,
  };
  const features = {
    scheme: "c1",
    words: { ids: [70_000], counts: [1] },
    chars: none,
    subject: none,
    sender: none,
  };
  expect(Value.Check(PredictionRequest, { ...opened, features })).toBe(false);
  expect(Value.Check(PredictionRequest, { ...opened, features: { ...features, words: none } })).toBe(true);
});

test("the default policy asks 5 % blind and sends features, not text", () => {
  expect(Value.Check(Policy, defaultPolicy)).toBe(true);
  expect(defaultPolicy).toMatchObject({ blindShare: 0.05, sending: "features" });
});

test.each([6, 367, 30.5])("a review every %d days is not taken", (reviewEveryDays) => {
  expect(Value.Check(Policy, { ...defaultPolicy, reviewEveryDays })).toBe(false);
});

test("a failure that passes by itself is tried again, one that never will is not", () => {
  expect(passesByItself("offline")).toBe(true);
  expect(passesByItself("overloaded")).toBe(true);
  expect(passesByItself("verdict_for_other_message")).toBe(false);
  expect(passesByItself("request_invalid")).toBe(false);
});

test("a code belongs to the API or to the pane, never to both", () => {
  expect(paneFailureCodes.filter(isApiFailureCode)).toEqual([]);
  expect(Object.values(statusOf).every((status) => status >= 400 && status < 600)).toBe(true);
});

test("a reader of a language nobody translated reads English", () => {
  expect(textIn({ en: "Billing", de: "Rechnung" }, "de-AT")).toBe("Rechnung");
  expect(textIn({ en: "Billing" }, "fi")).toBe("Billing");
});
