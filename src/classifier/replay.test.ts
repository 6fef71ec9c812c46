/** Claims about replays. */
import { learningCurve, type ReplayOptions, replay, stream } from "./replay.ts";
import { rowsOf } from "./replayRows.ts";

const options: ReplayOptions = { field: "category", key: "k", seed: 1, clock: () => 0 };
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const [category, word] = [
      ["delivery", "parcel"],
      ["refund", "money"],
      ["account", "password"],
    ][(from + i) % 3] as [string, string];
    return JSON.stringify({
      id: `m${from + i}`,
      subject: "",
      body: `about the ${word} number ${from + i}`,
      category,
    });
  }).join("\n");

test("a replay on separable mail is right, and says so in every figure", () => {
  const report = replay(
    rowsOf(lines(0, 60), "category", "k"),
    rowsOf(lines(60, 90), "category", "k"),
    options,
  );
  expect(report.accuracy).toBe(1);
  expect(report.macroF1).toBe(1);
  expect(report.logLoss).toBeLessThan(0.2);
  expect(report.modelBytes).toBeGreaterThan(1_000);
});

test("the same replay twice gives the same figures", () => {
  const rows = rowsOf(lines(0, 40), "category", "k");
  expect(replay(rows, rows, options)).toEqual(replay(rows, rows, options));
});

test("a stream predicts each message before it learns it", () => {
  const { points, whole } = stream(rowsOf(lines(0, 50), "category", "k"), options);
  expect(points.map(({ after }) => after)).toEqual([10, 25, 50]);
  expect(points[0]!.accuracy).toBeLessThan(1);
  expect(points[2]!.accuracy).toBeGreaterThan(0.9);
  expect(whole.messages).toBe(50);
});

test("a learning curve has no more points than verdicts", () => {
  const rows = rowsOf(lines(0, 30), "category", "k");
  expect(learningCurve(rows, rows, options).map(({ after }) => after)).toEqual([10, 25]);
});

test("a broken line is named by its number, a line without the field is passed over", () => {
  expect(() => rowsOf(`${lines(0, 2)}\n{"id": 3`, "category", "k")).toThrow("Line 3");
  expect(() => rowsOf("[1]", "category", "k")).toThrow("Line 1");
  expect(rowsOf(lines(0, 2), "priority", "k")).toEqual([]);
});
