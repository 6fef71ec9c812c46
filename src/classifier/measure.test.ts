/** Claims about the figures a replay prints. */
import { conformalSet, fitMix, mixed, softmax, strangenessOf, type Trial } from "./calibration.ts";
import { abstentionCurve, calibrationErrorOf, figuresOf } from "./measure.ts";
import { randomOf } from "./solver.ts";

const sure = (truth: number, top: number, p = 0.9) => ({
  probabilities: [0, 1].map((k) => (k === top ? p : 1 - p)),
  truth,
});

test("accuracy, macro-F1 and log-loss are those of the textbook", () => {
  const figures = figuresOf([sure(0, 0), sure(0, 0), sure(0, 1), sure(1, 1)]);
  expect(figures.accuracy).toBe(0.75);
  expect(figures.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(figures.logLoss).toBeCloseTo((3 * -Math.log(0.9) - Math.log(0.1)) / 4);
});

test("nine of ten right at ninety per cent is no calibration error", () => {
  const ten = Array.from({ length: 10 }, (_, i) => sure(i === 0 ? 1 : 0, 0));
  expect(calibrationErrorOf(ten)).toBeCloseTo(0);
  expect(calibrationErrorOf(ten.map(({ truth }) => sure(truth, 0, 0.6)))).toBeCloseTo(0.3);
});

test("a label the model does not know counts as wrong", () => {
  expect(figuresOf([{ probabilities: [0.5, 0.5], truth: -1 }]).accuracy).toBe(0);
});

test("answering only the surest is never counted from the unsure", () => {
  const curve = abstentionCurve([sure(1, 0, 0.6), sure(0, 0, 0.99)], [1, 0.5]);
  expect(curve).toEqual([
    { answered: 1, accuracy: 0.5 },
    { answered: 0.5, accuracy: 1 },
  ]);
});

/** Scores three times too bold: the true logits are a third of what the expert says. */
function boldTrials(count: number, seed: number): Trial[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const logits = [0, 1, 2, 3].map(() => 4 * (random() - 0.5));
    const p = softmax(logits);
    const draw = random();
    const label = p.findIndex((_, k) => p.slice(0, k + 1).reduce((a, b) => a + b) > draw);
    return { experts: [Float64Array.from(logits, (x) => 3 * x)], label: Math.max(0, label) };
  });
}

test("bold scores are brought down to honest probabilities", () => {
  const [weight] = fitMix(boldTrials(2_000, 1), { means: [1], deviations: [5] });
  expect(weight).toBeCloseTo(1 / 3, 1);
});

test.each([0.8, 0.9, 0.95])(
  "prediction sets at %d hold the right label that often on new messages",
  (coverage) => {
    const past = boldTrials(1_000, 2);
    const mix = fitMix(past, { means: [1], deviations: [5] });
    const strangeness = strangenessOf(past, mix);
    const fresh = boldTrials(4_000, 3);
    const held = fresh.filter(({ experts, label }) =>
      conformalSet(softmax(mixed(experts, mix)), strangeness, coverage).includes(label),
    );
    expect(Math.abs(held.length / fresh.length - coverage)).toBeLessThan(0.03);
  },
);

test("a prediction set is never empty, and without experience follows the probabilities", () => {
  expect(conformalSet([0.2, 0.5, 0.3], [], 0.75)).toEqual([1, 2]);
  expect(conformalSet([0.2, 0.5, 0.3], Array(100).fill(0), 0.9)).toEqual([1]);
});
