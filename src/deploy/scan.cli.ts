/** npm run scan : secrets in the files and in all that was ever committed, licences and advisories of what runs in production. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { exitCodes, Mistake, runCommand } from "../shell/command.ts";
import { advisoriesIn } from "./scan/advisories.ts";
import { type LockFile, licenceFaults, productionCount } from "./scan/licences.ts";
import { filesIn, historyOf, type Text } from "./scan/texts.ts";

const usage = `npm run scan [-- FOLDER]    looks for secrets, licences and advisories; FOLDER is this project unless named
Ends with 1 when something was found. What could not be asked is said, and is no finding.`;

interface Part {
  looked: string;
  faults: string[];
}

/** Its rules come from packages that a server leaves out. */
async function rules(): Promise<typeof import("./scan/secrets.ts")> {
  try {
    return await import("./scan/secrets.ts");
  } catch {
    throw new Mistake("The scan needs the packages for development: npm ci.", exitCodes.missing);
  }
}

async function secretPart(what: string, texts: Iterable<Text>): Promise<Part> {
  const { secretsIn } = await rules();
  const faults: string[] = [];
  let count = 0;
  for (const { place, content } of texts) {
    count++;
    for (const { line, what } of await secretsIn(content, place)) faults.push(`${place}:${line}: ${what}`);
  }
  return { looked: `Secrets: ${count} texts of ${what}.`, faults };
}

async function historyPart(folder: string): Promise<Part> {
  const history = historyOf(folder);
  return history
    ? secretPart("the whole history", history)
    : {
        looked: "Secrets: the history was NOT looked at, this clone holds only its newest part.",
        faults: [],
      };
}

function licencePart(folder: string): Part {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as LockFile;
  return {
    looked: `Licences: ${productionCount(lock)} packages of production.`,
    faults: licenceFaults(lock),
  };
}

function advisoryPart(folder: string): Part {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json", "--no-offline"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const { found, unanswered } = advisoriesIn(stdout ?? "");
  return found
    ? { looked: "Advisories: asked of the registry.", faults: found }
    : { looked: `Advisories: NOT looked at, since the registry did not answer (${unanswered}).`, faults: [] };
}

async function main(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const folder = resolve(positionals[0] ?? join(import.meta.dirname, "..", ".."));
  const parts = [
    await secretPart("the files", filesIn(folder)),
    await historyPart(folder),
    licencePart(folder),
    advisoryPart(folder),
  ];
  for (const { looked, faults } of parts) {
    console.log(looked);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  const count = parts.reduce((sum, { faults }) => sum + faults.length, 0);
  console.log(count === 0 ? "Nothing was found in what was looked at." : `${count} found.`);
  return count === 0 ? 0 : 1;
}

export const command = { main, usage };
// Secretlint goes on measuring its rules for minutes after they are done.
export const ended = runCommand(command).then(() => process.exit());
