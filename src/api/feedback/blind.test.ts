/** In a blind check the prediction does not leave the API before the verdict is stored: not in any byte. */
import type { Prediction } from "../../triage/prediction.ts";
import type { Summary } from "../../triage/summary.ts";
import type { Department } from "../store/departments.ts";
import { newRef, open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";

const marker = "vSECRET";

/** Says "delivery, urgent" under a version that can be searched for. */
const secretive = {
  version: marker,
  predict: async (_: Department): Promise<Prediction> => ({
    categories: [
      { category: "delivery", probability: 0.987654 },
      { category: "billing", probability: 0.01 },
      { category: "contract", probability: 0.002346 },
    ],
    priorities: [
      { priority: "urgent", probability: 0.876543 },
      { priority: "high", probability: 0.1 },
      { priority: "normal", probability: 0.02 },
      { priority: "low", probability: 0.003457 },
    ],
    likely: ["delivery"],
    modelVersion: secretive.version,
    evidence: [{ block: "words", id: 54_321, weight: 1.2345 }],
  }),
};
const traces = [marker, "987654", "876543", "54321", "probability", "likely", "evidence", '"urgent"'];

const start = (askBudget: number) =>
  startTestApi({ policy: { blindShare: 0.25, askBudget }, predictor: secretive });

let api: TestApi;
beforeEach(async () => {
  secretive.version = marker;
  api = await start(100);
});
afterEach(() => api.close());

/** Opens fresh messages until one is drawn blind. */
async function openBlind(oid: string) {
  for (let i = 0; i < 200; i++) {
    const found = await open(api, oid);
    if (found.opened.arm === "blind") return found;
  }
  throw new Error("no blind draw in 200");
}

/** Everything the API tells about the message, as bytes. */
async function everythingSaid(oid: string, messageRef: string, messageKey: string): Promise<string> {
  const token = await api.token(oid);
  const again = await open(api, oid, { messageRef });
  const rest = await Promise.all([
    api.send("GET", `/api/messages/${messageKey}?departmentId=service`, token),
    api.send("GET", "/api/me", token),
  ]);
  return [again.text, rest[0].text, rest[1].json().recent].map((part) => JSON.stringify(part)).join("\n");
}

test("before the verdict no byte of any answer tells the prediction, to nobody", async () => {
  const { request, opened, text } = await openBlind(amara);
  expect(opened.shown).toEqual({ kind: "yourCallFirst" });
  const mine = await everythingSaid(amara, request.messageRef, opened.messageKey);
  const theirs = await everythingSaid(jonas, request.messageRef, opened.messageKey);
  for (const trace of traces) expect([text, mine, theirs].join("\n")).not.toContain(trace);
});

test("the sums of the department do not tell either", async () => {
  const count = async () => {
    const answer = await api.send("GET", "/api/departments/service/summary", await api.token(priya));
    const { categories, states } = answer.json() as Summary;
    return {
      delivery: categories.find((one) => one.category === "delivery")?.states.shown ?? 0,
      shown: states.shown,
    };
  };
  for (let i = 0; i < 200; i++) {
    const before = await count();
    const { opened } = await open(api, amara);
    const after = await count();
    expect(after.shown).toBe(before.shown + 1);
    if (opened.arm !== "blind") continue;
    expect(after.delivery).toBe(before.delivery);
    return;
  }
  throw new Error("no blind draw");
});

/** Answers fresh blind messages until a colleague is not drawn to be asked blind as well. */
async function answerForAll() {
  for (let i = 0; i < 50; i++) {
    const { request, opened } = await openBlind(amara);
    const url = `/api/verdicts/${opened.predictionId}`;
    const receipt = await api.send("PUT", url, await api.token(amara), verdictOn(request));
    const theirs = await open(api, jonas, { messageRef: request.messageRef });
    const { ask_skipped } = await api.store.db
      .selectFrom("opening")
      .select("ask_skipped")
      .where("prediction_id", "=", theirs.opened.predictionId)
      .executeTakeFirstOrThrow();
    if (ask_skipped !== "second") return { receipt, theirs };
    expect(theirs.opened.shown.kind).toBe("yourCallFirst");
  }
  throw new Error("asked a second time in 50 of 50");
}

test("the receipt tells what the model had said, and from then on everybody who is not asked too may know", async () => {
  const { receipt, theirs } = await answerForAll();
  expect(receipt.json().said.modelVersion).toBe(marker);
  expect(theirs.opened.shown.kind).toBe("prediction");
  expect(theirs.opened.known!.by.kind).toBe("colleague");
});

test("opening a blind message again, with a newer model, keeps it blind", async () => {
  const { request, opened } = await openBlind(amara);
  secretive.version = `${marker}2`;
  const again = await open(api, amara, { messageRef: request.messageRef });
  expect(again.opened.predictionId).not.toBe(opened.predictionId);
  expect(again.opened).toMatchObject({ arm: "blind", shown: { kind: "yourCallFirst" } });
});

test("the first blind wording counts for agreement; a revision changes what is shown and learned", async () => {
  const { request, opened } = await openBlind(amara);
  const url = `/api/verdicts/${opened.predictionId}`;
  const token = await api.token(amara);
  await api.send("PUT", url, token, verdictOn(request));
  const agreeing = { kind: "holds" as const, category: "delivery", priority: "urgent" as const };
  const revised = await api.send("PUT", url, token, verdictOn(request, { verdict: agreeing }));
  expect(revised.json().counts).toMatchObject({ verdict: agreeing, outcome: "confirmed" });
  const summary = (
    await api.send("GET", "/api/departments/service/summary", await api.token(priya))
  ).json() as Summary;
  expect(summary.arms.find(({ arm }) => arm === "blind")).toMatchObject({ equal: 0, different: 1 });
});

test("nobody is asked more often than the day's budget, and the next day begins anew", async () => {
  await api.close();
  api = await start(3);
  const arms = async () => (await open(api, amara)).opened.arm;
  let asked = 0;
  for (let i = 0; i < 60; i++) asked += (await arms()) === "open" ? 0 : 1;
  expect(asked).toBe(3);
  const rows = await api.store.db.selectFrom("opening").select("ask_skipped").execute();
  expect(rows.some((row) => row.ask_skipped === "budget")).toBe(true);
  api.clock.now += 86_400_000;
  for (let i = 0; i < 60; i++) asked += (await arms()) === "open" ? 0 : 1;
  expect(asked).toBe(6);
});

test("a message keeps its arm however often and by whomever it is opened", async () => {
  const messageRef = newRef();
  const first = (await open(api, amara, { messageRef })).opened.arm;
  for (const oid of [jonas, amara, priya])
    expect((await open(api, oid, { messageRef })).opened.arm).toBe(first);
});
