/** Reviews through the API: evidence by itself, decisions followed up, forecasts scored, and a closing that freezes. */
import type { KyselyPlugin } from "kysely";
import { v7 } from "uuid";
import type { Me } from "../../triage/department.ts";
import type { Objective } from "../../triage/objective.ts";
import type { Review, Reviews } from "../../triage/review.ts";
import { departmentsOf } from "../store/departments.ts";
import type { TestApi } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { freshApis } from "../testing/freshApis.ts";
import { tid } from "../testing/issuer.ts";
import { agreeOn, checks, saysBilling } from "../testing/objectives.ts";
import { amara, jonas, mei, priya } from "../testing/organisation.ts";
import { openDueReview } from "./rhythm.ts";

const dayMs = 86_400_000;
/** Does something once, after the first statement that reads the table. */
function afterFirst(table: string, between: () => Promise<void>): KyselyPlugin {
  let asked: unknown;
  return {
    transformQuery: ({ node, queryId }) => {
      if (JSON.stringify(node).includes(`"${table}"`)) asked ??= queryId;
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (queryId === asked) await between();
      return result;
    },
  };
}

const all = "/api/departments/service/reviews";
const decision = (extra: object = {}) => ({
  kind: "keepTarget",
  owner: "Priya Raman",
  dueOn: "2026-12-24",
  ...extra,
});

