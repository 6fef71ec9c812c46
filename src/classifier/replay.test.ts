/** Claims about replays. */
import { labelsOf, learningCurve, type ReplayOptions, replay, stream } from "./replay.ts";
import { readMail, rowsOf } from "./replayRows.ts";

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

const jsonLines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const odd: Readonly<Record<string, readonly object[]>> = {
  "two categories": [1, 2, 3, 4].map((n) => ({ body: `mail ${n}`, category: n % 2 ? "a" : "b" })),
  "one category": [1, 2, 3].map((n) => ({ body: `mail ${n}`, category: "a" })),
  "a hundred and fifty categories": Array.from({ length: 150 }, (_, n) => ({
    body: `word${n % 150} of topic`,
    category: `topic ${n % 150}`,
  })),
  "one message a category": ["a", "b", "c"].map((category) => ({ body: `about ${category}`, category })),
  "texts that are empty, missing or of another kind": [
    { category: "a", body: "" },
    { category: "b" },
    { category: "a", subject: null, body: 7 },
    { category: "b", body: { html: "x" } },
  ],
  "Japanese and Arabic": [
    { body: "注文した商品が届きません。返金してください", category: "返金" },
    { body: "パスワードを忘れました", category: "アカウント" },
    { body: "أريد استرداد أموالي من فضلكم", category: "استرداد" },
    { body: "نسيت كلمة المرور", category: "حساب" },
  ],
  "the same row many times": Array.from({ length: 60 }, (_, n) => ({
    id: "same",
    body: "again and again",
    category: n % 3 ? "a" : "b",
  })),
  "labels that are numbers": [1, 2, 3, 4].map((n) => ({ body: `mail ${n}`, category: n % 2 })),
  "labels every object inherits": ["constructor", "__proto__", "toString"].map((category) => ({
    body: `a ${category}`,
    category,
  })),
};

test.each(Object.entries(odd))("%s: a replay gives figures all the same", (_, rows) => {
  const mail = rowsOf(jsonLines(rows), "category", "k");
  expect(mail).toHaveLength(rows.length);
  const { accuracy, macroF1, logLoss, calibrationError, modelBytes } = replay(mail, mail, options);
  for (const share of [accuracy, macroF1, calibrationError]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  expect(Number.isFinite(logLoss)).toBe(true);
  expect(modelBytes).toBeLessThan(20_000_000);
});

test("a label that was never learned counts as wrong, in accuracy and in macro-F1", () => {
  const train = rowsOf(lines(0, 30), "category", "k");
  const test = rowsOf(`${lines(30, 33)}\n{"body": "about the parcel", "category": "new"}`, "category", "k");
  const { accuracy, macroF1 } = replay(train, test, options);
  expect(accuracy).toBe(0.75);
  expect(macroF1).toBeLessThan(0.8);
});

test("priorities of any usual name stand in their order", () => {
  const rows = ["urgent", "low", "high", "normal"].map((priority) => ({ body: "x", priority }));
  const mail = rowsOf(jsonLines(rows), "priority", "k");
  expect(labelsOf(mail, { ...options, field: "priority" }).map(({ id }) => id)).toEqual([
    "low",
    "normal",
    "high",
    "urgent",
  ]);
});

test("lines without the label are kept apart, to be observed", () => {
  const { rows, unlabelled, messages } = readMail(
    `\ufeff${lines(0, 3)}\n{"body": "unanswered"}`,
    "category",
    "k",
  );
  expect([rows.length, messages.length, unlabelled.length]).toEqual([3, 3, 1]);
  expect(replay(rows, rows, { ...options, unlabelled }).messages).toBe(3);
});
