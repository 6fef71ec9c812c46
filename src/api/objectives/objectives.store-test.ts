/** Objectives through the API: computed states, evidence of their own time, versions that never rewrite the past. */
import { v7 } from "uuid";
import type { Formula, Objective, ObjectiveHistory, Objectives } from "../../triage/objective.ts";
import { applyOrganisation } from "../store/applyOrganisation.ts";
import { firstBroken } from "../store/audit.ts";
import { verify } from "../store/verify.ts";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { freshApis } from "../testing/freshApis.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { agreeOn, checks, objectivesAt, saysBilling, terms } from "../testing/objectives.ts";
import { amara, mei, organisation, priya } from "../testing/organisation.ts";
import { sumsOfMoments } from "./moments.ts";
import { type CountedFormula, tallyOf } from "./tally.ts";

const dayMs = 86_400_000;
/** The same organisation with another wording of one category: a new taxonomy version. */
const renamed = (jwksUri: string) => {
  const written = organisation({ jwksUri, policy: { blindShare: 0.25, askBudget: 100, learning: false } });
  const [service] = written.tenants[0]!.departments;
  if (service && "categories" in service.taxonomy)
    service.taxonomy = {
      ...service.taxonomy,
      categories: service.taxonomy.categories.map((one) => ({ ...one, definition: { en: "Said anew." } })),
    };
  return written;
};

