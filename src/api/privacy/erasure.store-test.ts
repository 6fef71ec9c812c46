/** An erased person is nowhere any more; colleagues, figures and the audit chain notice nothing. */
import { v7 } from "uuid";
import type { Mention } from "../../triage/privacy.ts";
import { sealOf } from "../reviews/rows.ts";
import { summaryOf } from "../store/summary.ts";
import { verify } from "../store/verify.ts";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { placesOf } from "../testing/everyValue.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";
import { erasureOf, requestErasure, resumeErasures } from "./erasure.ts";
import { extentOf } from "./extent.ts";
import { personExport } from "./personExport.ts";

jest.setTimeout(120_000);

const service = `${tid}/service`;
const key = (oid: string) => `${tid}/${oid}`;

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const answer = async (api: TestApi, oid: string, messageRef?: string) => {
    const found = await open(api, oid, messageRef ? { messageRef } : {});
    const body = verdictOn(found.request, {
      note: `a note of ${oid}`,
      verdict: { kind: "holds", category: "contract", priority: "high" },
    });
    const url = `/api/verdicts/${found.opened.predictionId}`;
    const given = await api.send("PUT", url, await api.token(oid), body);
    if (given.status !== 200) throw new Error(given.text);
    return found;
  };
  /** Amara alone on five messages, with Jonas on two, Jonas alone on one. */
  const aMorning = async () => {
    const api = await startTestApi({ place: await engine.newPlace(), issuer, policy: { blindShare: 0.25 } });
    for (const oid of [amara, jonas])
      await api.send("GET", "/api/me", await api.token(oid, { name: `Name of ${oid}` }));
    for (let i = 0; i < 5; i++) await answer(api, amara);
    for (let i = 0; i < 2; i++) {
      const { request } = await answer(api, amara);
      await answer(api, jonas, request.messageRef);
    }
    await answer(api, jonas);
    await open(api, amara);
    await api.learn();
    return api;
  };
  const erase = async (api: TestApi, forgets = false, words: string[] = []) => {
    const erasureId = v7();
    const request = { tenant: tid, erasureId, person: key(amara), forgets, words, requestedBy: key(priya) };
    await requestErasure(api.store, { ...request, now: api.clock.now });
    await resumeErasures(
      api.store,
      tid,
      () => api.clock.now,
      () => false,
      { messages: 3, pauseMs: 0 },
    );
    return (await erasureOf(api.store, tid, erasureId))!;
  };
  const exported = async (api: TestApi, oid: string) => {
    let text = "";
    for await (const piece of personExport(api.store.db, tid, key(oid), api.clock.now)) text += piece;
    return { text, value: JSON.parse(text) };
  };
  const figures = async (api: TestApi) => ({
    summary: await summaryOf(api.store.db, service, "2026-11-01", "2026-11-30"),
    verified: (await verify(api.store, service)).differences,
  });

  test("account, name and notes of an erased person are in no table", async () => {
    const api = await aMorning();
    expect((await placesOf(api.store, amara)).length).toBeGreaterThan(5);
    const { result, finished_at } = await erase(api);
    expect(finished_at).toBe(api.clock.now);
    expect(JSON.parse(result!)).toEqual({ messages: 8, notes: 7, forgotten: 0, memberships: 1, mentions: 0 });
    expect(await placesOf(api.store, amara)).toEqual([]);
    expect(await placesOf(api.store, `a note of ${jonas}`)).toEqual(["feedback.note"]);
    await api.close();
  });

  test("before an erasure it is counted by department what it would concern, and in part where that takes too long", async () => {
    const api = await aMorning();
    const count = (oid: string, isLate = () => false) => extentOf(api.store.scans.db, tid, key(oid), isLate);
    const { departments, isPartial } = await count(amara);
    expect(isPartial).toBe(false);
    expect(departments).toEqual([
      expect.objectContaining({ id: "service", messages: 8, answeredAlone: 5, notes: 7, isMember: true }),
    ]);
    const { result } = await erase(api, true);
    expect(JSON.parse(result!)).toMatchObject({ messages: 8, notes: 7, forgotten: 5 });
    expect(await count(amara)).toEqual({ departments: [], isPartial: false });
    expect(await count(jonas, () => true)).toMatchObject({ isPartial: true, departments: [{ messages: 0 }] });
    await api.close();
  });

  test("figures, recount and audit chain are as before", async () => {
    const api = await aMorning();
    const before = await figures(api);
    expect(before.verified).toEqual([]);
    await erase(api);
    expect(await figures(api)).toEqual(before);
    await api.close();
  });

  test("nobody can tell from the rows that the same hand was on two messages", async () => {
    const api = await aMorning();
    await erase(api);
    const rows = await api.store.db
      .selectFrom("opening")
      .select(["message_key", "person"])
      .where("person", "like", "erased-%")
      .execute();
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(8);
    await api.close();
  });

  test("a colleague sees that somebody answered, and no name", async () => {
    const api = await startTestApi({ place: await engine.newPlace(), issuer, policy: { blindShare: 0 } });
    await api.send("GET", "/api/me", await api.token(amara, { name: "Amara Okafor" }));
    const { request } = await answer(api, amara);
    await erase(api);
    const seen = await open(api, jonas, { messageRef: request.messageRef });
    expect(seen.opened.known?.by).toEqual({ kind: "colleague", name: "" });
    await api.close();
  });

  test("what was learned stays, or is forgotten where nobody else said it", async () => {
    const api = await aMorning();
    const learned = () =>
      api.store.db
        .selectFrom("answer")
        .select("message_key")
        .distinct()
        .where("trained_in", ">", 0)
        .execute();
    expect(await learned()).toHaveLength(8);
    const { result } = await erase(api, true);
    expect(JSON.parse(result!).forgotten).toBe(5);
    expect(await learned()).toHaveLength(3);
    await api.learn();
    const versions = await api.store.db
      .selectFrom("model_version")
      .selectAll()
      .where("department", "=", service)
      .orderBy("version")
      .execute();
    expect(versions.map(({ state, examples }) => [state, examples])).toEqual([
      ["retired", 8],
      ["live", 3],
    ]);
    const files = await api.store.db.selectFrom("model_file").select("version").execute();
    expect(files).toEqual([{ version: 2 }]);
    await api.learn();
    expect(await learned()).toHaveLength(3);
    await api.close();
  });

  test("a name in what others wrote is shown to the admin, and struck out everywhere, in a closed review too", async () => {
    const api = await aMorning();
    const { db } = api.store;
    const notes = await db.selectFrom("feedback").select(["message_key", "position"]).execute();
    expect(notes.length).toBeGreaterThan(3);
    await db
      .updateTable("feedback")
      .set({ note: "ask AMARA  okafor, not Amaranth" })
      .where("note", "is not", null)
      .execute();
    const frozen = JSON.stringify({ agreed: [{ what: "Amara Okafor writes the guide", by: "alias-1" }] });
    const row = {
      department: service,
      review: v7(),
      opened_at: 1,
      opened_by: "x",
      closed_at: 2,
      closed_by: "x",
    };
    await db
      .insertInto("review")
      .values({ ...row, frozen, seal: sealOf(frozen) })
      .execute();
    const words = ["Amara Okafor"];
    const admin = await api.token(priya, { roles: ["Triage.Admin"] });
    const looked = await api.send("POST", "/api/admin/mentions", admin, { words });
    expect(looked.status).toBe(200);
    const { mentions } = JSON.parse(looked.text) as { mentions: Mention[] };
    expect(new Set(mentions.map(({ departmentId, kind }) => `${departmentId} ${kind}`))).toEqual(
      new Set(["service note", "service review"]),
    );
    const { result } = await erase(api, false, words);
    // Jonas' three: the person's own went with the person.
    expect(JSON.parse(result!)).toMatchObject({ mentions: 4 });
    expect(await placesOf(api.store, "okafor")).toEqual([]);
    expect(await placesOf(api.store, "Okafor")).toEqual([]);
    const left = await db.selectFrom("feedback").select("note").where("note", "is not", null).execute();
    expect(left.map(({ note }) => note)).toEqual(Array(3).fill("ask […], not Amaranth"));
    const review = await db.selectFrom("review").selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(review.frozen!)).toEqual({ agreed: [{ what: "[…] writes the guide", by: "alias-1" }] });
    expect(review.seal).toBe(sealOf(review.frozen!));
    const log = await db
      .selectFrom("audit")
      .select("subject")
      .where("action", "=", "review redacted")
      .execute();
    expect(log).toEqual([{ subject: `${review.review} ${review.seal}` }]);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("only an admin may look for names in what others wrote", async () => {
    const api = await aMorning();
    const words = ["Amara"];
    for (const oid of [amara, jonas]) {
      const answer = await api.send("POST", "/api/admin/mentions", await api.token(oid), { words });
      expect(answer.status).toBe(403);
    }
    await api.close();
  });

  test("an erasure that was stopped goes on, and one that is done is not done again", async () => {
    const api = await aMorning();
    const erasureId = v7();
    const request = { tenant: tid, erasureId, person: key(amara), forgets: false, requestedBy: key(priya) };
    await requestErasure(api.store, { ...request, now: api.clock.now });
    await requestErasure(api.store, { ...request, now: api.clock.now });
    await resumeErasures(
      api.store,
      tid,
      () => api.clock.now,
      () => true,
    );
    expect((await erasureOf(api.store, tid, erasureId))!.finished_at).toBeNull();
    for (let i = 0; i < 2; i++)
      await resumeErasures(
        api.store,
        tid,
        () => api.clock.now,
        () => false,
      );
    const log = await api.store.db.selectFrom("audit").selectAll().where("action", "=", "erasure").execute();
    expect(log).toHaveLength(1);
    expect(await placesOf(api.store, amara)).toEqual([]);
    await api.close();
  });

  test("a log from before aliases is renamed and sealed anew, and says so", async () => {
    const api = await aMorning();
    const { alias } = await api.store.db
      .selectFrom("alias")
      .select("alias")
      .where("person", "=", key(amara))
      .executeTakeFirstOrThrow();
    await api.store.db
      .updateTable("migration")
      .set({ applied_at: api.clock.now + 1 })
      .execute();
    await api.store.db
      .updateTable("audit")
      .set({ person: key(amara) })
      .where("person", "=", alias)
      .execute();
    await erase(api);
    expect(await placesOf(api.store, amara)).toEqual([]);
    expect((await verify(api.store, service)).differences).toEqual([]);
    const last = await api.store.db
      .selectFrom("audit")
      .select("subject")
      .where("action", "=", "erasure")
      .executeTakeFirstOrThrow();
    expect(last.subject).toMatch(/log sealed anew, it ended with [0-9a-f]{64}$/);
    await api.close();
  });

  test("a person's export holds what is kept of them, their notes too, and nothing of a colleague", async () => {
    const api = await aMorning();
    const { text, value } = await exported(api, amara);
    expect(value).toMatchObject({ account: amara, person: { name: `Name of ${amara}` } });
    const [, own] = value.departments;
    expect(own.department).toBe("service");
    expect(own.messages.filter(({ table }: { table: string }) => table === "opening")).toHaveLength(8);
    expect(own.messages.filter(({ note }: { note?: string }) => note === `a note of ${amara}`)).toHaveLength(
      7,
    );
    expect(own.log.map(({ action }: { action: string }) => action)).toContain("verdict");
    expect(text).not.toContain(jonas);
    await erase(api);
    const after = (await exported(api, amara)).value;
    expect(after.person).toBeNull();
    expect(after.departments[1]).toMatchObject({ messages: [], log: [], member: [], ask: [] });
    await api.close();
  });
});
