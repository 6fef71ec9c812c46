import { asPartial, closingLine, filesToRepeat, mostByChance, outcomeOf, type Report } from "./secondRun.ts";

const file = (name: string, ...statuses: string[]): Report["testResults"][number] => ({
  name: `/house/src/${name}.e2e.ts`,
  status: statuses.includes("failed") || statuses.length === 0 ? "failed" : "passed",
  message: statuses.includes("failed") ? `● ${name} › expected 1, received 2` : "",
  assertionResults: statuses.map((status) => ({ status })),
});
const report = (...testResults: Report["testResults"]): Report => ({ testResults });
const again = (...files: Report["testResults"]) => new Map(files.map((one) => [one.name, report(one)]));

const green = report(file("a", "passed", "passed"), file("b", "passed", "pending"));
const red = report(file("a", "passed", "passed"), file("b", "failed", "passed"));

test("when all are green none is run again, and nothing is warned of", () => {
  expect(filesToRepeat(green)).toEqual([]);
  const outcome = outcomeOf(green, new Map(), "/house");
  expect(outcome).toEqual({ isGreen: true, counts: { failed: 0, skipped: 1, passed: 3 }, warnings: [] });
  expect(closingLine(outcome)).toBe("Tests:       1 skipped, 3 passed, 4 total");
});

test("only a file that failed is run again", () => {
  expect(filesToRepeat(red)).toEqual(["/house/src/b.e2e.ts"]);
});

test("a store test that failed is never run again, and stays red", () => {
  const store = { ...file("c", "failed"), name: "/house/src/c.store-test.ts" };
  const both = report(file("b", "failed", "passed"), store);
  expect(filesToRepeat(both)).toEqual(["/house/src/b.e2e.ts"]);
  const outcome = outcomeOf(both, again(file("b", "passed", "passed")), "/house");
  expect(outcome).toMatchObject({ isGreen: false, counts: { failed: 1, passed: 2 } });
});

test("a file that is green alone counts once and as green, and the first failure is kept and said aloud", () => {
  const outcome = outcomeOf(red, again(file("b", "passed", "passed")), "/house");
  expect(outcome.isGreen).toBe(true);
  expect(closingLine(outcome)).toBe("Tests:       4 passed, 4 total");
  expect(outcome.warnings).toEqual([
    "WARNING: failed at first, green alone: src/b.e2e.ts\nWhat failed the first time:\n● b › expected 1, received 2",
  ]);
});

test("a file that is red twice stays red, also when another of its tests is the red one", () => {
  const outcome = outcomeOf(red, again(file("b", "passed", "failed")), "/house");
  expect(outcome).toMatchObject({ isGreen: false, counts: { failed: 1, passed: 3 } });
  expect(outcome.warnings[0]).toMatch(/^FAILED TWICE, .*: src\/b\.e2e\.ts/);
});

test("a file that cannot be loaded, or whose second run breaks off, is red", () => {
  const broken = report(file("a", "passed"), file("c"));
  expect(outcomeOf(broken, again(file("c")), "/house")).toMatchObject({
    isGreen: false,
    counts: { failed: 1, passed: 1 },
  });
  const brokenOff = new Map([["/house/src/b.e2e.ts", undefined]]);
  expect(outcomeOf(red, brokenOff, "/house")).toMatchObject({ isGreen: false, counts: { failed: 1 } });
});

test("where very many files fail it is no chance: none is run again, and all stay red", () => {
  const files = Array.from({ length: mostByChance + 1 }, (_, at) => file(`f${at}`, "failed"));
  expect(filesToRepeat(report(...files))).toEqual([]);
  expect(filesToRepeat(report(...files.slice(1)))).toHaveLength(mostByChance);
  expect(outcomeOf(report(...files), new Map(), "/house").isGreen).toBe(false);
});

test("a single run's closing line is not counted, in colours or without", () => {
  expect(asPartial("Tests:       1 failed, 2 total")).toBe("In this run, Tests:       1 failed, 2 total");
  expect(asPartial("\u001b[1mTests:       \u001b[22m2 total")).toMatch(/^In this run, /);
  expect(asPartial("  Tests: in a message")).toBe("  Tests: in a message");
});
