/** `npm run bench:summary`: does a department's summary stay as fast when its messages grow from a hundred thousand to a million? */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "libsql";
import { applyOrganisation } from "../src/api/store/applyOrganisation.ts";
import { departmentKey } from "../src/api/store/departments.ts";
import { openStore, type Store } from "../src/api/store/store.ts";
import { verify } from "../src/api/store/verify.ts";
import { tenantId } from "../src/sandbox/personas.ts";
import { starters } from "../src/triage/starter/starters.ts";
import { machine, median, ms, quantile, table, times } from "./figures.ts";
import { departmentId, organisationOf, peopleWithTokens } from "./load/people.ts";
import { type Server, spawnServer } from "./server/spawn.ts";
import { fill } from "./summary/fill.ts";
import { dayMs, days, yearOf } from "./summary/year.ts";

const { values: options } = parseArgs({
  options: {
    /** 10,000,000 works as well: it takes minutes, and twenty gigabytes of disk */
    sizes: { type: "string", default: "100000,1000000" },
    /** how often a day the model changes: counters are kept for each version, so this is what they grow with */
    versions: { type: "string", default: "1" },
    requests: { type: "string", default: "60" },
  },
});
const sizes = options.sizes.split(",").map(Number);
const department = departmentKey(tenantId, departmentId);
const folder = mkdtempSync(join(tmpdir(), "concord-bench-summary-"));
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const now = Date.now();

const patienceMs = 60_000;

interface Sized {
  messages: number;
  versions: number;
  server: Server;
  filledInMs: number;
  startedInMs: number;
  megabytes: number;
  cells: number;
  rawMs: number;
  answers: { year: number[]; today: number[] };
}

async function main() {
  console.log(machine());
  const { authorizations, jwks } = await peopleWithTokens(folder);
  const keys = createServer((_, answer) => answer.end(JSON.stringify(jwks))).listen(0, "127.0.0.1");
  await new Promise((done) => keys.once("listening", done));
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  const all: Sized[] = [];
  try {
    for (const versions of options.versions.split(",").map(Number))
      for (const messages of sizes) all.push(await prepared(messages, versions, jwksUri));
    const until = performance.now() + patienceMs;
    for (let i = 0; i < Number(options.requests) && (i < 10 || performance.now() < until); i++)
      for (const one of all) await ask(one, authorizations[0]!, i > 2);
  } finally {
    for (const { server } of all) await server.stop();
    keys.close();
  }
  console.log(report(all));
  console.log(`\n${machine()}`);
}

async function prepared(messages: number, versions: number, jwksUri: string): Promise<Sized> {
  const place = join(folder, `${messages}-${versions}`);
  mkdirSync(place);
  const file = join(place, "concord.db");
  const store = await openStore({ file }, now);
  await applyOrganisation(store, organisationOf(jwksUri), starters, now);
  const from = performance.now();
  fill(file, department, yearOf(messages, now, versions));
  const filledInMs = performance.now() - from;
  if (messages === sizes[0]) await prove(store);
  await store.close();
  const raw = rawScan(file);
  const begun = performance.now();
  const server = await spawnServer("api.ts", [place, jwksUri], {
    env: { RATE_LIMIT_PER_MINUTE: "1000000", LOG_LEVEL: "error", DATABASE_URL: "" },
  });
  const startedInMs = performance.now() - begun;
  const megabytes = statSync(file).size / 1e6;
  return {
    messages,
    versions,
    server,
    filledInMs,
    startedInMs,
    megabytes,
    ...raw,
    answers: { year: [], today: [] },
  };
}

/** The generator is held to the product's own recount; a wrong one would measure something else. */
async function prove(store: Store): Promise<void> {
  const { differences } = await verify(store, department);
  if (differences.length > 0)
    throw new Error(`The generated store is wrong: ${differences.slice(0, 3).join("; ")}`);
}

/** The peer: the same states for the same twelve months from the feedback itself, by one statement. */
function rawScan(file: string): { cells: number; rawMs: number } {
  const database = new Database(file);
  const { cells } = database.prepare("select count(*) as cells from counter").get() as { cells: number };
  const from = performance.now();
  database
    .prepare(
      `select state, predicted_category, count(*) as n from current join feedback using (department, message_key)
        where department = ? and position = 1 and happened_at >= ? group by state, predicted_category`,
    )
    .all(department, now - days * dayMs);
  const rawMs = performance.now() - from;
  database.close();
  return { cells, rawMs };
}

async function ask({ server, answers, messages }: Sized, authorization: string, isCounted: boolean) {
  const address = `${server.origin}/api/departments/${departmentId}/summary`;
  const year = `?from=${dateOf(now - (days - 1) * dayMs)}&to=${dateOf(now)}`;
  for (const [what, query] of [
    ["year", year],
    ["today", ""],
  ] as const) {
    const from = performance.now();
    const reply = await fetch(address + query, { headers: { authorization } });
    const body = (await reply.json()) as { states: Record<string, number> };
    const took = performance.now() - from;
    if (!reply.ok) throw new Error(JSON.stringify(body));
    const counted = Object.values(body.states).reduce((sum, n) => sum + n, 0);
    if (what === "year" && counted !== messages) throw new Error(`counted ${counted} of ${messages}`);
    if (isCounted) answers[what].push(took);
  }
}

function report(all: readonly Sized[]): string {
  const smallest = ({ versions }: Sized) => all.find((one) => one.versions === versions)!;
  const ratio = (one: Sized, what: "year" | "today") =>
    times(median(one.answers[what]) / median(smallest(one).answers[what]));
  return table(
    `Summary of one department over HTTP (goals: 12 months within 50 ms, and within 1.50× of the smallest)`,
    [
      "messages",
      "versions a day",
      "12 months p50",
      "p95",
      "of the smallest",
      "today p50",
      "of the smallest",
      "raw scan, 12 months",
      "counter rows",
      "file",
      "filled in",
      "started in",
    ],
    all.map((one) => [
      one.messages.toLocaleString("en"),
      String(one.versions),
      ms(median(one.answers.year)),
      ms(quantile(one.answers.year, 0.95)),
      ratio(one, "year"),
      ms(median(one.answers.today)),
      ratio(one, "today"),
      ms(one.rawMs),
      one.cells.toLocaleString("en"),
      `${one.megabytes.toFixed(0)} MB`,
      `${(one.filledInMs / 1_000).toFixed(1)} s`,
      `${(one.startedInMs / 1_000).toFixed(1)} s`,
    ]),
  );
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