describe.each(engines())("on %s", (_, engine: Engine) => {
  let api: TestApi;
  const options = {
    policy: { blindShare: 0.25, askBudget: 100, learning: false },
    predictor: { predict: async () => saysBilling },
  };
  freshApis(engine, options, (fresh) => {
    api = fresh.api;
  });

  const send = async (method: "GET" | "PUT" | "POST" | "DELETE", path: string, body?: object, who = priya) =>
    api.send(method, `${all}${path}`, await api.token(who, { name: "Priya Raman" }), body);
  const opened = async () => {
    const id = v7();
    expect((await send("PUT", `/${id}`, {})).status).toBe(200);
    return id;
  };
  const list = async () => (await send("GET", "")).json() as Reviews;
  /** What the pane of a lead and that of staff hear at their start. */
  const announced = () =>
    Promise.all(
      [priya, amara].map(async (who) => {
        const me = (await api.send("GET", "/api/me", await api.token(who))).json() as Me;
        return me.departments.find(({ id }) => id === "service")?.reviewOpen;
      }),
    );
  const review = async (id: string) => (await send("GET", `/${id}`)).json() as Review;

  test("a review is due after the shortest rhythm, and its day opens it once", async () => {
    expect(await list()).toMatchObject({ dueOn: null, isDue: false });
    await agreeOn(api, { rhythmDays: 28 });
    await agreeOn(api, { formula: { kind: "both" }, rhythmDays: 14 });
    expect(await list()).toMatchObject({ dueOn: "2026-12-07", isDue: false });
    const [department] = (await departmentsOf(api.store.db, tid)).filter(({ id }) => id === "service");
    expect(await openDueReview(api.store, department!, api.clock.now)).toBe(false);
    api.clock.now += 14 * dayMs;
    expect(await list()).toMatchObject({ isDue: true });
    const both = await Promise.all([1, 2].map(() => openDueReview(api.store, department!, api.clock.now)));
    expect(both.sort()).toEqual([false, true]);
    const { reviews, isDue } = await list();
    expect([reviews.length, reviews[0]!.openedBy, isDue]).toEqual([1, "", false]);
    expect(await announced()).toEqual([true, undefined]);
    expect((await send("POST", `/${reviews[0]!.id}/closing`, {})).status).toBe(200);
    expect(await announced()).toEqual([undefined, undefined]);
  });

  test("the evidence makes itself: standing, contested pairs, receipts, drift", async () => {
    const { id: objective } = (await agreeOn(api)).json() as Objective;
    await checks(api, { right: 10, wrong: 6 });
    const { evidence, seal, isIntact } = await review(await opened());
    expect([seal, isIntact]).toEqual([null, true]);
    expect(evidence.objectives.map(({ id, last }) => [id, last])).toEqual([[objective, null]]);
    expect(evidence.contested).toEqual([{ predicted: "billing", said: "contract", count: 6 }]);
    expect(evidence.receipts).toMatchObject({ corrections: 6 });
    expect(evidence.drift).toMatchObject({
      checks: evidence.blind.equal + evidence.blind.different,
      cut: null,
    });
    expect(evidence.objectives[0]!.standing.trials).toBe(evidence.drift.checks);
  });

  test("closing freezes: what happens later is in the next review, never in this one", async () => {
    await agreeOn(api, { target: 0.6 });
    await checks(api, { right: 20 });
    const id = await opened();
    const objective = (await review(id)).evidence.objectives[0]!.id;
    await send("PUT", `/${id}/decisions/${v7()}`, decision({ objectiveId: objective, note: "All is well" }));
    await send("PUT", `/${id}/forecasts/${objective}`, { probability: 0.7 });
    const closed = (await send("POST", `/${id}/closing`, {})).json() as Review;
    expect([closed.closedBy, closed.decisions.length, closed.forecasts.length]).toEqual([
      "Priya Raman",
      1,
      1,
    ]);
    api.clock.now += 3 * dayMs;
    await checks(api, { wrong: 30 });
    const { id: made } = closed.decisions[0]!;
    expect(closed.outcomes).toEqual([{ decision: made, outcome: "open" }]);
    await send("PUT", `/${id}/decisions/${made}/outcome`, { outcome: "done" });
    const later = { ...closed, outcomes: [{ decision: made, outcome: "done" }] };
    expect(await review(id)).toEqual(later);
    for (const late of [
      await send("PUT", `/${id}/decisions/${v7()}`, decision()),
      await send("PUT", `/${id}/forecasts/${objective}`, { probability: 0.1 }),
      await send("DELETE", `/${id}/decisions/${closed.decisions[0]!.id}`),
    ])
      expect([late.status, late.json().code]).toEqual([409, "review_closed"]);
    expect((await send("POST", `/${id}/closing`, {})).json()).toEqual(later);
    const next = await review(await opened());
    expect(next.evidence.followUps).toMatchObject([{ note: "All is well", outcome: "done", review: id }]);
    const [followUp] = next.evidence.followUps;
    expect(followUp!.shareThen).toBe(closed.evidence.objectives[0]!.standing.share);
    expect(followUp!.shareNow).toBe(next.evidence.objectives[0]!.standing.share);
    expect(followUp!.shareNow).toBeLessThan(followUp!.shareThen!);
    const { last, standing } = next.evidence.objectives[0]!;
    const then = closed.evidence.objectives[0]!.standing;
    expect(last).toMatchObject({
      share: followUp!.shareThen,
      since: { share: 0, trials: standing.trials - then.trials },
    });
    expect(last!.since!.isLikelyReal).toBe(last!.since!.high < 0);
  });

  test("what an objective promised otherwise then is not compared; a new target alone still is", async () => {
    const { id } = await agreeOn(api, { target: 0.6 });
    await checks(api, { right: 20 });
    const first = await opened();
    await send("POST", `/${first}/closing`, {});
    api.clock.now += dayMs;
    await agreeOn(api, { target: 0.7, basedOn: 1 }, id);
    await checks(api, { right: 10 });
    const second = await opened();
    const seen = async () => (await review(second)).evidence.objectives[0]!;
    const { standing, last } = await seen();
    expect(last).toMatchObject({ target: 0.6, since: { trials: standing.trials, isLikelyReal: false } });
    await agreeOn(api, { formula: { kind: "both" }, basedOn: 2 }, id);
    expect((await seen()).last).toBeNull();
  });

  test("while a review is closed verdicts pass, and its evidence is of one moment all the same", async () => {
    await agreeOn(api);
    await checks(api, { right: 40, wrong: 20 });
    const id = await opened();
    const between = jest.fn(() => checks(api, { right: 20, wrong: 20 }));
    const { scans } = api.store;
    api.store.scans = { ...scans, db: scans.db.withPlugin(afterFirst("counter", between)) };
    const { evidence } = (await send("POST", `/${id}/closing`, {})).json() as Review;
    api.store.scans = scans;
    expect(between).toHaveBeenCalledTimes(1);
    const { equal, different } = evidence.blind;
    const checked = evidence.objectives[0]!.standing.trials;
    expect([equal + different, evidence.drift.checks]).toEqual([checked, checked]);
    expect([evidence.receipts.corrections, evidence.contested[0]!.count]).toEqual([20, 20]);
    const next = await review(await opened());
    expect(next.evidence.objectives[0]!.standing.trials).toBeGreaterThan(checked);
  });

  test("a frozen review that somebody changes in the database is found out", async () => {
    await agreeOn(api);
    const id = await opened();
    const { seal } = (await send("POST", `/${id}/closing`, {})).json() as Review;
    const audited = await api.store.db
      .selectFrom("audit")
      .select("subject")
      .where("action", "=", "review closed")
      .execute();
    expect(audited.map(({ subject }) => subject)).toEqual([`${id} ${seal}`]);
    const row = await api.store.db
      .selectFrom("review")
      .select("frozen")
      .where("review", "=", id)
      .executeTakeFirstOrThrow();
    await api.store.db
      .updateTable("review")
      .set({ frozen: row.frozen!.replace('"target":0.8', '"target":0.7') })
      .where("review", "=", id)
      .execute();
    expect((await review(id)).isIntact).toBe(false);
  });

  test("what is frozen holds no name, so that erasing a person leaves none behind", async () => {
    await agreeOn(api);
    const id = await opened();
    await send("PUT", `/${id}/decisions/${v7()}`, decision({ owner: "Team" }));
    const closed = (await send("POST", `/${id}/closing`, {})).json() as Review;
    expect(closed.decisions[0]!.by).toBe("Priya Raman");
    const { frozen } = await api.store.db
      .selectFrom("review")
      .select("frozen")
      .where("review", "=", id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(frozen!).decisions[0].by).toMatch(/^person-/);
    await api.store.db.deleteFrom("alias").execute();
    expect(await review(id)).toMatchObject({ closedBy: "", isIntact: true, decisions: [{ by: "" }] });
  });

  test("a forecast is scored when the next review closes, and only where it is decided", async () => {
    await agreeOn(api, { target: 0.3 });
    await agreeOn(api, { formula: { kind: "urgentRecall" }, target: 0.9 });
    const first = await opened();
    const objectives = (await review(first)).evidence.objectives;
    for (const { id } of objectives) await send("PUT", `/${first}/forecasts/${id}`, { probability: 0.7 });
    await send("POST", `/${first}/closing`, {});
    await checks(api, { right: 80 });
    const second = await opened();
    const { foretold } = (await review(second)).evidence;
    expect(foretold.map(({ met }) => met)).toEqual([true, null]);
    expect((await list()).forecasts).toEqual({ scored: 0, brier: null });
    await send("POST", `/${second}/closing`, {});
    const { forecasts } = await list();
    expect(forecasts.scored).toBe(1);
    expect(forecasts.brier).toBeCloseTo(0.09, 10);
  });

  test("only one review is open at a time; staff read it, others do not", async () => {
    const id = await opened();
    expect((await send("PUT", `/${id}`, {})).status).toBe(200);
    expect((await send("PUT", `/${v7()}`, {})).json().code).toBe("changed_meanwhile");
    expect((await send("GET", `/${id}`, undefined, amara)).status).toBe(200);
    expect((await send("POST", `/${id}/closing`, {}, amara)).json().code).toBe("role_missing");
    expect((await send("GET", `/${id}`, undefined, mei)).json().code).toBe("department_unknown");
    expect((await send("GET", "", undefined, mei)).json().code).toBe("department_unknown");
  });

  test("staff add decisions and take their own back; what others decided, opening and closing stay with the lead", async () => {
    await agreeOn(api);
    const id = await opened();
    const objective = (await review(id)).evidence.objectives[0]!.id;
    const [theirs, leads] = [v7(), v7()];
    await send("PUT", `/${id}/decisions/${leads}`, decision({ note: "the lead's" }));
    const staffs = await send("PUT", `/${id}/decisions/${theirs}`, decision({ kind: "retrain" }), amara);
    expect([staffs.status, (staffs.json() as Review).own]).toEqual([200, [theirs]]);
    expect((await review(id)).own).toEqual([leads]);
    for (const refused of [
      await send("PUT", `/${id}/decisions/${leads}`, decision({ note: "overwritten" }), amara),
      await send("DELETE", `/${id}/decisions/${leads}`, undefined, amara),
      await send("DELETE", `/${id}/decisions/${theirs}`, undefined, jonas),
      await send("PUT", `/${id}/decisions/${leads}/outcome`, { outcome: "done" }, amara),
      await send("PUT", `/${id}/forecasts/${objective}`, { probability: 0.5 }, amara),
      await send("POST", `/${id}/closing`, {}, amara),
    ])
      expect([refused.status, refused.json().code]).toEqual([403, "role_missing"]);
    expect((await send("PUT", `/${id}/decisions/${v7()}`, decision(), mei)).json().code).toBe(
      "department_unknown",
    );
    expect((await review(id)).decisions.map(({ note, kind }) => note ?? kind).sort()).toEqual([
      "retrain",
      "the lead's",
    ]);
    expect((await send("DELETE", `/${id}/decisions/${theirs}`, undefined, amara)).status).toBe(200);
    await send("PUT", `/${id}/decisions/${theirs}`, decision({ kind: "stop" }), amara);
    expect((await send("DELETE", `/${id}/decisions/${theirs}`)).status).toBe(200);
    expect((await review(id)).decisions).toHaveLength(1);
    await send("POST", `/${id}/closing`, {});
    expect((await send("PUT", `/${id}/decisions/${v7()}`, decision(), amara)).json().code).toBe(
      "review_closed",
    );
  });

  test("no evidence, state or seal can be sent along", async () => {
    const id = await opened();
    for (const body of [{ evidence: {} }, { state: "met" }, { seal: "00" }, { closedAt: 1 }]) {
      expect((await send("PUT", `/${id}`, body)).status).toBe(400);
      expect((await send("POST", `/${id}/closing`, body)).status).toBe(400);
    }
    expect((await send("PUT", `/${id}/decisions/${v7()}`, decision({ outcome: "done" }))).status).toBe(400);
  });
});
