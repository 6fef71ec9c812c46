/** `npm run year`: fills a data folder with a year of eight departments and checks every number; `npm start` shows it. */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../api/store/store.ts";
import { checkYear } from "./check.ts";
import { fillYear } from "./fill.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: "data-year" },
    messages: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
    /** Only looks at a folder that was filled before. */
    check: { type: "boolean", default: false },
  },
});

const folder = resolve(values.to);
const file = join(folder, "concord.db");
if (!values.check && existsSync(file)) {
  console.error(`${file} exists already; name another folder with --to, or look at it with --check.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const now = Date.now();
const store = await openStore({ file }, now);
const started = performance.now();
if (!values.check) {
  await fillYear(store, {
    messages: Number(values.messages),
    today: now,
    seed: Number(values.seed),
    say: (line) => console.log(line),
  });
  console.log(`Written in ${Math.round((performance.now() - started) / 1_000)} s.`);
}
let faults = 0;
for (const { department, messages, differences, summaryMs, figuresMs } of await checkYear(store, now)) {
  const isSlow = summaryMs > 1_000 || figuresMs > 1_000;
  faults += differences.length + Number(isSlow);
  const equal = differences.length === 0 ? "every counter equals a recount" : `${differences.length} differ`;
  console.log(
    `${department}: ${messages} messages, ${equal}; summary ${summaryMs.toFixed(0)} ms, figures ${figuresMs.toFixed(0)} ms`,
  );
  for (const sentence of differences.slice(0, 3)) console.log(`  ${sentence}`);
}
await store.close();
console.log(`\nTo look at it: DATA_DIR=${folder} npm start, and sign in as Priya Raman (lead).`);
process.exitCode = faults === 0 ? 0 : 1;
