/** The page on Outlook's rough edges is true: every test and every switch it names is there, and no switch is left out. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Faults, faultChoices, faultNames, faultsAsText, faultsFrom, noFaults } from "./faults.ts";
import { roughEdges, roughEdgesPage } from "./roughEdges.ts";
import { faultGroups } from "./web/dock/faultLabels.ts";

const source = join(__dirname, "..");
const page = join(source, "..", "docs", "rough-edges.md");

test.each(roughEdges.map((edge, at) => [at + 1, edge] as const))(
  "row %i names tests that are there and a way to see it by hand",
  (_, { tests, faults, byHand }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, title] of tests) {
      const text = readFileSync(join(source, file), "utf8");
      expect([
        file,
        title,
        new RegExp(`^\\s*["\`]${escaped(title)}|\\(\\s*["\`]${escaped(title)}`, "m").test(text),
      ]).toEqual([file, title, true]);
    }
    expect(faults.length > 0 || byHand !== undefined).toBe(true);
    for (const fault of faults) {
      const set = faultsFrom(fault);
      expect(faultsAsText(set).split(",").length).toBe(
        fault.replace(/bodyTimes:always/, "").split(",").length,
      );
      expect(set).not.toEqual(noFaults);
    }
  },
);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("each of the seventeen rows of the field notes has its row, and the panel a switch for each fault", () => {
  expect(roughEdges).toHaveLength(17);
  expect(faultGroups.flatMap(({ names }) => names).sort()).toEqual([...faultNames].sort());
});

test("every fault the panel offers is on the page", () => {
  const named = roughEdges.flatMap(({ faults }) => faults.flatMap((fault) => fault.split(",")));
  const isOffered = (name: keyof Faults, value: unknown) =>
    value !== noFaults[name] && typeof value !== "number";
  const offered = faultNames.flatMap((name) =>
    (faultChoices[name] as readonly unknown[])
      .filter((value) => isOffered(name, value))
      .map((value) => `${name}:${value}`),
  );
  expect(offered.filter((one) => !named.includes(one))).toEqual([]);
});

test("the page in docs says what the table says", () => {
  if (process.env.ACCEPT_DOCS === "1") writeFileSync(page, roughEdgesPage());
  expect(existsSync(page) && readFileSync(page, "utf8")).toBe(roughEdgesPage());
});
