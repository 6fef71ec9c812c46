/** `npm run bench:api`: predictions and verdicts per second and their latency, beside a bare route and a bare durable insert, on each engine. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { postgresPrograms, startPostgres } from "../src/api/testing/postgres.ts";
import type { Me } from "../src/triage/department.ts";
import { machine, median, ms, perSecond, share, table } from "./figures.ts";
import { type Answered, drive } from "./load/drive.ts";
import { pace } from "./load/pace.ts";
import { type People, peopleWithTokens } from "./load/people.ts";
import { featureTexts, type Opening, prediction, verdict } from "./load/requests.ts";
import { costliest } from "./profile.ts";
import { type Server, spawnServer } from "./server/spawn.ts";
import { stages } from "./stages.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "32" },
    engine: { type: "string", default: "both" },
    /** ms to PostgreSQL and back, as one network hop takes; for the peers too */
    delay: { type: "string", default: "0" },
    profile: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const connections = Number(options.connections);
/** Long enough for a p99 that is more than a few requests, and for what happens every few seconds, as a version going live. */
const paceSeconds = Math.max(15, seconds);
const goals = { predictions: 0.6, verdicts: 0.5 };

const folder = mkdtempSync(join(tmpdir(), "concord-bench-api-"));

async function main() {
  console.log(machine());
  const people = await peopleWithTokens(folder);
  const keys = createServer((_, answer) => answer.end(JSON.stringify(people.jwks))).listen(0, "127.0.0.1");
  await new Promise((done) => keys.once("listening", done));
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  if (options.engine !== "postgres") await measure("libsql, WAL, synchronous=FULL", people, jwksUri);
  if (options.engine !== "libsql") await onPostgres(people, jwksUri);
  keys.close();
  console.log(`\n${machine()}`);
}

async function onPostgres(people: People, jwksUri: string): Promise<void> {
  const programs = postgresPrograms();
  if (!programs) return console.log("\nPostgreSQL is not installed here: measured on libsql only.");
  const server = await startPostgres(programs, true);
  const [own, bare] = [new URL(await server.newDatabase()), new URL(await server.newDatabase())];
  const isFar = Number(options.delay) > 0;
  const far = isFar && (await spawnServer("far.ts", [own.port, options.delay]));
  if (far) own.port = bare.port = new URL(far.origin).port;
  try {
    const name = `PostgreSQL, fsync on${far ? `, ${options.delay} ms away` : ""}`;
    await measure(name, people, jwksUri, { own: own.href, bare: bare.href });
  } finally {
    if (far) await far.stop();
    await server.stop();
  }
}

async function measure(name: string, people: People, jwksUri: string, urls?: { own: string; bare: string }) {
  const place = mkdtempSync(join(folder, "engine-"));
  const env = {
    RATE_LIMIT_PER_MINUTE: "1000000",
    LOG_LEVEL: "info",
    DATABASE_URL: urls?.own ?? "",
  };
  const flags = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${place}`] : [];
  const api = await spawnServer("api.ts", [place, jwksUri], { env, flags });
  const bare = await spawnServer("bare.ts", [place, ...(urls ? [urls.bare] : [])]);
  try {
    console.log(await compared(name, people, api, bare));
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
    if (options.profile) console.log(costliest(place));
  }
}

async function compared(
  name: string,
  { authorizations }: People,
  api: Server,
  bare: Server,
): Promise<string> {
  const me = (await fetch(`${api.origin}/api/me`, { headers: { authorization: authorizations[0]! } }).then(
    (reply) => reply.json(),
  )) as Me;
  const features = await featureTexts(me.featureKey);
  const known = me.departments[0]!.taxonomy.categories.map(({ id }) => id);
  const openings: Opening[] = [];
  const open = () => prediction("/api", features, authorizations, openings);
  const openBare = () => prediction("/bare", features, authorizations);
  const openFloor = () => prediction("/floor", features, authorizations);
  console.log(await stages(features, me.featureKey));
  // A warm-up of all, not counted.
  await drive({ server: bare, connections, next: openBare, seconds: 2 });
  await drive({ server: bare, connections, next: openFloor, seconds: 1 });
  await drive({ server: api, connections, next: open, seconds: 4 });

  const predictions = { own: [] as Answered[], bare: [] as Answered[], floor: [] as Answered[] };
  for (let i = 0; i < rounds; i++) {
    predictions.bare.push(await drive({ server: bare, connections, next: openBare, seconds }));
    predictions.floor.push(await drive({ server: bare, connections, next: openFloor, seconds }));
    predictions.own.push(await drive({ server: api, connections, next: open, seconds }));
  }
  const peak = median(predictions.own.map((one) => one.perSecond));
  const half = await pace({ server: api, connections, next: open, seconds: paceSeconds, rate: peak / 2 });

  const judged = [...openings];
  // Half of them for the peak, half of them for half the peak.
  const amount = Math.floor(judged.length / (2 * rounds));
  const verdicts = { own: [] as Answered[], bare: [] as Answered[] };
  let n = 0;
  const say = () => verdict("/api", judged[n++ % judged.length]!, known);
  const sayBare = () => verdict("/bare", fresh(), known);
  for (let i = 0; i < rounds; i++) {
    verdicts.bare.push(await drive({ server: bare, connections, next: sayBare, seconds }));
    verdicts.own.push(await drive({ server: api, connections, next: say, amount }));
  }
  const verdictPeak = median(verdicts.own.map((one) => one.perSecond));
  const verdictHalf = await pace({
    server: api,
    connections,
    next: say,
    rate: verdictPeak / 2,
    seconds: Math.min(paceSeconds, (judged.length - n) / (verdictPeak / 2)),
  });
  return table(
    `${name}: ${connections} connections, ${rounds} rounds (medians)`,
    [
      "",
      "rate",
      "p50",
      "p99",
      "CPU each",
      "of the bare one",
      "goal",
      "at half the peak p50",
      "p99 (goal 50 ms)",
      "failed",
    ],
    [
      row("bare route, same schemas", predictions.bare),
      row("floor: it keeps the same bytes, batched", predictions.floor, predictions.bare),
      row("POST /api/predictions", predictions.own, predictions.bare, goals.predictions, half),
      row("bare route, one durable insert", verdicts.bare),
      row("PUT /api/verdicts", verdicts.own, verdicts.bare, goals.verdicts, verdictHalf),
    ],
  );
}

const fresh = (): Opening => {
  const { body, headers } = prediction("", ["{}"], ["-"]);
  const { predictionId, messageRef } = JSON.parse(body) as Opening;
  return { predictionId, messageRef, authorization: headers.authorization! };
};

function row(name: string, own: Answered[], bare?: Answered[], goal?: number, half?: Answered): string[] {
  const of = (all: Answered[], what: keyof Answered) => median(all.map((one) => one[what]));
  const ratios = (bare ?? []).map((one, i) => own[i]!.perSecond / one.perSecond);
  const ratio = bare && median(ratios);
  return [
    name,
    perSecond(of(own, "perSecond")),
    ms(of(own, "p50")),
    ms(of(own, "p99")),
    ms(of(own, "cpuMs")),
    ratio === undefined ? "1" : share(ratio),
    ratio === undefined || goal === undefined ? "" : `${share(goal)} ${ratio >= goal ? "met" : "MISSED"}`,
    half ? ms(half.p50) : "",
    half ? `${ms(half.p99)} ${half.p99 <= 50 ? "met" : "MISSED"}` : "",
    String([...own, ...(half ? [half] : [])].reduce((sum, one) => sum + one.failed, 0)),
  ];
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
