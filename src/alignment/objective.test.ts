import fc from "fast-check";
import { confidenceSequence } from "./intervals.ts";
import { checksUntilDecided, type Evidence, fewestChecks, type Goal, stateOf } from "./objective.ts";

const day = 86_400_000;
const goal: Goal = { target: 0.85, better: "higher", reviewRhythmMs: 90 * day, since: 0 };
const evidence = (hits: number, trials: number): Evidence => ({ hits, trials, lastAt: 50 * day });
const stateAt = (hits: number, trials: number, changes: Partial<Goal> = {}) =>
  stateOf({ ...goal, ...changes }, evidence(hits, trials), 60 * day);

test("met only when the whole interval is on the good side of the target", () => {
  expect(stateAt(950, 1000).kind).toBe("met");
  expect(stateAt(88, 100).kind).toBe("notYetKnown");
  expect(stateAt(700, 1000).kind).toBe("notMet");
});

test("for a share that should be low, the good side is below", () => {
  const few = { target: 0.1, better: "lower" } as const;
  expect(stateAt(20, 1000, few).kind).toBe("met");
  expect(stateAt(200, 1000, few).kind).toBe("notMet");
  expect(stateAt(9, 100, few).kind).toBe("notYetKnown");
});

test("without fresh evidence the state is out of date, however good it was", () => {
  expect(stateOf(goal, evidence(950, 1000), 140 * day).kind).toBe("met");
  expect(stateOf(goal, evidence(950, 1000), 141 * day)).toMatchObject({ kind: "outOfDate", since: 50 * day });
});

test("a new objective waits one review rhythm for its first evidence", () => {
  const none = { hits: 0, trials: 0, lastAt: null };
  expect(stateOf(goal, none, 90 * day)).toEqual({
    kind: "notYetKnown",
    low: 0,
    high: 1,
    moreChecks: "noEvidence",
  });
  expect(stateOf(goal, none, 91 * day)).toMatchObject({ kind: "outOfDate", since: 0 });
});

test("a share near the target is too close to call, and no number is made up", () => {
  expect(stateAt(85, 100)).toMatchObject({ kind: "notYetKnown", moreChecks: "tooCloseToCall" });
  expect(stateAt(852, 1000)).toMatchObject({ moreChecks: "tooCloseToCall" });
});

const undecided = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  .chain(([k, n]) =>
    fc.tuple(fc.constant(k), fc.constant(n), fc.double({ min: 0.05, max: 0.95, noNaN: true })),
  );

test("about N more checks: after N more of the same share it is decided, after N − 1 not yet", () => {
  fc.assert(
    fc.property(undecided, ([k, n, target]) => {
      const more = checksUntilDecided({ hits: k, trials: n }, { target });
      if (typeof more === "string" || more === 0) return;
      const decidedAfter = (extra: number) => {
        const [low, high] = confidenceSequence((k / n) * (n + extra), n + extra);
        return target <= low || target >= high;
      };
      expect(decidedAfter(more)).toBe(true);
      expect(decidedAfter(more - 1)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("nothing more is needed exactly when the state is decided", () => {
  fc.assert(
    fc.property(undecided, ([k, n, target]) => {
      const state = stateAt(k, n, { target });
      const more = checksUntilDecided({ hits: k, trials: n }, { target });
      expect(more === 0).toBe(state.kind === "met" || state.kind === "notMet");
    }),
  );
});

test("an empty objective knows the fewest checks that could settle it", () => {
  const n = fewestChecks({ target: 0.85 }) as number;
  const settles = (m: number) => confidenceSequence(m, m)[0] >= 0.85 || confidenceSequence(0, m)[1] < 0.85;
  expect([settles(n), settles(n - 1)]).toEqual([true, false]);
  expect(fewestChecks({ target: 0 })).toBe(1);
});
