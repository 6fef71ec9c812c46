/** The feature key is renewed: nothing of the old one is ever used with the new one, and learning begins anew. */
import type { Me } from "../../triage/department.ts";
import { featurePrintOf, type KeyRing, renewed } from "../keys.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas } from "../testing/organisation.ts";
import { firstBroken } from "./audit.ts";
import { featurePrintIn, lossOf, refuseOtherFeatures, renewFeatures } from "./featureRenewal.ts";
import { keepImported } from "./imported.ts";
import { openStore, type StorePlace } from "./store.ts";
import { summaryOf } from "./summary.ts";
import { verify } from "./verify.ts";

jest.setTimeout(120_000);

const secret = Buffer.alloc(32, 7);
const first: KeyRing = { root: secret, messages: [secret] };
const service = `${tid}/service`;
const nothing = { features: 0, imported: 0, model_file: 0, model_snapshot: 0 };

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const start = (place: StorePlace, ring: KeyRing) =>
    startTestApi({ place, ring, issuer, policy: { blindShare: 0, offlineModel: true, acceptAfterHours: 0 } });
  const teach = async (api: TestApi, n: number) => {
    const refs = [];
    for (let i = 0; i < n; i++) {
      const features = api.featuresFor(`wombat in the lift ${i}`);
      const { request, opened } = await open(api, amara, { features });
      const verdict = { kind: "holds", category: "contract", priority: "high" } as const;
      const url = `/api/verdicts/${opened.predictionId}`;
      const said = await api.send("PUT", url, await api.token(amara), verdictOn(request, { verdict }));
      expect(said.status).toBe(200);
      refs.push(request.messageRef);
    }
    api.clock.now += 3_600_000;
    await api.learn();
    return refs;
  };
  const firstOf = async (api: TestApi) => {
    const features = api.featuresFor("wombat in the lift");
    const { opened } = await open(api, jonas, { features });
    const { prediction } = opened.shown as Extract<typeof opened.shown, { kind: "prediction" }>;
    return { version: prediction.modelVersion, category: prediction.categories[0]!.category };
  };
  const summary = ({ store }: TestApi) => summaryOf(store.db, service, "2026-11-01", "2026-11-30");
  const auditOf = ({ store }: Pick<TestApi, "store">) =>
    store.db
      .selectFrom("audit")
      .selectAll()
      .where("department", "=", service)
      .orderBy("position")
      .execute()
      .then((rows) => rows.map((row) => ({ ...row, position: Number(row.position), at: Number(row.at) })));
  const expectWhole = async (api: TestApi, renewals: number) => {
    expect((await verify(api.store, service)).differences).toEqual([]);
    const rows = await auditOf(api);
    expect(firstBroken(rows)).toBeNull();
    expect(rows.filter(({ action }) => action === "renewFeatures")).toHaveLength(renewals);
  };
  /** A department that has learned by the first key, from verdicts and imported mail. */
  const learned = async (place: StorePlace) => {
    const api = await start(place, first);
    const row = {
      category: "billing",
      priority: null,
      features: Buffer.from([1]),
      received_at: 1,
      stored_at: 1,
    };
    const refs = await teach(api, 6);
    await keepImported(api.store.db, service, [{ ...row, message_key: newRef() }]);
    expect((await firstOf(api)).version).toBe("v1");
    const figures = await summary(api);
    const stale = openingOf(api, { features: api.featuresFor("wombat in the lift") });
    await api.close();
    return { refs, figures, stale };
  };

  test("features and models of the old key go, verdicts and figures stay, and the model learns again", async () => {
    const place = await engine.newPlace();
    const { refs, figures, stale } = await learned(place);
    const ring = renewed(first);
    const store = await openStore(place, Date.now());
    expect(await lossOf(store.db)).toMatchObject({ imported: 1, model_file: 1 });
    await renewFeatures(store, featurePrintOf(ring)!, Date.UTC(2026, 10, 23, 14));
    expect(await lossOf(store.db)).toEqual(nothing);
    await store.close();

    const api = await start(place, ring);
    expect((await summary(api)).categories).toEqual(figures.categories);
    await expectWhole(api, 1);
    const ask = async (body: object) => api.send("POST", "/api/predictions", await api.token(jonas), body);
    const refused = await ask(stale);
    expect([refused.status, refused.json().code]).toEqual([409, "features_outdated"]);
    expect((await ask({ ...stale, featureKeyId: "abcdefghijkl" })).status).toBe(409);
    expect((await ask({ ...stale, batch: true })).status).toBe(409);
    const late = await ask({ ...stale, offlineVersion: "v1" });
    expect([late.status, late.json().shown.kind]).toEqual([200, "modelUnavailable"]);
    expect((await lossOf(api.store.db)).features).toBe(0);
    const me = (await api.send("GET", "/api/me", await api.token(jonas))).json() as Me;
    expect(me.featureKeyId).toBe(api.keys.featureKeyId);

    expect((await firstOf(api)).version).toBe("v0");
    await api.learn();
    expect((await firstOf(api)).version).toBe("v0");
    const file = await api.app.inject({
      url: "/api/departments/service/model",
      headers: { authorization: `Bearer ${await api.token(amara)}` },
    });
    expect(file.headers.etag).toBe(`"v0-1-${me.featureKeyId}"`);
    expect((await open(api, jonas, { messageRef: refs[0]! })).opened.known).toBeDefined();

    await teach(api, 6);
    expect(await firstOf(api)).toEqual({ version: "v2", category: "contract" });
    await expectWhole(api, 1);
    await api.close();
  });

  test("cut off between the file and the database, and between two departments, nothing starts until the next run has finished", async () => {
    const place = await engine.newPlace();
    await learned(place);
    const ring = renewed(first);
    const print = featurePrintOf(ring)!;
    await expect(start(place, ring)).rejects.toThrow("keys -- renew-features --yes");
    const store = await openStore(place, Date.now());
    const cut = renewFeatures(store, print, 5, () => {
      throw new Error("cut off");
    });
    await expect(cut).rejects.toThrow("cut off");
    await expect(refuseOtherFeatures(store, print, 6)).rejects.toThrow("of another key");
    expect(await featurePrintIn(store.db)).toBeUndefined();
    await renewFeatures(store, print, 7);
    expect(await featurePrintIn(store.db)).toBe(print);
    expect(await lossOf(store.db)).toEqual(nothing);
    await expect(refuseOtherFeatures(store, undefined, 8)).rejects.toThrow("of another key");
    await store.close();
    const api = await start(place, ring);
    expect((await firstOf(api)).version).toBe("v0");
    await expectWhole(api, 1);
    await api.close();
  });

  test("what an instance that was not stopped still learned by the old key is gone at the first start by the new one", async () => {
    const place = await engine.newPlace();
    await learned(place);
    const ring = renewed(first);
    const running = await startTestApi({ place, issuer, policy: { blindShare: 0, acceptAfterHours: 0 } });
    await renewFeatures(running.store, featurePrintOf(ring)!, running.clock.now);
    await teach(running, 6);
    expect((await lossOf(running.store.db)).features).toBeGreaterThan(0);
    await running.close();
    const api = await start(place, ring);
    expect(await lossOf(api.store.db)).toEqual(nothing);
    await teach(api, 2);
    const kept = await lossOf(api.store.db);
    await expectWhole(api, 2);
    await api.close();
    const again = await start(place, ring);
    expect(await lossOf(again.store.db)).toEqual(kept);
    expect(kept.features).toBeGreaterThan(0);
    await again.close();
  });

  test("an older key that is put back begins everything anew once more", async () => {
    const place = await engine.newPlace();
    await learned(place);
    const [older, newer] = [renewed(first), renewed(first)];
    const renew = async (ring: KeyRing) => {
      const store = await openStore(place, Date.now());
      await renewFeatures(store, featurePrintOf(ring)!, Date.now());
      expect(await lossOf(store.db)).toEqual(nothing);
      await store.close();
    };
    await renew(older);
    await renew(newer);
    const api = await start(place, newer);
    await teach(api, 1);
    await api.close();
    await expect(start(place, older)).rejects.toThrow("of another key");
    await renew(older);
    const back = await start(place, older);
    expect(await lossOf(back.store.db)).toEqual(nothing);
    await expectWhole(back, 3);
    await back.close();
  });

  test("an empty database takes a renewed key, and a key that was never renewed as ever", async () => {
    const [place, ring] = [await engine.newPlace(), renewed(first)];
    const api = await start(place, ring);
    expect(await featurePrintIn(api.store.db)).toBe(featurePrintOf(ring));
    await teach(api, 1);
    const kept = await lossOf(api.store.db);
    expect(kept.features).toBeGreaterThan(0);
    await api.close();
    const again = await start(place, ring);
    expect(await lossOf(again.store.db)).toEqual(kept);
    await expectWhole(again, 0);
    await again.close();
  });
});
