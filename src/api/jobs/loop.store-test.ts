/** A correction from press to "now right in version 2"; the gate, a person's choice, crashes, and two instances in between. */
import Value from "typebox/value";
import { v7 } from "uuid";
import { en } from "../../taskpane/locales/en.ts";
import { receiptWords } from "../../taskpane/triage/verdictWords.ts";
import { wordsOf } from "../../taskpane/words.tsx";
import { ConfiguredDepartment } from "../../triage/configuration.ts";
import type { Corrections } from "../../triage/correction.ts";
import type { Me } from "../../triage/department.ts";
import type { ModelVersions } from "../../triage/model.ts";
import type { Overview } from "../../triage/overview.ts";
import type { Proposals } from "../../triage/proposal.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import { verify } from "../store/verify.ts";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas, mei, priya } from "../testing/organisation.ts";
import { leaseMs, takeLease } from "./lease.ts";

jest.setTimeout(180_000);

const service = `${tid}/service`;
const hour = 3_600_000;
const url = "/api/departments/service";

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const start = async (policy: object = {}, place = engine.newPlace()) =>
    startTestApi({ place: await place, issuer, policy: { blindShare: 0, ...policy } });
  const say = async (api: TestApi, subject: string, category: string, extra: object = {}) => {
    const { request, opened } = await open(api, amara, { features: api.featuresFor(subject) });
    const body = verdictOn(request, { verdict: { kind: "holds", category, priority: "high" }, ...extra });
    const answer = await api.send(
      "PUT",
      `/api/verdicts/${opened.predictionId}`,
      await api.token(amara),
      body,
    );
    if (answer.status !== 200) throw new Error(answer.text);
    return { predictionId: opened.predictionId, feedbackId: body.feedbackId };
  };
  /** A training that unlearns a category. */
  const badAt = (category: string, { training }: TestApi): TestApi["training"] => ({
    ...training,
    run: async (task) => {
      const done = await training.run(task);
      const worse = done.candidate.map((said) =>
        said.category === category ? { ...said, category: "billing" } : said,
      );
      return { ...done, candidate: worse };
    },
  });
  const me = async (api: TestApi) => (await api.send("GET", "/api/me", await api.token(amara))).json() as Me;
  const asLead = async (api: TestApi, method: "GET" | "PUT" | "POST", path: string, body?: object) =>
    api.send(method, url + path, await api.token(priya), body);
  const models = async (api: TestApi) => (await asLead(api, "GET", "/models")).json() as ModelVersions;
  const corrections = async (api: TestApi, query = "") =>
    (await asLead(api, "GET", `/corrections${query}`)).json() as Corrections;

  test("a correction is followed by its author from the press to now right in version 2", async () => {
    const api = await start({ acceptAfterHours: 24 });
    for (let i = 0; i < 4; i++) await say(api, `the parcel has not arrived ${i}`, "delivery");
    const { feedbackId } = await say(api, "invoice for the wombat in the lift", "contract", {
      note: "the landlord's animal",
    });
    const receipt = async () => (await me(api)).recent.find((one) => one.feedbackId === feedbackId)!;
    expect((await receipt()).state).toBe("received");
    await api.learn();
    expect([(await receipt()).state, (await models(api)).live]).toEqual(["received", 0]);

    expect((await corrections(api, "?state=waiting")).corrections).toEqual(
      (await corrections(api, "?state=received")).corrections,
    );
    const [seen] = (await corrections(api, "?said=contract")).corrections;
    expect(seen).toMatchObject({
      feedbackId,
      note: "the landlord's animal",
      state: "received",
      modelVersion: "v0",
    });
    await asLead(api, "PUT", `/corrections/${seen!.predictionId}`, { feedbackId, decision: "accept" });
    expect((await receipt()).state).toBe("accepted");
    expect(
      (await corrections(api, "?state=waiting&said=contract")).corrections.map(({ state }) => state),
    ).toEqual(["accepted"]);
    await api.learn();
    expect(await receipt()).toMatchObject({ state: "learned", learnedIn: "v1", now: "wrong" });

    // One alone does not outweigh the definitions; colleagues who say the same do.
    for (let i = 0; i < 5; i++) await say(api, `invoice for the wombat in the lift ${i}`, "contract");
    api.clock.now += 24 * hour;
    await api.learn();
    expect((await me(api)).receipts).toMatchObject({ waiting: 0 });
    const { live, versions } = await models(api);
    expect([live, versions[0]!.state, versions[1]!.state]).toEqual([2, "live", "retired"]);
    expect(versions[0]!.judgement).toMatchObject({ basis: "tooFew", passes: true });
    expect(await receipt()).toMatchObject({ state: "learned", learnedIn: "v1", now: "right" });
    // What the author reads of it at the foot of the pane.
    const words = wordsOf("en", en);
    expect(receiptWords(await receipt(), words)).toBe("learned in version 1 · now right");
    expect(words.t.receipts((await me(api)).receipts)).toMatch(/^\d+ corrections: \d+ now right/);
    expect(api.faults).toEqual([]);
    await api.close();
  });

  test("what a lead declines is told with its reason, never learned, and forgotten when it was", async () => {
    const api = await start();
    const { predictionId, feedbackId } = await say(api, "quagga at the gate", "contract");
    await api.learn();
    expect((await me(api)).recent[0]).toMatchObject({ state: "learned", learnedIn: "v1" });
    const decision = { feedbackId, decision: "decline", because: "This is a delivery." };
    expect(
      (await asLead(api, "PUT", `/corrections/${predictionId}`, { ...decision, because: undefined })).status,
    ).toBe(400);
    for (let i = 0; i < 2; i++)
      expect((await asLead(api, "PUT", `/corrections/${predictionId}`, decision)).status).toBe(200);
    expect((await me(api)).recent[0]).toMatchObject({
      state: "declined",
      declinedBecause: "This is a delivery.",
    });
    await api.learn();
    const { versions } = await models(api);
    expect(versions.map(({ examples }) => examples)).toEqual([0, 1]);
    const log = await api.store.db
      .selectFrom("audit")
      .select("action")
      .where("department", "=", service)
      .execute();
    expect(log.filter(({ action }) => action === "declineCorrection")).toHaveLength(1);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("a version that would be worse is held, and says why; a lead may publish it all the same, and go back", async () => {
    const api = await start();
    for (let i = 0; i < 30; i++) await say(api, `tapir ${i} parcel`, "delivery");
    await api.learn();
    const before = await models(api);
    expect(before.live).toBe(1);
    for (let i = 0; i < 5; i++) await say(api, `a tapir more ${i}`, "delivery");
    await api.learn(undefined, badAt("delivery", api));
    const { live, versions } = await models(api);
    expect([live, versions[0]!.version, versions[0]!.state]).toEqual([1, 2, "held"]);
    expect(versions[0]!.judgement!.reasons.length).toBeGreaterThan(0);
    const waits = async () => ((await asLead(api, "GET", "/overview")).json() as Overview).waiting!.version;
    expect(await waits()).toEqual({ version: 2, state: "held" });
    expect(versions[0]!.judgement!.groups.map(({ group }) => group)).toContain("category");
    await api.learn();
    expect((await models(api)).versions).toHaveLength(2);

    const review = v7();
    await asLead(api, "PUT", `/reviews/${review}`, {});
    await asLead(api, "POST", `/reviews/${review}/closing`, {});
    api.clock.now += 1;
    const published = await asLead(api, "PUT", "/models/live", { version: 2 });
    expect(published.json()).toMatchObject({ live: 2, blindRaisedUntil: expect.any(Number) });
    expect(await waits()).toBeNull();
    await api.learn();
    expect((await me(api)).receipts.waiting).toBe(0);
    const back = await asLead(api, "PUT", "/models/live", { version: 1 });
    expect(back.json()).toMatchObject({ live: 1, publishingHeldUntil: expect.any(Number) });
    const { lastReview } = (await asLead(api, "GET", "/overview")).json() as Overview;
    expect(lastReview).toMatchObject({ published: 0, wentBackTo: 1 });
    // What is in memory may answer once more while the file is read.
    const ask = () => open(api, jonas, { features: api.featuresFor("tapir parcel") });
    for (let i = 0; i < 3_000 && !(await ask()).text.includes('"modelVersion":"v1"'); i++)
      await new Promise((done) => setTimeout(done, 20));
    expect((await ask()).opened.shown).toMatchObject({ prediction: { modelVersion: "v1" } });
    const states = await api.store.db
      .selectFrom("answer")
      .select("learned_in")
      .distinct()
      .where("state", "=", "learned")
      .execute();
    expect(states).toEqual([{ learned_in: "v1" }]);
    const unlearned = (await me(api)).recent.map(({ state, unlearnedWith }) => `${state} ${unlearnedWith}`);
    expect(unlearned).toEqual([...Array(5).fill("accepted 2"), ...Array(5).fill("learned undefined")]);
    // Published again, it has learned what it had learned, and is no reason to hold others any more.
    const again = await asLead(api, "PUT", "/models/live", { version: 2 });
    expect(again.json()).toMatchObject({ live: 2 });
    expect(again.json().publishingHeldUntil).toBeUndefined();
    expect((await me(api)).receipts.waiting).toBe(0);
    await asLead(api, "PUT", "/models/live", { version: 1 });
    await say(api, "a tapir more", "delivery");
    api.clock.now += 25 * hour;
    await api.learn();
    expect((await models(api)).versions[0]).toMatchObject({
      version: 3,
      state: expect.stringMatching(/candidate|held/),
    });
    expect((await models(api)).live).toBe(1);
    expect((await verify(api.store, service)).differences).toEqual([]);
    await api.close();
  });

  test("a category that is only called otherwise teaches the model nothing, a new definition does and leaves earlier versions to go back to; other categories say why not", async () => {
    const api = await start();
    for (let i = 0; i < 6; i++) await say(api, `saiga ${i}`, "contract");
    await api.learn();
    const admin = await api.token(priya, { roles: ["Triage.Admin"] });
    const configure = async (change: (categories: Taxonomy["categories"]) => Taxonomy["categories"]) => {
      const at = "/api/admin/departments/service";
      const { id: _, ...seen } = (await api.send("GET", at, admin)).json() as ConfiguredDepartment;
      const taxonomy = { ...seen.taxonomy, categories: change(seen.taxonomy.categories) };
      expect((await api.send("PUT", at, admin, { ...seen, taxonomy })).status).toBe(200);
    };
    const kept = async () => (await models(api)).versions.map(({ version, isKept }) => [version, isKept]);
    const names = { name: { en: "Bills" }, outlookCategory: "Bills and invoices" };
    await configure(([first, ...rest]) => [{ ...first!, ...names }, ...rest]);
    await api.learn();
    expect(await kept()).toEqual([[1, true]]);
    expect((await models(api)).blindRaisedUntil).toBeUndefined();
    const wider = { en: "Bills, and whatever else is about money." };
    await configure(([first, ...rest]) => [{ ...first!, definition: wider }, ...rest]);
    await api.learn();
    expect(await kept()).toEqual([
      [2, true],
      [1, true],
    ]);
    // What belongs to it is learned anew; but the categories are the same.
    expect((await models(api)).versions[0]!.judgement!.basis).not.toBe("taxonomy");
    expect((await asLead(api, "PUT", "/models/live", { version: 1 })).json()).toMatchObject({ live: 1 });
    const { opened } = await open(api, jonas, { features: api.featuresFor("saiga") });
    expect(opened.shown).toMatchObject({ prediction: { categories: [{ category: "contract" }, {}, {}] } });
    const returns = { id: "returns", name: { en: "Returns" }, definition: { en: "Goods that come back." } };
    await configure((categories) => [...categories, { ...categories[0]!, ...returns }]);
    expect((await models(api)).versions.map(({ isKept, unreachable }) => [isKept, unreachable])).toEqual([
      [false, "categories"],
      [false, "categories"],
    ]);
    expect((await asLead(api, "PUT", "/models/live", { version: 2 })).json().code).toBe("not_found");
    await api.close();
  });

  test("where a department only watches, versions wait for a person", async () => {
    const api = await start({ monitorOnly: true });
    await say(api, "dugong", "delivery");
    await api.learn();
    expect(await models(api)).toMatchObject({ live: 0, versions: [{ version: 1, state: "candidate" }] });
    expect(((await asLead(api, "GET", "/overview")).json() as Overview).waiting).toMatchObject({
      version: { version: 1, state: "candidate" },
    });
    expect((await api.send("PUT", `${url}/models/live`, await api.token(amara), { version: 1 })).status).toBe(
      403,
    );
    expect((await asLead(api, "PUT", "/models/live", { version: 7 })).status).toBe(404);
    expect((await asLead(api, "PUT", "/models/live", { version: 1 })).json()).toMatchObject({ live: 1 });
    await api.learn();
    expect((await me(api)).recent[0]).toMatchObject({ state: "learned", learnedIn: "v1" });
    await api.close();
  });

  test.each(["accepted", "trained", "filed", "kept", "settled"] as const)(
    "killed when %s, the next start goes on, and nothing is half done",
    async (step) => {
      const place = await engine.newPlace();
      const first = await start({}, Promise.resolve(place));
      for (let i = 0; i < 3; i++) await say(first, `okapi ${i}`, "contract");
      const killed = first.learn((reached, departmentId) => {
        if (reached === step && departmentId === "service") throw new Error("killed");
      });
      await expect(killed).rejects.toThrow("killed");
      const live = (await models(first)).live;
      expect(live).toBe(step === "kept" || step === "settled" ? 1 : 0);
      await first.close();

      const second = await start({}, Promise.resolve(place));
      await second.learn();
      expect(await models(second)).toMatchObject({
        live: 1,
        versions: [{ version: 1, state: "live", examples: 3 }],
      });
      expect((await me(second)).receipts).toMatchObject({ corrections: 3, waiting: 0 });
      expect((await verify(second.store, service)).differences).toEqual([]);
      await second.close();
    },
  );

  test("two instances never train twice, and who crashed is succeeded", async () => {
    const place = await engine.newPlace();
    const [one, other] = [await start({}, Promise.resolve(place)), await start({}, Promise.resolve(place))];
    for (let i = 0; i < 3; i++) await say(one, `ocelot ${i}`, "contract");
    let trained = 0;
    const count = (reached: string) => {
      if (reached === "trained") trained++;
    };
    await Promise.all([one.learn(count), other.learn(count)]);
    await Promise.all([one.learn(count), other.learn(count)]);
    expect(trained).toBe(1);

    await say(one, "ocelot 4", "contract");
    expect(await takeLease(one.store.db, service, "crashed", one.clock.now)).toBe(true);
    await other.learn(count);
    expect(trained).toBe(1);
    other.clock.now += leaseMs;
    await other.learn(count);
    expect(trained).toBe(2);
    await one.close();
    await other.close();
  });

  test("a lead sees neither corrections nor notes of another department, and staff see none at all", async () => {
    const api = await start();
    await say(api, "lynx", "contract", { note: "only for service" });
    const strangers = [
      await api.send("GET", "/api/departments/help-desk/corrections", await api.token(priya)),
      await api.send("GET", `${url}/corrections`, await api.token(mei, { roles: ["Triage.Lead"] })),
      await api.send("GET", `${url}/corrections`, await api.token(amara)),
    ];
    expect(strangers.map(({ status }) => status)).toEqual([404, 404, 403]);
    for (const { text } of strangers) expect(text).not.toContain("only for service");
    expect((await corrections(api)).corrections).toHaveLength(1);
    expect(JSON.stringify(await corrections(api))).not.toContain(amara);
    await api.close();
  });

  test("the way to a message of a shared mailbox is kept encrypted where the policy says so, for a lead only", async () => {
    const api = await start({ messageReferences: true });
    const { predictionId } = await say(api, "ermine", "contract", { itemId: "AAMkAGI2-ermine" });
    const [row] = await api.store.db.selectFrom("message_reference").selectAll().execute();
    expect(Buffer.from(row!.value as Uint8Array).toString("latin1")).not.toContain("ermine");
    expect((await corrections(api)).corrections[0]!.hasMessage).toBe(true);
    const found = await asLead(api, "GET", `/corrections/${predictionId}/message`);
    expect(found.json()).toEqual({ itemId: "AAMkAGI2-ermine" });
    const asStaff = await api.send(
      "GET",
      `${url}/corrections/${predictionId}/message`,
      await api.token(amara),
    );
    expect(asStaff.status).toBe(403);
    const log = await api.store.db
      .selectFrom("audit")
      .select("subject")
      .where("action", "=", "openMessage")
      .execute();
    expect(log).toEqual([{ subject: predictionId }]);
    await api.close();
    const without = await start();
    await say(without, "ermine", "contract", { itemId: "AAMkAGI2-ermine" });
    expect(await without.store.db.selectFrom("message_reference").selectAll().execute()).toEqual([]);
    await without.close();
  });

  test("staff propose, a lead decides, and an accepted proposal is a taxonomy version at once", async () => {
    const api = await start();
    const put = async (oid: string, path: string, body: object) =>
      api.send("PUT", `${url}/proposals/${path}`, await api.token(oid), body);
    const [first, second] = [v7(), v7()];
    const content = {
      kind: "category",
      language: "en",
      name: "Returns",
      definition: "Goods that come back.",
    };
    for (let i = 0; i < 2; i++) expect((await put(amara, first, { content })).status).toBe(200);
    const clearer = {
      kind: "definition",
      language: "en",
      category: "billing",
      definition: "All about invoices.",
    };
    await put(jonas, second, { content: clearer });
    expect((await put(jonas, `${second}/decision`, { decision: "accept" })).status).toBe(403);
    await put(priya, `${first}/decision`, { decision: "accept" });
    await put(priya, `${second}/decision`, { decision: "decline", because: "It says so already." });
    const seen = (await api.send("GET", `${url}/proposals`, await api.token(jonas))).json() as Proposals;
    expect(seen.proposals.map(({ state, isOwn }) => [state, isOwn]).sort()).toEqual([
      ["accepted", false],
      ["declined", true],
    ]);
    const { taxonomy } = (await me(api)).departments[0]!;
    expect(taxonomy.version).toBe(2);
    expect(taxonomy.categories.map(({ id }) => id)).toEqual(["billing", "delivery", "contract", "returns"]);
    const token = await api.token(priya, { roles: ["Triage.Admin"] });
    const kept = (await api.send("GET", "/api/admin/departments/service", token)).json();
    expect(Value.Check(ConfiguredDepartment, kept)).toBe(true);
    await api.close();
  });

  test("a proposal that would make the taxonomy unreadable is refused, also one that an earlier version kept", async () => {
    const api = await start();
    const id = v7();
    const put = async (oid: string, path: string, body: object) =>
      api.send("PUT", `${url}/proposals/${path}`, await api.token(oid), body);
    const content = { kind: "category", language: "low", name: "Returns", definition: "Come back." };
    expect((await put(amara, id, { content })).status).toBe(400);
    expect((await put(amara, id, { content: { ...content, language: "ja" } })).status).toBe(200);
    await api.store.db.updateTable("proposal").set({ language: "low" }).execute();
    expect((await put(priya, `${id}/decision`, { decision: "accept" })).json().code).toBe(
      "configuration_invalid",
    );
    expect((await me(api)).departments[0]!.taxonomy.version).toBe(1);
    expect((await put(priya, `${id}/decision`, { decision: "decline", because: "Unreadable." })).status).toBe(
      200,
    );
    await api.close();
  });

  test("a category that goes into another takes its verdicts along, and the model learns them there", async () => {
    const api = await start();
    for (let i = 0; i < 6; i++) await say(api, `newt ${i}`, "contract");
    await api.learn();
    expect((await asLead(api, "PUT", "/categories/contract/into", { into: "delivery" })).json()).toEqual({
      taxonomyVersion: 2,
    });
    await api.learn();
    const { opened } = await open(api, jonas, { features: api.featuresFor("newt") });
    expect(opened.shown).toMatchObject({
      prediction: { modelVersion: "v2", categories: [{ category: "delivery" }, { category: "billing" }] },
    });
    expect((await models(api)).versions[0]!.judgement!.basis).toBe("taxonomy");
    expect(api.faults).toEqual([]);
    await api.close();
  });
});
