/** Makes the demo's year in a process of its own, so that the sandbox can be used meanwhile. */
import { spawn } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { demoMessages, pristine } from "./beginning.ts";

const generator = join(import.meta.dirname, "..", "year", "year.cli.ts");
/** Whoever looks at the first day meanwhile comes first. */
const behind = 10;

/** Resolves when the whole year lies in the folder; rejects with the last line that was said. */
export function makeYear(folder: string, say: (line: string) => void, program = generator): Promise<void> {
  const making = `${pristine(folder)}-making`;
  rmSync(making, { recursive: true, force: true });
  const args = ["--to", making, "--messages", String(demoMessages), "--versions", "few"];
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.pid) setPriority(child.pid, behind);
  const end = () => child.kill();
  process.once("exit", end);
  let last = "";
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line) return;
    last = line;
    say(line);
  });
  return new Promise<void>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new Error(`exit ${code}: ${last}`))));
  })
    .then(() => {
      rmSync(pristine(folder), { recursive: true, force: true });
      renameSync(making, pristine(folder));
    })
    .finally(() => process.removeListener("exit", end));
}
