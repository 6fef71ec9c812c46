/** `npm run e2e`, and beside the store tests the second half of `npm test`: an end-to-end file that fails is run once more, alone, and both results are said. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  asPartial,
  closingLine,
  endToEndFailedIn,
  filesToRepeat,
  mostByChance,
  outcomeOf,
  type Report,
} from "./secondRun.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const jest = createRequire(import.meta.filename).resolve("jest/bin/jest");
const folder = mkdtempSync(join(tmpdir(), "concord-e2e-runs-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @returns what jest wrote; undefined when it did not come to test anything. */
async function run(
  name: string,
  projects: readonly string[],
  args: readonly string[],
): Promise<Report | undefined> {
  const file = join(folder, `${name}.json`);
  const all = [jest, "--selectProjects", ...projects, "--json", "--outputFile", file, ...args];
  const child = spawn(process.execPath, all, { cwd: root, stdio: ["inherit", "inherit", "pipe"] });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  for await (const line of createInterface(child.stderr)) console.error(asPartial(line));
  process.exitCode = (await ended) ?? 1;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

/** Beside each other they leave a core idle less often than one kind after the other: both wait much, for disks and browsers. */
const workersFor = (projects: readonly string[]) => (projects.length > 1 ? 3 : 2);

/** @param beside further projects to test in the same run; of them no file is run twice. */
async function testAll(beside: readonly string[], args: readonly string[]): Promise<void> {
  const projects = ["e2e", ...beside];
  const first = await run("first", projects, [`--maxWorkers=${workersFor(projects)}`, ...args]);
  if (!first || first.testResults.length === 0) return;
  const failed = filesToRepeat(first);
  if (endToEndFailedIn(first).length > failed.length)
    console.error(`More than ${mostByChance} files failed: that is no chance, and none is run once more.`);
  const second = new Map<string, Report | undefined>();
  for (const file of failed) {
    console.error(`\nFailed, and is run once more, alone: ${file}\n`);
    second.set(file, await run(`again-${second.size}`, ["e2e"], ["--runInBand", "--runTestsByPath", file]));
  }
  const outcome = outcomeOf(first, second, root);
  for (const warning of outcome.warnings) console.error(`\n${"=".repeat(80)}\n${warning}\n${"=".repeat(80)}`);
  console.error(closingLine(outcome));
  process.exitCode = outcome.isGreen ? 0 : 1;
}

const [option, ...rest] = process.argv.slice(2);
await (option === "--with-stores" ? testAll(["store"], rest) : testAll([], process.argv.slice(2)));
