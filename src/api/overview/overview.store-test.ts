/** The answer above the figures is what the single requests say, and what waits is told to leads alone. */
import { v7 } from "uuid";
import type { Objectives } from "../../triage/objective.ts";
import type { Overview } from "../../triage/overview.ts";
import type { Review } from "../../triage/review.ts";
import { startTestApi, type TestApi } from "../testing/api.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { agreeOn, checks, objectivesAt } from "../testing/objectives.ts";
import { amara, mei, priya } from "../testing/organisation.ts";

const dayMs = 86_400_000;
const at = "/api/departments/service";
let issuer: TestIssuer;
let api: TestApi;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  const policy = { blindShare: 0.25, askBudget: 100, learning: false, acceptAfterHours: 48 };
  api = await startTestApi({ issuer, policy });
});
afterEach(() => api.close());

const ask = async (method: "GET" | "PUT" | "POST", path: string, body?: object, who = priya) =>
  api.send(method, `${at}${path}`, await api.token(who), body);
const overview = async (who = priya) => (await ask("GET", "/overview", undefined, who)).json() as Overview;
const review = async (decision?: object) => {
  const id = v7();
  await ask("PUT", `/reviews/${id}`, {});
  if (decision) await ask("PUT", `/reviews/${id}/decisions/${v7()}`, decision);
  return (await ask("POST", `/reviews/${id}/closing`, {})).json() as Review;
};

test("each objective stands as it is told elsewhere, beside how it stood at the last review", async () => {
  expect(await overview()).toMatchObject({
    objectives: [],
    lastReview: null,
    review: { dueOn: null, isDue: false, openId: null, overdue: [] },
  });
  await agreeOn(api);
  await checks(api, { right: 12 });
  expect((await overview()).objectives[0]!.last).toBeNull();
  const closed = await review();
  api.clock.now += dayMs;
  await checks(api, { wrong: 12 });
  await agreeOn(api, { formula: { kind: "both" } });
  const { objectives, lastReview } = await overview();
  const told = (await api.send("GET", objectivesAt("service"), await api.token(priya))).json() as Objectives;
  expect(objectives.map(({ last: _, ...one }) => one)).toEqual(told.objectives);
  const stood = closed.evidence.objectives[0]!.standing;
  expect(objectives.map(({ last }) => last?.share ?? null)).toEqual([stood.share, null]);
  const { trials } = objectives[0]!.standing;
  expect(objectives[0]!.last!.since).toMatchObject({ trials: trials - stood.trials });
  expect(lastReview).toEqual({ id: closed.id, closedAt: closed.closedAt, published: 0 });
});

test("a sure decline is told before the review is closed and after it, until mail says otherwise", async () => {
  await agreeOn(api, { formula: { kind: "triagedWithin", minutes: 30 }, target: 0.5 });
  api.clock.now += dayMs;
  await checks(api, { right: 24 });
  await review();
  expect((await overview()).objectives[0]!.decline).toBeNull();
  // What comes in after the review.
  api.clock.now += dayMs / 24;
  await checks(api, { silent: 24 });
  api.clock.now += dayMs;
  const [fresh] = (await overview()).objectives;
  const decline = { before: 1, share: 0, trials: 24, foundAt: null };
  expect(fresh).toMatchObject({ standing: { state: { kind: "notYetKnown" } }, decline });
  const closed = await review();
  expect(closed.evidence.objectives[0]!.decline).toEqual(decline);
  api.clock.now += dayMs;
  const found = { ...decline, foundAt: closed.closedAt };
  expect((await overview()).objectives[0]!.decline).toEqual(found);
  // One that found nothing new goes on telling what the one before it found, with its day.
  expect((await review()).evidence.objectives[0]!.decline).toEqual(found);
  const told = (await api.send("GET", objectivesAt("service"), await api.token(priya))).json() as Objectives;
  expect(told.objectives[0]!.decline).toEqual(found);
  api.clock.now += dayMs / 24;
  await checks(api, { right: 16 });
  expect((await overview()).objectives[0]!.decline).toBeNull();
});

test("a decline that left the objective on target is not ended by closing the review that found it, but by the next one", async () => {
  await agreeOn(api, { formula: { kind: "triagedWithin", minutes: 30 }, target: 0.05 });
  api.clock.now += dayMs;
  await checks(api, { right: 24 });
  await review();
  api.clock.now += dayMs / 24;
  await checks(api, { silent: 24 });
  api.clock.now += dayMs;
  const closed = await review();
  api.clock.now += dayMs;
  expect((await overview()).objectives[0]).toMatchObject({
    standing: { state: { kind: "met" } },
    decline: { foundAt: closed.closedAt },
  });
  await review();
  api.clock.now += dayMs;
  expect((await overview()).objectives[0]!.decline).toBeNull();
});

test("a version that was gone back to since the review is told as that, and no new one; nor is the one that was taken back", async () => {
  const publish = (version: number, state: "live" | "retired" | "rolledBack") => {
    api.clock.now += dayMs;
    const { now } = api.clock;
    const nothing = {
      lessons: 0,
      examples: 0,
      judgement: null,
      changes: null,
      settled: 1,
      taxonomy_version: 1,
    };
    const row = { ...nothing, department: `${tid}/service`, version, state, at: now, published_at: now };
    return api.store.db
      .insertInto("model_version")
      .values(row)
      .onConflict((conflict) => conflict.columns(["department", "version"]).doUpdateSet(row))
      .execute();
  };
  await publish(1, "retired");
  await review();
  expect((await overview()).lastReview).toMatchObject({ published: 0 });
  await publish(2, "live");
  expect((await overview()).lastReview).toMatchObject({ published: 1 });
  await publish(2, "rolledBack");
  await publish(1, "live");
  expect((await overview()).lastReview).toMatchObject({ published: 0, wentBackTo: 1 });
  await publish(1, "retired");
  await publish(3, "live");
  const { published, wentBackTo } = (await overview()).lastReview!;
  expect([published, wentBackTo]).toEqual([1, undefined]);
});

test("what waits is counted for leads, and told to nobody else", async () => {
  await agreeOn(api, { rhythmDays: 7 });
  await checks(api, { wrong: 4 });
  await ask(
    "PUT",
    `/proposals/${v7()}`,
    { content: { kind: "definition", language: "en", category: "billing", definition: "Bills." } },
    amara,
  );
  const received = await api.store.db
    .selectFrom("answer")
    .select("prediction_id")
    .where("outcome", "=", "corrected")
    .execute();
  expect(received.length).toBeGreaterThan(0);
  expect((await overview()).waiting).toEqual({ corrections: received.length, proposals: 1, version: null });
  expect((await overview(amara)).waiting).toBeNull();
  expect((await ask("GET", "/overview", undefined, mei)).status).toBe(404);
});

test("a decision past its day is told until somebody says what came of it", async () => {
  await agreeOn(api, { rhythmDays: 7 });
  const closed = await review({ kind: "retrain", owner: "Priya Raman", dueOn: "2026-11-25" });
  expect((await overview()).review).toMatchObject({ overdue: [], dueOn: "2026-11-30", isDue: false });
  api.clock.now += 7 * dayMs;
  const [decision] = closed.decisions;
  expect((await overview()).review).toMatchObject({
    overdue: [{ review: closed.id, decision: decision!.id, kind: "retrain", dueOn: "2026-11-25" }],
    isDue: true,
  });
  await ask("PUT", `/reviews/${closed.id}/decisions/${decision!.id}/outcome`, { outcome: "dropped" });
  expect((await overview()).review.overdue).toEqual([]);
});
