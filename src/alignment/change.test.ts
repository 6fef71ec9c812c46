/** What changed since a moment: real changes are found, steady shares are called so however often one looks. */
import { changeBetween, changeSince, couldBeChance } from "./change.ts";
import { differenceSequence } from "./intervals.ts";

test("compares what came in since with what was there before, not with the total that holds both", () => {
  const change = changeSince({ hits: 460, trials: 500 }, { hits: 600, trials: 700 });
  expect(change.since).toEqual({ hits: 140, trials: 200 });
  expect(change.gap).toBeCloseTo(0.7 - 0.92, 12);
  expect([change.low, change.high]).toEqual(
    differenceSequence({ hits: 140, trials: 200 }, { hits: 460, trials: 500 }),
  );
  expect(couldBeChance(change)).toBe(false);
});

test("a difference that few checks make could be chance", () => {
  const change = changeSince({ hits: 46, trials: 50 }, { hits: 63, trials: 70 });
  expect(change.gap).toBeCloseTo(-0.07, 12);
  expect(couldBeChance(change)).toBe(true);
});

test("without evidence on either side there is no difference to speak of", () => {
  const nothing = { hits: 0, trials: 0 };
  for (const change of [
    changeSince(nothing, { hits: 9, trials: 10 }),
    changeSince({ hits: 9, trials: 10 }, { hits: 9, trials: 10 }),
  ])
    expect(change).toMatchObject({ gap: null, low: -1, high: 1 });
});

test("where verdicts were taken back since, the totals are compared", () => {
  expect(changeSince({ hits: 90, trials: 100 }, { hits: 95, trials: 102 })).toEqual(
    changeBetween({ hits: 90, trials: 100 }, { hits: 95, trials: 102 }),
  );
  expect(changeSince({ hits: 90, trials: 100 }, { hits: 80, trials: 99 }).since).toEqual({
    hits: 80,
    trials: 99,
  });
});

test("on a steady share, no look of a whole year after a review calls the difference real", () => {
  const before = { hits: 425, trials: 500 };
  let calledReal = 0;
  for (let run = 0; run < 40; run++) {
    const isRight = drawing(run + 1, 0.85);
    let now = before;
    let isReal = false;
    for (let look = 0; look < 52; look++) {
      for (let i = 0; i < 20; i++) now = { hits: now.hits + (isRight() ? 1 : 0), trials: now.trials + 1 };
      isReal ||= !couldBeChance(changeSince(before, now));
    }
    if (isReal) calledReal++;
  }
  expect(calledReal).toBeLessThanOrEqual(2);
});

/** A fixed sequence of draws (a linear congruence), so that the test says the same every day. */
function drawing(seed: number, share: number): () => boolean {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 < share;
  };
}
