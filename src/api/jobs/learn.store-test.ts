/** What staff said is learned, said so, forgotten when taken back, and the same in every instance and after a restart. */
import type { Me } from "../../triage/department.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import type { TestIssuer } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas, mei } from "../testing/organisation.ts";

jest.setTimeout(120_000);

describe.each(engines())("on %s", (name, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const policy = { blindShare: 0 };
  const correct = async (api: TestApi, subject: string, category: string) => {
    const { request, opened } = await open(api, amara, { features: api.featuresFor(subject) });
    const body = verdictOn(request, { verdict: { kind: "holds", category, priority: "high" } });
    const url = `/api/verdicts/${opened.predictionId}`;
    const answer = await api.send("PUT", url, await api.token(amara), body);
    if (answer.status !== 200) throw new Error(answer.text);
    return { url, feedbackId: body.feedbackId };
  };
  const asked = async (api: TestApi, features: Features): Promise<Prediction> => {
    const { opened } = await open(api, jonas, { features });
    if (opened.shown.kind !== "prediction") throw new Error(opened.shown.kind);
    return opened.shown.prediction;
  };
  /** Made anew a little later, when some more mail has been seen. */
  const alike = (after: Prediction, before: Prediction, version: string) => {
    expect(after.modelVersion).toBe(version);
    expect(after.categories[0]!.category).toBe(before.categories[0]!.category);
    expect(after.categories[0]!.probability).toBeCloseTo(before.categories[0]!.probability, 1);
  };
  const me = async (api: TestApi) => (await api.send("GET", "/api/me", await api.token(amara))).json() as Me;

  test("corrections are learned together in a next version, and the receipts say what would happen now", async () => {
    const api = await startTestApi({ place: await engine.newPlace(), issuer, policy });
    for (let i = 0; i < 12; i++) await correct(api, `zebra crossing report ${i}`, "contract");
    expect((await me(api)).receipts).toMatchObject({ waiting: 12, nowRight: 0 });
    await api.learn();
    const { receipts, recent } = await me(api);
    expect(receipts.corrections).toBe(12);
    expect(receipts.waiting).toBe(0);
    expect(receipts.nowRight).toBeGreaterThan(9);
    expect(new Set(recent.map((one) => one.learnedIn))).toEqual(new Set(["v1"]));
    const now = await asked(api, api.featuresFor("zebra crossing report 99"));
    expect([now.modelVersion, now.categories[0]!.category]).toEqual(["v1", "contract"]);
    await api.learn();
    expect((await asked(api, api.featuresFor("zebra"))).modelVersion).toBe("v1");
    expect(api.faults).toEqual([]);
    await api.close();
  });

  test("a restart predicts to the last digit as before, from the version's file or from a new version made of the same", async () => {
    const place = await engine.newPlace();
    const first = await startTestApi({ place, issuer, policy });
    const words = { contract: "yak shaving", delivery: "mule train" } as const;
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 8; i++) {
        const category = i % 2 ? "contract" : "delivery";
        await correct(first, `${words[category]} ${round} ${i}`, category);
      }
      await first.learn();
    }
    const features = first.featuresFor("yak shaving");
    const before = await asked(first, features);
    expect(before.modelVersion).toBe("v3");
    await first.close();

    const second = await startTestApi({ place, issuer, policy });
    expect(await asked(second, features)).toEqual(before);
    await second.store.db.deleteFrom("model_file").execute();
    await second.close();

    const third = await startTestApi({ place, issuer, policy });
    expect((await asked(third, features)).modelVersion).toBe("v0");
    await third.learn();
    alike(await asked(third, features), before, "v4");
    expect([...first.faults, ...second.faults, ...third.faults]).toEqual([]);
    await third.close();
  });

  test("an instance that did not do the learning arrives at the same model", async () => {
    const place = await engine.newPlace();
    const one = await startTestApi({ place, issuer, policy });
    const other = await startTestApi({ place, issuer, policy });
    const features = one.featuresFor("walrus moustache");
    expect((await asked(other, features)).modelVersion).toBe("v0");
    for (let i = 0; i < 6; i++) await correct(one, `walrus moustache ${i}`, "delivery");
    await one.learn();
    const learned = await asked(one, features);
    expect(learned.modelVersion).toBe("v1");
    // Meanwhile it answers with what it knows; then with the new version, to the last digit.
    for (let i = 0; i < 3_000 && (await asked(other, features)).modelVersion !== "v1"; i++)
      await new Promise((done) => setTimeout(done, 20));
    expect(await asked(other, features)).toEqual(learned);
    await one.close();
    await other.close();
  });

  test("a damaged file is made again, and two models share the memory of one", async () => {
    const place = await engine.newPlace();
    const first = await startTestApi({ place, issuer, policy });
    for (let i = 0; i < 6; i++) await correct(first, `ibex ${i}`, "delivery");
    await first.learn();
    const features = first.featuresFor("ibex");
    const before = await asked(first, features);
    await first.close();
    const second = await startTestApi({ place, issuer, policy, limits: { modelsInMemory: 1 } });
    await second.store.db
      .updateTable("model_file")
      .set({ value: Buffer.from("garbage") })
      .execute();
    expect((await asked(second, features)).modelVersion).toBe("v0");
    await second.learn();
    for (let i = 0; i < 3; i++) {
      alike(await asked(second, features), before, "v2");
      const there = await open(second, mei, { departmentId: "help-desk", features });
      expect(there.opened.shown).toMatchObject({ prediction: { modelVersion: "v0" } });
    }
    expect(second.faults).toEqual([]);
    await second.close();
  });

  // One file has one process; instances share a server.
  if (name === "PostgreSQL")
    test("two instances may start on an empty database at once", async () => {
      const place = await engine.newPlace();
      const both = await Promise.all([0, 1].map(() => startTestApi({ place, issuer, policy })));
      for (const api of both) await asked(api, api.featuresFor("okapi"));
      for (const api of both) await api.close();
    });

  test("a verdict that was taken back is forgotten in the next version", async () => {
    const api = await startTestApi({ place: await engine.newPlace(), issuer, policy });
    // A word of no language: the message stays as one seen without a verdict, and tells how common its words are.
    const features = api.featuresFor("xqzvkw jqwx");
    const before = await asked(api, features);
    const { url, feedbackId } = await correct(api, "xqzvkw jqwx", "contract");
    await api.learn();
    expect((await asked(api, features)).categories).not.toEqual(before.categories);
    await api.send("DELETE", `${url}?feedbackId=${feedbackId}`, await api.token(amara));
    await api.learn();
    const after = await asked(api, features);
    expect(after.modelVersion).toBe("v2");
    for (const [i, { category, probability }] of after.categories.entries()) {
      expect(category).toBe(before.categories[i]!.category);
      expect(probability).toBeCloseTo(before.categories[i]!.probability, 4);
    }
    await api.close();
  });

  test("where learning is off, nothing is kept to learn from", async () => {
    const api = await startTestApi({
      place: await engine.newPlace(),
      issuer,
      policy: { ...policy, learning: false },
    });
    await correct(api, "narwhal", "contract");
    await api.learn();
    expect(await api.store.db.selectFrom("features").select("message_key").execute()).toEqual([]);
    expect((await me(api)).recent[0]).toMatchObject({ state: "received" });
    expect((await asked(api, api.featuresFor("narwhal"))).modelVersion).toBe("v0");
    await api.close();
  });
});
