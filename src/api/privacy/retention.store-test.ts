/** Retention really deletes: rows, what the model learned, names; and leaves every figure as it was. */
import type { Features } from "../../triage/message.ts";
import { departmentsOf } from "../store/departments.ts";
import { summaryOf } from "../store/summary.ts";
import { rebuild, verify } from "../store/verify.ts";
import { open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { placesOf, tablesOf } from "../testing/everyValue.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas } from "../testing/organisation.ts";
import { protectOnce } from "./schedule.ts";
import { messageTables } from "./traces.ts";

jest.setTimeout(120_000);

const dayMs = 86_400_000;
const service = `${tid}/service`;
const from = Date.UTC(2026, 0, 5, 12);

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const start = async () =>
    startTestApi({
      place: await engine.newPlace(),
      issuer,
      from,
      policy: { blindShare: 0, retentionDays: 100 },
    });
  const correct = async (api: TestApi, oid: string, subject: string, category = "contract") => {
    const { request, opened } = await open(api, oid, { features: api.featuresFor(subject) });
    const body = verdictOn(request, {
      verdict: { kind: "holds", category, priority: "high" },
      decidedAt: api.clock.now,
    });
    const answer = await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(oid), body);
    if (answer.status !== 200) throw new Error(answer.text);
    return { request, opened };
  };
  const protect = ({ store, clock }: TestApi) => protectOnce({ store, tenants: [tid], now: () => clock.now });
  const summary = ({ store }: TestApi) => summaryOf(store.db, service, "2026-01-01", "2026-12-31");
  const said = async (api: TestApi, features: Features) => {
    const [department] = (await departmentsOf(api.store.db, tid)).filter(({ key }) => key === service);
    return api.model.predict(department!, features);
  };

  test("what is older than the policy says is gone from every table, and every figure stays", async () => {
    const api = await start();
    const old = [];
    for (let i = 0; i < 30; i++) old.push(await correct(api, i % 2 ? amara : jonas, `old story ${i}`));
    await api.learn();
    api.clock.now += 60 * dayMs;
    const young = await correct(api, amara, "young story", "billing");
    await api.learn();
    api.clock.now += 50 * dayMs;
    const before = await summary(api);
    await protect(api);
    for (const { opened } of old) expect(await placesOf(api.store, opened.messageKey)).toEqual([]);
    expect(await placesOf(api.store, young.opened.messageKey)).toContain("feedback.message_key");
    expect(await summary(api)).toEqual(before);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await rebuild(api.store, service);
    expect(await summary(api)).toEqual(before);
    expect(api.faults).toEqual([]);
    await api.close();
  });

  test("the model forgets: it predicts to the last digit like one that never learned the old messages", async () => {
    const place = await engine.newPlace();
    const policy = { blindShare: 0, retentionDays: 100 };
    const api = await startTestApi({ place, issuer, from, policy });
    const probe = api.featuresFor("zebra crossing in the rain");
    for (let i = 0; i < 25; i++) await correct(api, amara, `zebra crossing ${i}`);
    await api.learn();
    const learned = await said(api, probe);
    expect(learned!.categories[0]!.category).toBe("contract");
    api.clock.now += 60 * dayMs;
    for (let i = 0; i < 6; i++) await correct(api, amara, `giraffe at the door ${i}`, "billing");
    await api.learn();
    api.clock.now += 50 * dayMs;
    await protect(api);
    await api.learn();
    const running = await said(api, probe);
    expect(running!.modelVersion).toBe("v3");
    expect(running!.categories).not.toEqual(learned!.categories);
    expect(await api.store.db.selectFrom("model_file").select("version").execute()).toEqual([{ version: 3 }]);
    await api.close();

    const never = await startTestApi({ place: await engine.newPlace(), issuer, from: api.clock.now, policy });
    for (let i = 0; i < 6; i++) await correct(never, amara, `giraffe at the door ${i}`, "billing");
    await never.learn();
    expect((await said(never, probe))!.categories).toEqual(running!.categories);
    await never.close();
  });

  test("the proof stands in the audit log, once for each round that deleted something", async () => {
    const api = await start();
    for (let i = 0; i < 3; i++) await correct(api, amara, `old story ${i}`);
    await api.learn();
    api.clock.now += 101 * dayMs;
    await protect(api);
    await protect(api);
    const proofs = await api.store.db
      .selectFrom("audit")
      .selectAll()
      .where("department", "=", service)
      .where("action", "=", "retention")
      .execute();
    expect(proofs.map(({ subject, person }) => [person, subject])).toEqual([
      ["system", "nothing before 2026-01-06: 3 messages deleted, 3 forgotten"],
    ]);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("a message that was deleted can be opened again, and counts as a new one", async () => {
    const api = await start();
    const { request } = await correct(api, amara, "old story");
    api.clock.now += 101 * dayMs;
    await protect(api);
    const again = openingOf(api, { messageRef: request.messageRef, openedAt: api.clock.now });
    const answer = await api.send("POST", "/api/predictions", await api.token(amara), again);
    expect([answer.status, answer.json().known]).toEqual([200, undefined]);
    expect((await summary(api)).states).toMatchObject({ corrected: 1, shown: 1 });
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("whoever was not seen for longer than that has no name here any more, nor in the log", async () => {
    const api = await start();
    await api.send("GET", "/api/me", await api.token(amara, { name: "Amara Okafor" }));
    await correct(api, amara, "old story");
    expect(await placesOf(api.store, "Amara Okafor")).toEqual(["person.name"]);
    api.clock.now += 101 * dayMs;
    await protect(api);
    expect(await placesOf(api.store, "Amara Okafor")).toEqual([]);
    expect(await placesOf(api.store, amara)).toEqual(["department_version.value", "member.person"]);
    await api.close();
  });

  test("a stopped round is finished by the next one", async () => {
    const api = await start();
    for (let i = 0; i < 30; i++) await correct(api, amara, `old story ${i}`);
    api.clock.now += 101 * dayMs;
    let asked = 0;
    const parts = { store: api.store, tenants: [tid], now: () => api.clock.now };
    await protectOnce(parts, () => ++asked > 8);
    await protectOnce(parts);
    const left = await api.store.db.selectFrom("feedback").select("message_key").execute();
    expect(left).toEqual([]);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("every table that names a message is one that retention empties", async () => {
    const api = await start();
    const keyed: string[] = [];
    for (const table of await tablesOf(api.store))
      if (await hasColumn(api, table, "message_key")) keyed.push(table);
    // Lessons were written before version 5 of the tables only.
    expect(keyed.filter((table) => table !== "lesson")).toEqual([...messageTables].sort());
    await api.close();
  });
});

async function hasColumn({ store }: TestApi, table: string, column: string): Promise<boolean> {
  const tables = await store.db.introspection.getTables();
  return tables.some(({ name, columns }) => name === table && columns.some((one) => one.name === column));
}
