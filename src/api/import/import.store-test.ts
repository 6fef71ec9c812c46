/** A department starts warm: imported mail is learned like verdicts, all of it or nothing, and can be taken out again. */
import { departmentsOf } from "../store/departments.ts";
import { startTestApi, type TestApi } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { checked } from "./checked.ts";
import { keepReady, removeAll } from "./keep.ts";
import { labelsOf } from "./labels.ts";
import type { Found } from "./record.ts";

jest.setTimeout(120_000);

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const start = async () =>
    startTestApi({ place: await engine.newPlace(), issuer, policy: { blindShare: 0 } });
  const service = async (api: TestApi) =>
    (await departmentsOf(api.store.db, tid)).find(({ id }) => id === "service")!;
  const mail = (category: string, body: string, i: number): Found => ({
    place: `row ${i}`,
    subject: "",
    body,
    sender: "",
    category,
    priority: "",
    id: `${category} ${i}`,
    receivedAt: i,
  });
  const readyOf = async (api: TestApi, items: readonly Found[]) => {
    const department = await service(api);
    return checked(items, labelsOf(department.taxonomy, new Map()), api.keys.feature, undefined).ready;
  };
  const history = Array.from({ length: 12 }, (_, i) => [
    mail("contract", `zebra ${i} stripes`, i),
    mail("delivery", `quokka ${i} smile`, i),
  ]).flat();
  const call = async (api: TestApi, text: string) =>
    (await api.model.predict(await service(api), api.featuresFor(text)))!;

  test("imported mail is in the next version, with nothing answered yet", async () => {
    const api = await start();
    const ready = await readyOf(api, history);
    expect(await keepReady(api.store, await service(api), api.keys, ready, api.clock.now)).toBe(24);
    await api.learn();
    const { categories, modelVersion } = await call(api, "zebra stripes");
    expect(modelVersion).toBe("v1");
    expect(categories[0]!.category).toBe("contract");
    expect((await call(api, "quokka smile")).categories[0]!.category).toBe("delivery");
    await api.close();
  });

  test("the same import again changes nothing and makes no version", async () => {
    const api = await start();
    const ready = await readyOf(api, history);
    const department = await service(api);
    await keepReady(api.store, department, api.keys, ready, api.clock.now);
    await api.learn();
    expect(await keepReady(api.store, department, api.keys, ready, api.clock.now)).toBe(0);
    await api.learn();
    expect((await call(api, "zebra stripes")).modelVersion).toBe("v1");
    await api.close();
  });

  test("an import that breaks off in the middle has stored nothing", async () => {
    const api = await start();
    const ready = await readyOf(api, history);
    const broken = [...ready.slice(0, 20), { ...ready[20]!, category: null as never }];
    await expect(keepReady(api.store, await service(api), api.keys, broken, api.clock.now)).rejects.toThrow();
    expect(await api.store.db.selectFrom("imported").select("message_key").execute()).toEqual([]);
    await api.close();
  });

  test("what is taken out again is forgotten by the next version", async () => {
    const api = await start();
    const department = await service(api);
    const before = await call(api, "zebra stripes");
    await keepReady(api.store, department, api.keys, await readyOf(api, history), api.clock.now);
    await api.learn();
    expect((await call(api, "zebra stripes")).categories).not.toEqual(before.categories);
    expect(await removeAll(api.store, department, api.clock.now)).toBe(24);
    await api.learn();
    const after = await call(api, "zebra stripes");
    expect(after.modelVersion).toBe("v2");
    after.categories.forEach(({ probability }, i) => {
      expect(probability).toBeCloseTo(before.categories[i]!.probability, 4);
    });
    await api.close();
  });
});
