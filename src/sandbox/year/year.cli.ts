/** `npm run year`: fills a data folder with a year of eight departments and checks every number; `npm start` shows it. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../api/store/store.ts";
import { Mistake, runCommand } from "../../shell/command.ts";
import { checkYear } from "./check.ts";
import { hasOtherData, hasYear, prepareYear } from "./folder.ts";
import { simulatedOrganisation } from "./organisation.ts";
import { fewVersions } from "./year.ts";

const options = {
  to: { type: "string", default: "data-year" },
  messages: { type: "string", default: "200000" },
  seed: { type: "string", default: "1" },
  versions: { type: "string", default: "quarterly" },
  /** Only looks at a folder that was filled before. */
  check: { type: "boolean", default: false },
} as const;

/** A lead should not wait for the page. */
const slowMs = 1_000;

const usage =
  "npm run year -- [--to FOLDER] [--messages NUMBER] [--seed NUMBER] [--versions quarterly|few] [--check]";

function whole(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new Mistake(`--${option} is a whole number.\n${usage}`);
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const messages = whole("messages", values.messages);
  const seed = whole("seed", values.seed);
  const folder = resolve(values.to);
  if (!values.check && (hasYear(folder) || hasOtherData(folder)))
    throw new Mistake(
      `${folder} is filled already; name another folder with --to, or look at it with --check.`,
    );
  if (values.check && !existsSync(join(folder, "concord.db")))
    throw new Mistake(`There is no database in ${folder} to check.`);
  const now = Date.now();
  const started = performance.now();
  if (!values.check) {
    await prepareYear({
      folder,
      organisation: simulatedOrganisation(),
      messages,
      today: now,
      seed,
      ...(values.versions === "few" ? { trains: fewVersions } : {}),
      say: (line) => console.log(line),
    });
    console.log(`Written in ${Math.round((performance.now() - started) / 1_000)} s.`);
  }
  const store = await openStore({ file: join(folder, "concord.db") }, now);
  let faults = 0;
  for (const { department, messages, numbers, differences, ms } of await checkYear(store, now)) {
    faults += differences.length + Number(ms.page! > slowMs);
    const equal = differences.length === 0 ? "all equal a recount" : `${differences.length} differ`;
    const times = Object.entries(ms).map(([name, time]) => `${name} ${time.toFixed(0)} ms`);
    const ratio = (ms.page! / ms.floor!).toFixed(0);
    console.log(
      `${department}: ${messages} messages, ${numbers} numbers of the page and every counter: ${equal}`,
    );
    console.log(`  ${times.join(", ")}; the page takes ${ratio} times the floor`);
    for (const sentence of differences.slice(0, 3)) console.log(`  ${sentence}`);
  }
  await store.close();
  console.log(`\nTo look at it: DATA_DIR=${folder} npm start, and sign in as Priya Raman (lead).`);
  return faults === 0 ? 0 : 1;
}

export const command = { main, usage, misused: 2 };
export const ended = runCommand(command);
