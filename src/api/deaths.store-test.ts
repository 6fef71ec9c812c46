/** Killed with SIGKILL at chosen statements of a migration, a publication and a recount: nothing is half there, and the next start goes on. */
import { deathsOf } from "./testing/deaths.ts";
import { engines } from "./testing/engines.ts";

jest.setTimeout(240_000);

/** Twenty of each, on both engines, are in `npm run bench:faults`. */
const kills = 1;
const [, engine] = engines()[0]!;
beforeAll(() => engine.start());
afterAll(() => engine.stop());

test.each(["migration", "publication", "recount"] as const)("in the middle of a %s", async (what) => {
  expect(await deathsOf(what, engine.newPlace, kills)).toEqual({ kills, damage: [] });
});
