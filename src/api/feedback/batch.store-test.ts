/** One press on many is stored once each, counted in the states, and in no agreement: on both engines, against a recount. */
import { v7 } from "uuid";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import type { Summary } from "../../triage/summary.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";
import type { Department } from "../store/departments.ts";
import { rebuild, verify } from "../store/verify.ts";
import { newRef, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";

jest.setTimeout(120_000);

const said = (probability: number): Prediction => ({
  categories: [
    { category: "billing", probability },
    { category: "contract", probability: 1 - probability },
  ],
  priorities: [
    { priority: "normal", probability: 0.9 },
    { priority: "urgent", probability: 0.1 },
  ],
  likely: ["billing"],
  modelVersion: "v0",
  evidence: [],
});

const group = { members: 3, opened: 2 };
const wrong = { kind: "holds", category: "contract", priority: "normal" } as const;

describe.each(engines())("a batch on %s", (_, engine) => {
  let issuer: TestIssuer;
  let api: TestApi;
  let sure = 0.95;
  const predictor = { predict: async (_: Department) => said(sure) };

  beforeAll(async () => {
    [issuer] = await Promise.all([startIssuer(), engine.start()]);
  });
  afterAll(async () => {
    await Promise.all([issuer.close(), engine.stop()]);
  });
  const start = async (blindShare = 0) => {
    sure = 0.95;
    api = await startTestApi({
      issuer,
      predictor,
      place: await engine.newPlace(),
      policy: { blindShare, askBudget: 100 },
    });
  };
  afterEach(() => api.close());

  const post = async (oid: string, extra: Partial<PredictionRequest> = {}) => {
    const request = openingOf(api, extra);
    const answer = await api.send("POST", "/api/predictions", await api.token(oid), request);
    return { request, status: answer.status, body: answer.json() as Opened & { code?: string } };
  };
  const put = async (oid: string, opened: Opened, body: VerdictRequest) => {
    const answer = await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(oid), body);
    return { status: answer.status, body: answer.json() as { code?: string; state?: string } };
  };
  const undo = async (oid: string, opened: Opened, feedbackId: string) =>
    api.send("DELETE", `/api/verdicts/${opened.predictionId}?feedbackId=${feedbackId}`, await api.token(oid));
  const summary = async () =>
    (
      await api.send("GET", "/api/departments/service/summary", await api.token(priya))
    ).json() as unknown as Summary;
  const rows = (table: "feedback" | "opening" | "answer" | "features") =>
    api.store.db.selectFrom(table).selectAll().execute();
  const isRecounted = async () => {
    const department = `${tid}/service`;
    expect((await verify(api.store, department)).differences).toEqual([]);
    await rebuild(api.store, department);
    expect((await verify(api.store, department)).differences).toEqual([]);
  };

  test("three confirmed by one press are confirmed messages, and no agreement, calibration or press", async () => {
    await start();
    const alone = await post(amara);
    await put(amara, alone.body, verdictOn(alone.request));
    const before = await summary();
    for (let i = 0; i < 3; i++) {
      const { request, body } = await post(amara, { batch: true });
      expect(body).toMatchObject({ arm: "batch", shown: { kind: "prediction" } });
      const verdict = verdictOn(request, { batch: group });
      expect(await put(amara, body, verdict)).toMatchObject({
        status: 200,
        body: { outcome: "confirmed", state: "received" },
      });
      expect((await put(amara, body, verdict)).status).toBe(200);
    }
    const after = await summary();
    expect(after.states.confirmed).toBe(before.states.confirmed + 3);
    for (const part of ["agreement", "weeks", "confused"] as const) expect(after[part]).toEqual(before[part]);
    expect(after.arms.filter(({ arm }) => arm !== "batch")).toEqual(
      before.arms.filter(({ arm }) => arm !== "batch"),
    );
    expect(after.arms.find(({ arm }) => arm === "batch")).toMatchObject({ equal: 0, different: 0 });
    const counters = await api.store.db
      .selectFrom("counter")
      .selectAll()
      .where("arm", "=", "batch")
      .execute();
    expect(new Set(counters.map(({ kind }) => kind))).toEqual(
      new Set(["state", "asked", "answered", "confidence"]),
    );
    expect(counters.filter(({ kind }) => kind === "confidence").map(({ final }) => final)).toEqual([""]);
    expect(await rows("answer")).toHaveLength(1);
    expect(await rows("features")).toHaveLength(1);
    await isRecounted();
  });

  test("undone, each is shown without a verdict; answered by itself afterwards, it is a verdict like any other", async () => {
    await start();
    const { request, body } = await post(amara, { batch: true });
    const verdict = verdictOn(request, { batch: group });
    await put(amara, body, verdict);
    expect((await undo(amara, body, verdict.feedbackId)).status).toBe(200);
    expect((await undo(amara, body, verdict.feedbackId)).status).toBe(200);
    expect((await summary()).states).toMatchObject({ confirmed: 0, shown: 1 });
    const again = await post(amara, { messageRef: request.messageRef });
    expect(again.body).toMatchObject({ arm: "open" });
    expect(again.body.predictionId).not.toBe(body.predictionId);
    await put(amara, again.body, verdictOn(again.request, { verdict: wrong }));
    const { states, arms } = await summary();
    expect(states).toMatchObject({ corrected: 1, shown: 0 });
    expect(arms.find(({ arm }) => arm === "open")).toMatchObject({ different: 1 });
    await isRecounted();
  });

  test("what was drawn to be asked stays for itself, and nothing of it is stored or told", async () => {
    await start(0.25);
    let refused = 0;
    for (let i = 0; i < 60; i++) {
      const { status, body, request } = await post(amara, { batch: true });
      if (status === 200) continue;
      refused++;
      expect(body).toMatchObject({ code: "ask_alone" });
      expect(JSON.stringify(body)).not.toMatch(/billing|0\.95|normal/);
      const alone = await post(amara, { messageRef: request.messageRef });
      expect(["blind", "assisted"]).toContain(alone.body.arm);
      expect((await post(amara, { messageRef: request.messageRef, batch: true })).body.code).toBe(
        "ask_alone",
      );
    }
    // One in four by lot.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(60);
    await isRecounted();
  });

  test("what the model is not sure of, and what somebody has answered, is no member", async () => {
    await start();
    sure = 0.8;
    expect((await post(amara, { batch: true })).body.code).toBe("ask_alone");
    expect(await rows("opening")).toEqual([]);
    sure = 0.95;
    const { request, body } = await post(jonas);
    await put(jonas, body, verdictOn(request));
    expect((await post(amara, { messageRef: request.messageRef, batch: true })).body.code).toBe(
      "answered_already",
    );
  });

  test("a batch only confirms, says how many were opened, and cannot be claimed for a message opened by itself", async () => {
    await start();
    const { request, body } = await post(amara, { batch: true });
    const refused: [Opened, Partial<VerdictRequest>][] = [
      [body, {}],
      [body, { batch: group, verdict: wrong }],
      [body, { batch: group, verdict: { kind: "unsure" } }],
      [body, { batch: { members: 3, opened: 1 } }],
      [body, { batch: { members: 2, opened: 2 } }],
      [body, { batch: { members: 3, opened: 4 } }],
      [body, { batch: { members: 101, opened: 2 } }],
    ];
    for (const [opened, extra] of refused)
      expect((await put(amara, opened, verdictOn(request, extra))).body.code).toBe("request_invalid");
    const alone = await post(amara, { messageRef: newRef() });
    expect((await put(amara, alone.body, verdictOn(alone.request, { batch: group }))).body.code).toBe(
      "request_invalid",
    );
    expect((await put(amara, body, verdictOn(request, { feedbackId: v7(), batch: group }))).status).toBe(200);
    await isRecounted();
  });
});
