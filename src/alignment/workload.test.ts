import { workloadOf } from "./workload.ts";

const work = {
  verdicts: 100,
  presses: 130,
  onePress: 80,
  confirmed: 70,
  confirmedMs: 280_000,
  askedMs: 90_000,
};

test("minutes saved are measured against the department's own baseline", () => {
  expect(workloadOf(work, 34_000)).toMatchObject({
    pressesPerVerdict: 1.3,
    askedMinutes: 1.5,
    savedMinutes: 35,
  });
  expect(workloadOf(work, 34_000).onePressShare).toMatchObject({ share: 0.8, trials: 100 });
});

test("without a measured baseline nothing is claimed to be saved", () => {
  expect(workloadOf(work, null).savedMinutes).toBeNull();
});

test("a model slower than no model is said to cost minutes", () => {
  expect(workloadOf(work, 2_000).savedMinutes).toBeLessThan(0);
});

test("without verdicts there is no effort to speak of", () => {
  const none = { verdicts: 0, presses: 0, onePress: 0, confirmed: 0, confirmedMs: 0, askedMs: 0 };
  expect(workloadOf(none, 30_000)).toMatchObject({ pressesPerVerdict: null, savedMinutes: 0 });
});
