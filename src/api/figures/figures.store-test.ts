/** The fuller figures equal a count by hand, keep blind mail secret, and need five people for figures of their work. */
import fc from "fast-check";
import type { Figures } from "../../triage/figures.ts";
import type { Formula, Objectives } from "../../triage/objective.ts";
import type { Summary } from "../../triage/summary.ts";
import { cellsOf } from "../store/cells.ts";
import { rebuild, verify } from "../store/verify.ts";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { agreeOn, objectivesAt } from "../testing/objectives.ts";
import { amara, jonas, mei, priya } from "../testing/organisation.ts";

jest.setTimeout(120_000);

const service = `${tid}/service`;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

const figures = async (api: TestApi) =>
  (await api.send("GET", "/api/departments/service/figures", await api.token(priya))).json() as Figures;
const answer = async (api: TestApi, oid: string, extra: object = {}, verdict: object = {}) => {
  const found = await open(api, oid, extra);
  const body = verdictOn(found.request, verdict);
  const url = `/api/verdicts/${found.opened.predictionId}`;
  const sent = await api.send("PUT", url, await api.token(oid), body);
  if (sent.status !== 200) throw new Error(sent.text);
  return { ...found, url, feedbackId: body.feedbackId };
};

test("accuracy by category, priority, calibration and times are those of the blind checks that were made", async () => {
  const api = await startTestApi({ issuer, policy: { blindShare: 0.25, askBudget: 100 } });
  const receivedAt = api.clock.now - 10 * 60_000;
  const blind = [];
  for (let i = 0; i < 60; i++) {
    const category = i % 3 === 0 ? "contract" : "billing";
    const found = await answer(
      api,
      i % 2 ? amara : jonas,
      { receivedAt },
      {
        verdict: { kind: "holds", category, priority: i % 4 ? "normal" : "urgent" },
        handlingMs: 2_000,
        decidedAt: api.clock.now,
      },
    );
    if (found.opened.arm === "blind") blind.push({ category, priority: i % 4 ? "normal" : "urgent" });
  }
  const stored = await api.store.db
    .selectFrom("feedback")
    .selectAll()
    .where("event", "=", "verdict")
    .where("arm", "=", "blind")
    .execute();
  const found = await figures(api);
  const billing = found.categories.find(({ category }) => category === "billing")!;
  const said = stored.filter(({ category }) => category === "billing");
  expect(blind.length).toBe(stored.length);
  expect(billing.support).toBe(said.length);
  expect(billing.recall).toMatchObject({
    trials: said.length,
    hits: said.filter((row) => row.predicted_category === "billing").length,
  });
  const urgent = stored.filter(({ priority }) => priority === "urgent");
  expect(found.priority.missedUrgent).toBe(
    urgent.filter((row) => row.predicted_priority !== "urgent").length,
  );
  expect(found.calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(stored.length);
  expect(found.pairs.reduce((sum, { total }) => sum + total, 0)).toBe(
    (await api.store.db.selectFrom("feedback").selectAll().where("event", "=", "verdict").execute()).filter(
      (row) => row.category !== row.predicted_category,
    ).length,
  );
  expect([found.fewPeople, found.times, found.work]).toEqual([true, null, null]);
  expect((await verify(api.store, service)).differences).toEqual([]);
  await api.close();
});

test("times and minutes are told from five people on, and a saving only with a measured baseline", async () => {
  const policy = { blindShare: 0, baselineSeconds: 62 };
  const api = await startTestApi({ issuer, policy, open: true });
  const people = [1, 2, 3, 4, 5].map((n) => `22d6a1c4-0c1e-4a7b-8f35-5c0d1f2a900${n}`);
  for (const oid of people) {
    await api.send("PUT", "/api/me/department", await api.token(oid), { departmentId: "service" });
    const { request, opened } = await open(api, oid, { receivedAt: api.clock.now - 60_000 });
    if (opened.shown.kind !== "prediction") throw new Error("nothing shown");
    const { categories, priorities } = opened.shown.prediction;
    const verdict = {
      kind: "holds",
      category: categories[0]!.category,
      priority: priorities[0]!.priority,
    } as const;
    const body = verdictOn(request, { verdict, handlingMs: 2_000, decidedAt: api.clock.now });
    await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(oid), body);
  }
  const { times, work, fewPeople } = await figures(api);
  expect(fewPeople).toBe(false);
  expect(times!.handling).toMatchObject({ count: 5 });
  expect(times!.handling.median! / 2_000).toBeCloseTo(1, 1);
  expect(times!.wait.median! / 60_000).toBeCloseTo(1, 1);
  expect(work!.savedMinutes).toBeCloseTo(5, 1);
  expect(work!.onePress).toMatchObject({ hits: 5, trials: 5 });
  await api.close();
});

