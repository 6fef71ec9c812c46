/** The year is made by the generator in a process of its own, and counts only once it is whole. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoMessages, pristine } from "./beginning.ts";
import { makeYear } from "./makeYear.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Stands for the generator: takes what it takes, and leaves what it leaves. */
function program(ending: string): string {
  const file = join(folder, "program.mjs");
  writeFileSync(
    file,
    `import { mkdirSync, writeFileSync } from "node:fs";
const of = (name) => process.argv[process.argv.indexOf(name) + 1];
mkdirSync(of("--to"));
console.log("Quarter 1");
writeFileSync(of("--to") + "/year.json", of("--messages"));
${ending}`,
  );
  return file;
}

test("what was made to the end lies in its place, and its progress was told", async () => {
  const said: string[] = [];
  await makeYear(folder, (line) => said.push(line), program(""));
  expect(readFileSync(join(pristine(folder), "year.json"), "utf8")).toBe(String(demoMessages));
  expect(said).toEqual(["Quarter 1"]);
});

test("what broke off is no year, and its last words are told", async () => {
  const broken = program('console.log("The disk is full."); process.exitCode = 74;');
  await expect(makeYear(folder, () => {}, broken)).rejects.toThrow("exit 74: The disk is full.");
  expect(existsSync(pristine(folder))).toBe(false);
});
