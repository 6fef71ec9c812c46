/** The acceptance through the HTTP API itself: what is planted is found again at every weekly look of half a year. */
import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { seeded } from "../alignment/simulation/seeded.ts";
import type { Opened, Prediction } from "../triage/prediction.ts";
import type { Summary } from "../triage/summary.ts";
import { openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { amara, priya } from "./testing/organisation.ts";

jest.setTimeout(240_000);

const weekMs = 7 * 86_400_000;
const weeks = 26;
const messagesPerWeek = 36;
const from = Date.UTC(2026, 4, 25, 9);

interface Planted {
  accuracy: number;
  /** of shown wrong predictions, how many are confirmed all the same */
  wavedThrough: number;
  /** how often volunteered mail gets a verdict, where the model is right and where it is wrong */
  answersRight: number;
  answersWrong: number;
}

const said = (category: string): Prediction => ({
  categories: [
    { category, probability: 0.8 },
    { category: category === "billing" ? "contract" : "billing", probability: 0.2 },
  ],
  priorities: [{ priority: "normal", probability: 0.9 }],
  likely: [category],
  modelVersion: "planted",
  evidence: [],
});

/** A week's mail: everything is billing; the model says so as often as planted. */
async function week(
  api: TestApi,
  planted: Planted,
  model: { isRight: boolean },
  name: string,
  random: () => number,
) {
  const token = await api.token(amara);
  for (let i = 0; i < messagesPerWeek; i++) {
    model.isRight = random() < planted.accuracy;
    const messageRef = createHash("sha256").update(`${name}.${api.clock.now}.${i}`).digest("base64url");
    const request = openingOf(api, { messageRef });
    const opened = (await api.send("POST", "/api/predictions", token, request)).json() as Opened;
    const isShown = opened.shown.kind === "prediction";
    expect(isShown).toBe(opened.arm !== "blind");
    const volunteers = model.isRight ? planted.answersRight : planted.answersWrong;
    if (opened.arm === "open" && random() >= volunteers) continue;
    const agrees = model.isRight || (isShown && random() < planted.wavedThrough);
    const truth = model.isRight === agrees ? "billing" : "contract";
    const body = verdictOn(request, {
      feedbackId: v7(),
      verdict: { kind: "holds", category: truth, priority: "normal" },
      decidedAt: api.clock.now,
    });
    const answer = await api.send("PUT", `/api/verdicts/${opened.predictionId}`, token, body);
    expect(answer.status).toBe(200);
  }
}

/** The agreement so far, as a lead sees it at the end of each week. */
async function* looks(planted: Planted, name: string): AsyncGenerator<Summary> {
  const model = { isRight: true };
  const api = await startTestApi({
    from,
    policy: { blindShare: 0.25, askBudget: 100, learning: false },
    predictor: { predict: async () => said(model.isRight ? "billing" : "contract") },
  });
  const random = seeded(7);
  for (let i = 0; i < weeks; i++) {
    await week(api, planted, model, name, random);
    const url = `/api/departments/service/summary?from=2026-05-25&to=${new Date(api.clock.now).toISOString().slice(0, 10)}`;
    yield (await api.send("GET", url, await api.token(priya))).json() as Summary;
    api.clock.now += weekMs;
  }
  expect(api.faults).toEqual([]);
  await api.close();
}

const covers = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;

test("accuracy 0.80 with 40 % waved through: blind, assisted and the gap cover what was planted at every look", async () => {
  const planted = { accuracy: 0.8, wavedThrough: 0.4, answersRight: 0.9, answersWrong: 0.9 };
  let last: Summary | undefined;
  for await (const summary of looks(planted, "anchoring")) {
    const { blind, assisted, gap } = summary.agreement.category;
    expect([covers(blind, 0.8), covers(assisted, 0.88), covers(gap, 0.08)]).toEqual([true, true, true]);
    last = summary;
  }
  const { blind } = last!.agreement.category;
  expect(blind.equal + blind.different).toBeGreaterThan(180);
  expect(blind.high - blind.low).toBeLessThan(0.25);
});

test("answers that select themselves: the naive rate is far off, and the headline covers 0.85 at every look", async () => {
  const planted = { accuracy: 0.85, wavedThrough: 0, answersRight: 0.3, answersWrong: 0.6 };
  let last: Summary | undefined;
  for await (const summary of looks(planted, "selection")) {
    expect(covers(summary.agreement.category.blind, 0.85)).toBe(true);
    last = summary;
  }
  const open = last!.arms.find(({ arm }) => arm === "open")!;
  expect(open.equal / (open.equal + open.different)).toBeLessThan(0.8);
});
