import { emptyWindow, type Watched, watch, windowOf } from "./drift.ts";
import { seeded } from "./simulation/seeded.ts";

function watchAll(errors: Iterable<boolean>): { last: Watched; alarms: number[] } {
  let last: Watched = { window: emptyWindow, drift: null };
  const alarms: number[] = [];
  let i = 0;
  for (const error of errors) {
    last = watch(last.window, error);
    if (last.drift) alarms.push(i);
    i += 1;
  }
  return { last, alarms };
}

const stream = (seed: number, ...parts: [n: number, rate: number][]) => {
  const random = seeded(seed);
  return parts.flatMap(([n, rate]) => Array.from({ length: n }, () => random() < rate));
};

test("the window holds every verdict while the model is steady, in little memory", () => {
  const errors = stream(1, [3000, 0.15]);
  const { last, alarms } = watchAll(errors);
  expect(alarms).toEqual([]);
  expect(windowOf(last.window).checks).toBe(3000);
  expect(windowOf(last.window).errorRate).toBeCloseTo(errors.filter(Boolean).length / 3000, 12);
  expect(last.window.rows.flat().length).toBeLessThan(70);
});

test("errors that jump from 10 % to 40 % are noticed within 150 checks, with both rates told", () => {
  const { alarms, last } = watchAll(stream(2, [600, 0.1], [300, 0.4]));
  expect(alarms[0]).toBeGreaterThanOrEqual(600);
  expect(alarms[0]).toBeLessThan(750);
  expect(windowOf(last.window).errorRate).toBeGreaterThan(0.25);
  const first = watchAll(stream(2, [600, 0.1], [300, 0.4]).slice(0, alarms[0]! + 1)).last.drift!;
  expect(first.after).toBeGreaterThan(first.before);
});

test("a steady model raises hardly a false alarm in a year of checks", () => {
  const alarmed = Array.from(
    { length: 40 },
    (_, run) => watchAll(stream(100 + run, [520, 0.2])).alarms.length > 0,
  );
  expect(alarmed.filter(Boolean).length).toBeLessThanOrEqual(2);
});

test("an empty window says nothing", () => {
  expect(windowOf(emptyWindow)).toEqual({ checks: 0, errorRate: null });
});

test("a watched window is a value: the old one stays as it was, and both survive a round trip through JSON", () => {
  const { last } = watchAll(stream(3, [100, 0.3]));
  const kept = JSON.parse(JSON.stringify(last.window));
  const again = watch(kept, true);
  expect(watch(last.window, true)).toEqual(again);
  expect(last.window).toEqual(kept);
});
