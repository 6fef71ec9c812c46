/** Killed again and again in a storm of openings, verdicts, corrections and undos: nothing acknowledged is lost, nothing is doubled. */
import { join } from "node:path";
import { engines } from "./testing/engines.ts";
import { type Started, startProcess } from "./testing/process.ts";
import { inSize } from "./testing/size.ts";
import { damageAt, someMore, startStorm } from "./testing/storm.ts";
import { stormSuite } from "./testing/stormSuite.ts";

jest.setTimeout(240_000);

const kills = inSize({ long: 3, short: 1 });
const times = kills === 1 ? "once" : `${kills} times`;
const suite = stormSuite();

describe.each(engines())("on %s", (name, engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test(`one process, killed ${times} at any moment`, async () => {
    const place = await suite.placeFor(name, engine);
    const settings = suite.settingsFor(place);
    let running: Started | undefined = await startProcess(settings);
    const storm = startStorm({
      origin: () => running?.origin,
      authorizations: await suite.authorizations(),
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
    expect(storm.acknowledged.verdicts.size).toBeGreaterThan(5 * kills);
    expect(storm.acknowledged.repeats).toBeGreaterThan(0);
    expect(await damageAt(place, storm.acknowledged)).toEqual([]);
  });

  if (name === "libsql") return;
  test(`three instances on one database, one of them killed ${times}: clients finish everything once`, async () => {
    const place = await suite.placeFor(name, engine);
    const settings = suite.settingsFor(place);
    const instances: (Started | undefined)[] = [];
    for (let i = 0; i < 3; i++)
      instances.push(await startProcess({ ...settings, DATA_DIR: join(suite.folder(), `${i}`) }));
    const origin = () => {
      const alive = instances.filter((one) => one !== undefined);
      return alive[Math.floor(Math.random() * alive.length)]?.origin;
    };
    const storm = startStorm({ origin, authorizations: await suite.authorizations(), panes: 8 });
    for (let kill = 0; kill < kills; kill++) {
      await someMore(storm);
      const i = kill % 3;
      const victim = instances[i]!;
      instances[i] = undefined;
      await victim.kill();
      instances[i] = await startProcess({ ...settings, DATA_DIR: join(suite.folder(), `${i}`) });
    }
    await storm.stop();
    for (const one of instances) expect(await one!.end()).toBe(0);
    expect(storm.acknowledged.verdicts.size).toBeGreaterThan(5 * kills);
    expect(await damageAt(place, storm.acknowledged)).toEqual([]);
  });
});