test("a second colleague is asked blind on some messages, sees neither prediction nor answer before, and both make the human ceiling", async () => {
  const api = await startTestApi({ issuer, policy: { blindShare: 0.25, askBudget: 100 } });
  let seconds = 0;
  for (let i = 0; i < 80; i++) {
    const first = await answer(api, amara);
    if (first.opened.arm !== "blind") continue;
    const messageRef = first.request.messageRef;
    const second = await open(api, jonas, { messageRef });
    if (second.opened.shown.kind !== "yourCallFirst") {
      expect(second.opened.known).toBeDefined();
      continue;
    }
    seconds++;
    expect(second.text).not.toContain("billing");
    expect(second.opened.known).toBeUndefined();
    const state = `/api/messages/${second.opened.messageKey}?departmentId=service`;
    expect((await api.send("GET", state, await api.token(jonas))).text).not.toContain("billing");
    const body = verdictOn(second.request, {
      verdict: { kind: "holds", category: seconds % 2 ? "billing" : "contract", priority: "normal" },
    });
    const url = `/api/verdicts/${second.opened.predictionId}`;
    expect((await api.send("PUT", url, await api.token(jonas), body)).json()).toMatchObject({
      said: { modelVersion: "v0" },
      counts: { by: { kind: "colleague" } },
    });
    const third = await open(api, priya, { messageRef });
    expect(third.opened.shown.kind).toBe("prediction");
  }
  expect(seconds).toBeGreaterThan(1);
  const { ceiling } = await figures(api);
  expect(ceiling).toMatchObject({ messages: seconds, agreement: Math.ceil(seconds / 2) / seconds });
  expect((await verify(api.store, service)).differences).toEqual([]);
  await api.close();
});

test("after any undo and any merging of categories the figures equal those of counters made anew", async () => {
  const step = fc.record({
    who: fc.constantFrom(amara, jonas),
    category: fc.constantFrom("billing", "delivery", "contract"),
    undoes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), fc.boolean(), async (steps, merges) => {
      const api = await startTestApi({ issuer, policy: { blindShare: 0.25, askBudget: 100 } });
      try {
        const promise = (formula: Formula) => agreeOn(api, { formula, target: 0.5 });
        const [both, one] = [
          (await promise({ kind: "both" })).id,
          (await promise({ kind: "category", category: "contract" })).id,
        ];
        for (const { who, category, undoes } of steps) {
          const { url, feedbackId } = await answer(
            api,
            who,
            { receivedAt: api.clock.now - 5_000 },
            { verdict: { kind: "holds", category, priority: "normal" }, decidedAt: api.clock.now },
          );
          if (undoes) await api.send("DELETE", `${url}?feedbackId=${feedbackId}`, await api.token(who));
        }
        if (merges)
          await api.send("PUT", "/api/departments/service/categories/contract/into", await api.token(priya), {
            into: "delivery",
          });
        const summary = async () =>
          (
            await api.send("GET", "/api/departments/service/summary", await api.token(priya))
          ).json() as Summary;
        const [before, summaryBefore] = [await figures(api), await summary()];
        expect((await verify(api.store, service)).differences).toEqual([]);
        await api.store.db.deleteFrom("counter").execute();
        await rebuild(api.store, service);
        expect([await figures(api), await summary()]).toEqual([before, summaryBefore]);
        // By hand, from the rows and today's categories.
        const rows = await api.store.db.selectFrom("feedback").selectAll().orderBy("position").execute();
        const today = (name: string) => (merges && name === "contract" ? "delivery" : name);
        const blind = { equal: 0, different: 0 };
        for (const key of new Set(rows.map((row) => row.message_key))) {
          for (const [cell, n] of cellsOf(rows.filter((row) => row.message_key === key))) {
            const [kind, period, arm, , predicted, final] = cell.split("\n") as [
              string,
              string,
              string,
              string,
              string,
              string,
            ];
            if (kind !== "category" || !period.startsWith("w") || arm !== "blind") continue;
            blind[today(predicted) === today(final) ? "equal" : "different"] += n;
          }
        }
        expect(summaryBefore.agreement.category.blind).toMatchObject(blind);
        expect(summaryBefore.weeks.map(({ equal, different }) => ({ equal, different }))).toEqual([blind]);
        expect(before.categories.reduce((sum, { support }) => sum + support, 0)).toBe(
          blind.equal + blind.different,
        );
        const undone = new Set(rows.filter(({ event }) => event === "undone").map((row) => row.feedback_id));
        const said = rows.filter(
          ({ event, arm, feedback_id }) => event === "verdict" && arm === "blind" && !undone.has(feedback_id),
        );
        const isRight = (row: (typeof said)[number]) =>
          today(row.predicted_category!) === today(row.category!);
        const isWhole = (row: (typeof said)[number]) =>
          isRight(row) && row.predicted_priority === row.priority;
        expect(summaryBefore.agreement.both.blind.equal).toBe(said.filter(isWhole).length);
        const sure = before.calibration.bins.reduce((sum, bin) => sum + bin.count * bin.agreement, 0);
        expect(sure).toBeCloseTo(said.filter(isRight).length, 9);
        const { objectives } = (
          await api.send("GET", objectivesAt("service"), await api.token(priya))
        ).json() as Objectives;
        const standing = (id: string) => objectives.find((objective) => objective.id === id)!.standing;
        const about = said.filter((row) => today(row.category!) === today("contract"));
        expect(standing(both)).toMatchObject({ hits: said.filter(isWhole).length, trials: said.length });
        expect(standing(one)).toMatchObject({ hits: about.filter(isRight).length, trials: about.length });
        if (merges) {
          const known = summaryBefore.categories.map(({ category }) => category);
          expect(known).not.toContain("contract");
        }
      } finally {
        await api.close();
      }
    }),
    { numRuns: 8 },
  );
});

test("staff of another department read none of it", async () => {
  const api = await startTestApi({ issuer });
  const seen = await api.send("GET", "/api/departments/service/figures", await api.token(mei));
  expect(seen.status).toBe(404);
  await api.close();
});
