/** Words added to an answer later: they change nothing but the words, on both engines. */
import type { Corrections } from "../../triage/correction.ts";
import type { KnownMessage, VerdictRequest } from "../../triage/verdict.ts";
import { verify } from "../store/verify.ts";
import { open, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { freshApis } from "../testing/freshApis.ts";
import { tid } from "../testing/issuer.ts";
import { amara, jonas, priya, stranger } from "../testing/organisation.ts";

jest.setTimeout(120_000);

const service = `${tid}/service`;
const dayMs = 86_400_000;
const contract = { kind: "holds", category: "contract", priority: "normal" } as const;

describe.each(engines())("on %s", (_, engine) => {
  let api: TestApi;
  freshApis(engine, { policy: { blindShare: 0 } }, (fresh) => {
    api = fresh.api;
  });

  const put = async (person: string, predictionId: string, body: VerdictRequest) =>
    api.send("PUT", `/api/verdicts/${predictionId}`, await api.token(person), body);
  const answered = async (extra: Partial<VerdictRequest> = {}) => {
    const { request, opened } = await open(api, amara, { receivedAt: api.clock.now - 60_000 });
    const body = verdictOn(request, { verdict: contract, ...extra });
    expect((await put(amara, opened.predictionId, body)).status).toBe(200);
    return { request, opened, body };
  };
  const seenBy = async (person: string, messageRef: string) =>
    (await open(api, person, { messageRef })).opened.known;
  const corrections = async (): Promise<Corrections> =>
    (await api.send("GET", "/api/departments/service/corrections", await api.token(priya))).json();
  const counters = () =>
    api.store.db
      .selectFrom("counter")
      .select(["kind", "period", "arm", "predicted", "final", "n"])
      .where("department", "=", service)
      .where("n", ">", 0)
      .orderBy("kind")
      .orderBy("period")
      .orderBy("arm")
      .orderBy("predicted")
      .orderBy("final")
      .execute();

  test("who opens a message again is told their own words beside the answer, and a colleague is not", async () => {
    const { request, opened } = await answered({ reason: "wrongTopic", note: "a refund" });
    const wording = { reason: "wrongTopic", note: "a refund", presses: 1, handlingMs: 1_200 };
    expect(await seenBy(amara, request.messageRef)).toMatchObject({ by: { kind: "you" }, wording });
    const told = await seenBy(jonas, request.messageRef);
    expect(told).toMatchObject({ by: { kind: "colleague" }, verdict: contract });
    expect(told).not.toHaveProperty("wording");
    const url = `/api/messages/${opened.messageKey}?departmentId=service`;
    const known: KnownMessage = (await api.send("GET", url, await api.token(jonas))).json();
    expect(JSON.stringify(known)).not.toContain("a refund");
  });

  test("a note of another day changes no figure, and the lead reads it beside the same correction", async () => {
    const { opened, body } = await answered();
    const before = { counters: await counters(), corrections: (await corrections()).corrections };
    api.clock.now += 3 * dayMs;
    const later = { ...body, feedbackId: verdictOn(body).feedbackId, note: "a refund" };
    expect([
      (await put(amara, opened.predictionId, later)).status,
      (await put(amara, opened.predictionId, later)).status,
    ]).toEqual([200, 200]);
    expect(await counters()).toEqual(before.counters);
    expect((await corrections()).corrections).toEqual([
      { ...before.corrections[0]!, feedbackId: later.feedbackId, note: "a refund" },
    ]);
    expect((await verify(api.store, service)).differences).toEqual([]);
  });

  test("what became of a correction stands whatever is noted beside it: declined, or learned", async () => {
    const declined = await answered();
    const learned = await answered();
    const decision = { decision: "decline", because: "not so", feedbackId: declined.body.feedbackId };
    const url = `/api/departments/service/corrections/${declined.opened.predictionId}`;
    expect((await api.send("PUT", url, await api.token(priya), decision)).status).toBe(200);
    await api.learn();
    const statesNow = () =>
      api.store.db
        .selectFrom("answer")
        .select(["prediction_id", "state", "at", "declined_because", "trained_in", "learned_in", "now"])
        .where("department", "=", service)
        .orderBy("prediction_id")
        .execute();
    const states = await statesNow();
    expect(states.map(({ state }) => state).sort()).toEqual(["declined", "learned"]);
    api.clock.now += dayMs;
    for (const { opened, body } of [declined, learned]) {
      const later = { ...body, feedbackId: verdictOn(body).feedbackId, note: "a refund" };
      expect((await put(amara, opened.predictionId, later)).status).toBe(200);
    }
    expect(await statesNow()).toEqual(states);
    // Nothing new is to be learned either.
    await api.learn();
    expect(await statesNow()).toEqual(states);
  });

  test("another verdict is new: it is received again, and was not one press", async () => {
    const { opened, body } = await answered();
    await api.learn();
    const other = verdictOn(body, { verdict: { ...contract, category: "delivery" } });
    expect((await put(amara, opened.predictionId, other)).json()).not.toMatchObject({ state: "learned" });
    const presses = (await counters()).filter(({ kind, period }) => kind === "press" && period[0] === "d");
    expect(presses).toMatchObject([{ predicted: "delivery", final: "more", n: 1 }]);
    expect((await verify(api.store, service)).differences).toEqual([]);
  });

  test("nobody words the answer of somebody else", async () => {
    const { opened, body } = await answered();
    const theirs = { ...body, feedbackId: verdictOn(body).feedbackId, note: "not mine" };
    for (const person of [jonas, stranger])
      expect((await put(person, opened.predictionId, theirs)).status).toBeGreaterThanOrEqual(400);
    expect((await corrections()).corrections[0]).not.toHaveProperty("note");
  });
});
