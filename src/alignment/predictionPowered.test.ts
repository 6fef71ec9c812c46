import { addToBand, bandOf, emptyBand, predictionPowered } from "./predictionPowered.ts";

/** Opened mail: every tenth is blind; `right` says how often a message of this confidence is right. */
function bandsOf(messages: number, right: (confidence: number, i: number) => boolean, blindEvery = 10) {
  const bands = Array.from({ length: 10 }, emptyBand);
  for (let i = 0; i < messages; i++) {
    const confidence = [0.55, 0.75, 0.95][i % 3]!;
    const band = bandOf(confidence);
    bands[band] = addToBand(
      bands[band]!,
      confidence,
      i % blindEvery === 0 ? right(confidence, i) : undefined,
    );
  }
  return bands;
}

/** Right as often as the confidence says, evenly spread by the golden ratio. */
const calibrated = (confidence: number, i: number) => (i * 0.6180339887) % 1 < confidence;

test("bands are ten, and the ends are in them", () => {
  expect([0, 0.05, 0.1, 0.55, 0.99, 1].map(bandOf)).toEqual([0, 0, 1, 5, 9, 9]);
});

test("with a calibrated model the estimate is its mean confidence, tighter than the checks alone", () => {
  const { estimate, low, high, kind } = predictionPowered(bandsOf(30_000, calibrated))!;
  expect(estimate).toBeCloseTo(0.75, 2);
  expect(kind).toBe("fixedTime");
  const plain = 2 * 1.96 * Math.sqrt((0.75 * 0.25) / 3000);
  expect(high - low).toBeLessThan(plain);
});

test("a boasting model is brought back to what the blind checks saw", () => {
  const half = predictionPowered(bandsOf(60_000, (_, i) => i % 20 < 10))!;
  expect(half.low).toBeLessThan(0.5);
  expect(half.high).toBeGreaterThan(0.5);
});

test("too few blind checks give no figure", () => {
  expect(predictionPowered(bandsOf(150, calibrated))).toBeNull();
  expect(predictionPowered([])).toBeNull();
});

test("all checks right in a thin band is not taken for certainty", () => {
  const { low, high } = predictionPowered(bandsOf(630, () => true))!;
  expect(high - low).toBeGreaterThan(0.02);
});

test("bands can be kept apart by blind share, and pooled when they are thin", () => {
  const thin = bandsOf(300, calibrated);
  expect(predictionPowered(thin)).not.toBeNull();
  expect(thin.every((band) => band.blind < 20)).toBe(true);
});