describe.each(engines())("on %s", (_, engine: Engine) => {
  let issuer: TestIssuer;
  let api: TestApi;
  const options = {
    // Half of the mail is asked blind, and the other half assisted.
    policy: { blindShare: 0.25, askBudget: 100, learning: false },
    predictor: { predict: async () => saysBilling },
  };
  freshApis(engine, options, (fresh) => {
    ({ api, issuer } = fresh);
  });

  const all = async (who = priya, department = "service") =>
    api.send("GET", objectivesAt(department), await api.token(who));
  const standing = async (id: string) => {
    const { objectives } = (await all()).json() as Objectives;
    return objectives.find((one) => one.id === id)!.standing;
  };
  /** What the feedback itself says of blind checks opened in a time. */
  const blindSince = async (from: number, to = Number.MAX_SAFE_INTEGER) => {
    const rows = await api.store.db
      .selectFrom("current")
      .innerJoin("opening", (join) =>
        join
          .onRef("opening.department", "=", "current.department")
          .onRef("opening.prediction_id", "=", "current.prediction_id"),
      )
      .select(["current.state"])
      .where("current.arm", "=", "blind")
      .where("opening.opened_at", ">=", from)
      .where("opening.opened_at", "<", to)
      .execute();
    return {
      hits: rows.filter(({ state }) => state === "confirmed").length,
      trials: rows.filter(({ state }) => state === "confirmed" || state === "corrected").length,
    };
  };

  test("only what is opened from the moment of the agreement on is its evidence, also of the same day", async () => {
    await checks(api, { right: 40, wrong: 10 });
    api.clock.now += 1_000;
    const agreed = (await agreeOn(api)).json() as Objective;
    const since = api.clock.now;
    expect(agreed.writtenBy).toBe("Priya Raman");
    expect(agreed.standing).toMatchObject({ trials: 0, share: null, arm: "blind", from: since });
    expect(agreed.standing.state).toMatchObject({ kind: "notYetKnown", moreChecks: "noEvidence" });
    const before = await blindSince(0, since);
    expect(agreed.baseline).toEqual({
      kind: "measured",
      share: before.hits / before.trials,
      trials: before.trials,
    });
    for (const days of [0, 1, 9]) {
      api.clock.now = since + days * dayMs + 500;
      await checks(api, { right: 9, wrong: 2 });
    }
    expect(await standing(agreed.id)).toMatchObject(await blindSince(since));
    expect((await standing(agreed.id)).trials).toBeGreaterThan(0);
  });

  test("a state, a colour, an interval or evidence cannot be written by any request", async () => {
    const { url, status, json } = await agreeOn(api);
    expect(status).toBe(200);
    const agreed = json() as Objective;
    const token = await api.token(priya);
    const attempts = [
      { state: "met" },
      { state: { kind: "met", low: 0.9, high: 0.95 } },
      { colour: "green" },
      { color: "#00ff00" },
      { status: "onTarget" },
      { standing: { hits: 100, trials: 100 } },
      { hits: 100, trials: 100 },
      { share: 1 },
      { baseline: { kind: "measured", share: 0.1, trials: 10 } },
      { since: 0 },
      { formula: { kind: "category", state: "met" } },
      { formula: { kind: "onePress", priority: "urgent" } },
      { target: 1 },
    ];
    for (const more of attempts) {
      const answer = await api.send("PUT", url, token, { ...terms({ basedOn: 1 }), ...more });
      expect([JSON.stringify(more), answer.status]).toEqual([JSON.stringify(more), 400]);
    }
    const { objectives } = (await all()).json() as Objectives;
    expect(objectives).toEqual([{ ...agreed, decline: null }]);
  });

  test("a new target begins anew, and what was found under the old one stays as it was", async () => {
    const { id, url } = await agreeOn(api, { target: 0.6 });
    await checks(api, { right: 50, wrong: 2 });
    api.clock.now += 60_000;
    const before = await standing(id);
    expect(before.trials).toBeGreaterThan(0);
    const token = await api.token(priya);
    const changed = await api.send("PUT", url, token, terms({ target: 0.95, basedOn: 1 }));
    expect((changed.json() as Objective).standing).toMatchObject({ hits: 0, trials: 0 });
    api.clock.now += 3 * dayMs;
    await checks(api, { wrong: 6 });
    const { versions } = (await api.send("GET", url, await api.token(priya))).json() as ObjectiveHistory;
    expect(versions.map(({ version, target }) => [version, target])).toEqual([
      [2, 0.95],
      [1, 0.6],
    ]);
    const { to, perWeek: _, ...kept } = versions[1]!.standing;
    const { to: __, perWeek: ___, ...then } = before;
    expect(to).not.toBeNull();
    expect(kept).toEqual(then);
  });

  test("another owner or rhythm is a version too, but the evidence goes on", async () => {
    const { id, url } = await agreeOn(api);
    await checks(api, { right: 8 });
    api.clock.now += 60_000;
    const { trials } = await standing(id);
    const body = terms({ basedOn: 1, owner: "Jonas Weber", rhythmDays: 14 });
    expect((await api.send("PUT", url, await api.token(priya), body)).status).toBe(200);
    expect(await standing(id)).toMatchObject({ trials });
  });

  test("the same request twice is one version; one made from an older version is refused", async () => {
    const { url, id, json } = await agreeOn(api);
    const token = await api.token(priya);
    expect((await agreeOn(api, {}, id)).json()).toEqual(json());
    expect((await api.send("PUT", url, token, terms({ target: 0.9, basedOn: 1 }))).status).toBe(200);
    const late = await api.send("PUT", url, token, terms({ target: 0.7, basedOn: 1 }));
    expect([late.status, late.json().code]).toEqual([409, "changed_meanwhile"]);
  });

  test("staff read what leads agreed, and only leads change it; other departments see nothing", async () => {
    const { url } = await agreeOn(api);
    expect((await all(amara)).status).toBe(200);
    for (const [who, code] of [
      [amara, "role_missing"],
      [mei, "department_unknown"],
    ] as const) {
      const token = await api.token(who);
      const put = await api.send("PUT", url, token, terms({ basedOn: 1 }));
      expect(put.json().code).toBe(code);
      expect((await api.send("POST", `${url}/withdrawal`, token, { basedOn: 1 })).json().code).toBe(code);
    }
    expect((await all(mei)).json().code).toBe("department_unknown");
    expect((await all(priya, "help-desk")).json().code).toBe("department_unknown");
  });

  test("a withdrawn objective keeps its versions and evidence, and its time is over", async () => {
    const { id, url } = await agreeOn(api);
    await checks(api, { right: 10 });
    const { trials } = await standing(id);
    api.clock.now += 1_000;
    const token = await api.token(priya);
    const body = { basedOn: 1, reason: "Replaced by satisfaction" };
    for (const attempt of [1, 2]) {
      const gone = (await api.send("POST", `${url}/withdrawal`, token, body)).json() as Objective;
      expect([attempt, gone.withdrawn?.reason, gone.version]).toEqual([attempt, body.reason, 2]);
    }
    api.clock.now += dayMs;
    await checks(api, { wrong: 5 });
    expect(await standing(id)).toMatchObject({ trials, hits: trials });
  });

  test("mail that is not answered in time counts against the time, from the day after", async () => {
    const { id } = await agreeOn(api, { formula: { kind: "triagedWithin", minutes: 30 } });
    const late = await agreeOn(api, { formula: { kind: "triagedWithin", minutes: 15 } });
    api.clock.now += dayMs / 24;
    await checks(api, { right: 3, silent: 2 });
    expect(await standing(id)).toMatchObject({ hits: 3, trials: 3, arm: "all" });
    expect(await standing(late.id)).toMatchObject({ hits: 0, trials: 3 });
    api.clock.now += dayMs;
    expect(await standing(id)).toMatchObject({ hits: 3, trials: 5 });
  });

  test("mail that came in before a promise of time was made counts neither for it nor against it, whenever it is opened", async () => {
    const agreed = api.clock.now;
    const { id } = await agreeOn(api, { formula: { kind: "triagedWithin", minutes: 60 } });
    const opens = async (receivedAt: number, isAnswered: boolean) => {
      const { request, opened } = await open(api, amara, { receivedAt });
      if (!isAnswered) return;
      const said = verdictOn(request, { decidedAt: api.clock.now });
      const url = `/api/verdicts/${opened.predictionId}`;
      expect((await api.send("PUT", url, await api.token(amara), said)).status).toBe(200);
    };
    // On the first morning: what lay there already.
    for (let i = 0; i < 7; i++) await opens(agreed - 1 - i * dayMs, i % 2 === 0);
    expect(await standing(id)).toMatchObject({ hits: 0, trials: 0, state: { kind: "notYetKnown" } });
    api.clock.now += dayMs / 48;
    await opens(agreed, true);
    await opens(agreed + 60_000, true);
    expect(await standing(id)).toMatchObject({ hits: 2, trials: 2 });
    // Days later still, and what came in since is late when it is answered then.
    api.clock.now += 3 * dayMs;
    for (const isAnswered of [true, false]) {
      await opens(agreed - dayMs, isAnswered);
      await opens(agreed + 2 * dayMs, isAnswered);
    }
    expect(await standing(id)).toMatchObject({ hits: 2, trials: 3 });
    api.clock.now += dayMs;
    expect(await standing(id)).toMatchObject({ hits: 2, trials: 4 });
    expect((await verify(api.store, `${tid}/service`)).differences).toEqual([]);
  });

  test("one press counts what took one press and was left so", async () => {
    const { id } = await agreeOn(api, { formula: { kind: "onePress", category: "billing" } });
    await checks(api, { right: 4, wrong: 2 });
    expect(await standing(id)).toMatchObject({ hits: 4, trials: 4 });
  });

  test("without evidence for a whole rhythm it is out of date, and says since when", async () => {
    const { id } = await agreeOn(api, { rhythmDays: 7 });
    api.clock.now += 8 * dayMs;
    expect((await standing(id)).state).toMatchObject({ kind: "outOfDate" });
  });

  test("undo, a move, double posting and another taxonomy leave every objective equal to a recount", async () => {
    const formulas: Formula[] = [
      { kind: "category" },
      { kind: "both" },
      { kind: "onePress" },
      { kind: "triagedWithin", minutes: 30 },
    ];
    for (const formula of formulas) await agreeOn(api, { formula });
    const since = api.clock.now;
    const token = () => api.token(amara);
    for (let i = 0; i < 24; i++) {
      if (i === 12) api.clock.now += 2 * dayMs;
      const receivedAt = api.clock.now - 20 * 60_000;
      const { request, opened } = await open(api, amara, { receivedAt });
      const url = `/api/verdicts/${opened.predictionId}`;
      const said = verdictOn(request, { decidedAt: api.clock.now, presses: 1 + (i % 2) });
      for (const _ of [1, 2]) await api.send("PUT", url, await token(), said);
      if (i % 3 === 0) await api.send("DELETE", `${url}?feedbackId=${said.feedbackId}`, await token());
      if (i % 4 === 0) {
        const { messageRef } = request;
        const move = { moveId: v7(), messageRef, toDepartmentId: "help-desk", decidedAt: api.clock.now };
        await api.send("POST", `/api/predictions/${opened.predictionId}/move`, await token(), move);
      }
      if (i === 8) await applyOrganisation(api.store, renamed(issuer.jwksUri), {}, api.clock.now);
    }
    api.clock.now += dayMs;
    const { objectives } = (await all()).json() as Objectives;
    const { department } = await api.store.db
      .selectFrom("department")
      .select("department")
      .where("slug", "=", "service")
      .executeTakeFirstOrThrow();
    const recount = await sumsOfMoments(api.store.db, department, since, api.clock.now + 1);
    for (const { formula, standing } of objectives) {
      const { hits, trials } = standing;
      expect([formula.kind, { hits, trials }]).toEqual([
        formula.kind,
        tallyOf(formula as CountedFormula, recount),
      ]);
    }
    expect(objectives.find(({ formula }) => formula.kind === "onePress")!.standing.trials).toBe(12);
    expect((await verify(api.store, department)).differences).toEqual([]);
  });

  test("every change is in the audit log, and the chain is whole", async () => {
    const { id, url } = await agreeOn(api);
    const token = await api.token(priya);
    await api.send("PUT", url, token, terms({ target: 0.9, basedOn: 1 }));
    await api.send("POST", `${url}/withdrawal`, token, { basedOn: 2 });
    const rows = await api.store.db
      .selectFrom("audit")
      .selectAll()
      .where("department", "like", "%/service")
      .orderBy("position")
      .execute();
    expect(rows.filter(({ action }) => action.startsWith("objective")).map(({ subject }) => subject)).toEqual(
      [`${id} 1`, `${id} 2`, `${id} 3`],
    );
    expect(firstBroken(rows)).toBeNull();
  });

  test("an objective nobody agreed on is not found", async () => {
    const token = await api.token(priya);
    expect((await api.send("GET", `${objectivesAt("service")}/${v7()}`, token)).status).toBe(404);
  });
});

test("where urgent mail is kept out of blind checks, urgent recall is said to be unmeasurable, not zero", async () => {
  const api = await startTestApi({
    policy: { blindShare: 0.25, askBudget: 100, blindSkipsUrgent: true },
    predictor: { predict: async () => saysBilling },
  });
  const { json } = await agreeOn(api, { formula: { kind: "urgentRecall" } });
  await checks(api, { right: 4 });
  const { standing } = json() as Objective;
  expect(standing.caveats).toEqual(["urgentNotAsked"]);
  expect(standing.state).toMatchObject({ kind: "notYetKnown", moreChecks: "noEvidence" });
  await api.close();
});
