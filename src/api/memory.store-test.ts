/** With far too little memory the API dies and comes back, or turns away in time: nothing acknowledged is lost, nothing is doubled. */
import type { StorePlace } from "./store/store.ts";
import { type Ballast, startBallast } from "./testing/ballast.ts";
import { engines } from "./testing/engines.ts";
import { type Acknowledged, damageAt, someMore, startStorm } from "./testing/storm.ts";
import { stormSuite } from "./testing/stormSuite.ts";
import { type Supervised, supervised } from "./testing/supervised.ts";

jest.setTimeout(240_000);

/** A little more than the process needs to start. */
const heapMb = 64;
const senders = 60;

const suite = stormSuite();

const settingsFor = (place: StorePlace, inFlight: number): Record<string, string> => ({
  ...suite.settingsFor(place),
  NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
  MAX_IN_FLIGHT: String(inFlight),
});

interface Strained {
  api: Supervised;
  ballast: Ballast;
  acknowledged: Acknowledged;
}

/** A storm, and beside it so much at once that it does not fit, until `isEnough`; afterwards everybody finishes what they began. */
async function strained(
  place: StorePlace,
  inFlight: number,
  isEnough: (strained: Strained) => boolean,
): Promise<Strained> {
  const api = await supervised(settingsFor(place, inFlight));
  const authorizations = await suite.authorizations();
  const storm = startStorm({ origin: api.origin, authorizations, panes: 6 });
  await someMore(storm);
  const ballast = startBallast(api.origin, authorizations[0]!, senders);
  const all = { api, ballast, acknowledged: storm.acknowledged };
  const until = Date.now() + 120_000;
  while (!isEnough(all) && !storm.hasFailed() && Date.now() < until)
    await new Promise((done) => setTimeout(done, 50));
  await ballast.stop();
  await someMore(storm);
  await storm.stop();
  await api.stop();
  for (const id of ballast.stored) storm.acknowledged.openings.add(id);
  return all;
}

describe.each(engines())("on %s", (name, engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test("an API that lets in more than its memory holds dies, comes back by itself, and has kept all it acknowledged", async () => {
    const place = await suite.placeFor(name, engine);
    const { api, acknowledged } = await strained(place, 1_000, (one) => one.api.deaths() >= 1);
    expect(api.deaths()).toBeGreaterThanOrEqual(1);
    expect(api.lastWords()).toMatch("heap out of memory");
    expect(acknowledged.openings.size).toBeGreaterThan(10);
    expect(await damageAt(place, acknowledged)).toEqual([]);
  });

  if (name !== "libsql") return;
  test("one that lets in little at once turns the others away in time and says when to come again", async () => {
    const place = await suite.placeFor(name, engine);
    const { ballast, acknowledged } = await strained(place, 6, (one) => one.ballast.refused().all >= 100);
    expect(ballast.refused().all).toBeGreaterThanOrEqual(100);
    expect(ballast.refused().mute).toBe(0);
    expect(await damageAt(place, acknowledged)).toEqual([]);
  });
});
