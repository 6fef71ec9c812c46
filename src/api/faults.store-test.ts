/** Killed again and again in a storm of openings, verdicts, corrections and undos: nothing acknowledged is lost, nothing is doubled. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type StorePlace } from "./store/store.ts";
import { engines } from "./testing/engines.ts";
import { claimsOf, startIssuer, type TestIssuer } from "./testing/issuer.ts";
import { amara, jonas, organisation, priya } from "./testing/organisation.ts";
import { type Started, startProcess } from "./testing/process.ts";
import { damageIn, someMore, startStorm } from "./testing/storm.ts";

jest.setTimeout(240_000);

const kills = 3;
let issuer: TestIssuer;
let folder: string;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-faults-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const authorizations = () =>
  Promise.all(
    [amara, jonas, priya].map(async (oid) => `Bearer ${await issuer.sign(claimsOf(Date.now(), { oid }))}`),
  );

function settingsFor(place: StorePlace): Record<string, string> {
  const file = join(folder, "organisation.json");
  const policy = { blindShare: 0.25 };
  writeFileSync(file, JSON.stringify(organisation({ jwksUri: issuer.jwksUri, policy })));
  return {
    DATA_DIR: join(folder, "data"),
    ORGANISATION_FILE: file,
    RATE_LIMIT_PER_MINUTE: "1000000",
    LEARN_EVERY_MS: "300",
    CONCORD_KEY: Buffer.alloc(32, 7).toString("base64url"),
    ...("databaseUrl" in place ? { DATABASE_URL: place.databaseUrl } : {}),
  };
}

describe.each(engines())("on %s", (name, engine) => {
  beforeAll(() => engine.start(), 60_000);
  afterAll(() => engine.stop());

  const placeFor = async (): Promise<StorePlace> =>
    name === "libsql" ? { file: join(folder, "data", "concord.db") } : engine.newPlace();

  test(`one process, killed ${kills} times at any moment`, async () => {
    const place = await placeFor();
    const settings = settingsFor(place);
    let running: Started | undefined = await startProcess(settings);
    const storm = startStorm({
      origin: () => running?.origin,
      authorizations: await authorizations(),
      panes: 8,
    });
    for (let kill = 0; kill < kills; kill++) {
      await someMore(storm);
      await running.kill();
      running = await startProcess(settings);
    }
    await someMore(storm);
    await storm.stop();
    expect(await running.end()).toBe(0);
    const store = await openStore(place, Date.now());
    expect(storm.acknowledged.verdicts.size).toBeGreaterThan(15);
    expect(storm.acknowledged.repeats).toBeGreaterThan(0);
    expect(await damageIn(store, storm.acknowledged)).toEqual([]);
    await store.close();
  });

  if (name === "libsql") return;
  test("three instances on one database, one of them killed again and again: clients finish everything once", async () => {
    const place = await placeFor();
    const settings = settingsFor(place);
    const instances: (Started | undefined)[] = [];
    for (let i = 0; i < 3; i++)
      instances.push(await startProcess({ ...settings, DATA_DIR: join(folder, `${i}`) }));
    const origin = () => {
      const alive = instances.filter((one) => one !== undefined);
      return alive[Math.floor(Math.random() * alive.length)]?.origin;
    };
    const storm = startStorm({ origin, authorizations: await authorizations(), panes: 8 });
    for (let kill = 0; kill < 3; kill++) {
      await someMore(storm);
      const i = kill % 3;
      const victim = instances[i]!;
      instances[i] = undefined;
      await victim.kill();
      instances[i] = await startProcess({ ...settings, DATA_DIR: join(folder, `${i}`) });
    }
    await storm.stop();
    for (const one of instances) expect(await one!.end()).toBe(0);
    const store = await openStore(place, Date.now());
    expect(storm.acknowledged.verdicts.size).toBeGreaterThan(15);
    expect(await damageIn(store, storm.acknowledged)).toEqual([]);
    await store.close();
  });
});
