/** `npm run bench:soak`: openings and verdicts of many hours in a row, with a heap that is kept small: does memory stay where it is? */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Me } from "../src/triage/department.ts";
import { machine, median, ms, table } from "./figures.ts";
import { drive } from "./load/drive.ts";
import { peopleWithTokens } from "./load/people.ts";
import { featureTexts, type Opening, prediction, verdict } from "./load/requests.ts";
import { spawnServer } from "./server/spawn.ts";

const { values: options } = parseArgs({
  options: {
    /** two hundred panes that open and answer a message every half minute make 400 of each a minute */
    rounds: { type: "string", default: "20" },
    messages: { type: "string", default: "1200" },
    connections: { type: "string", default: "16" },
    /** megabytes for everything that lives long */
    heap: { type: "string", default: "160" },
  },
});
const rounds = Number(options.rounds);
const amount = Number(options.messages);
const connections = Number(options.connections);
/** The first rounds fill caches. */
const settled = Math.ceil(rounds / 4);
const mostGrowth = 1.1;
const folder = mkdtempSync(join(tmpdir(), "concord-bench-soak-"));

interface Round {
  rssMb: number;
  p99: { predictions: number; verdicts: number };
  failed: number;
}

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1_000;

async function main() {
  console.log(machine());
  const { authorizations, jwks } = await peopleWithTokens(folder);
  const keys = createServer((_, answer) => answer.end(JSON.stringify(jwks))).listen(0, "127.0.0.1");
  await new Promise((done) => keys.once("listening", done));
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  const server = await spawnServer("api.ts", [join(folder, "data"), jwksUri], {
    env: { RATE_LIMIT_PER_MINUTE: "1000000", LOG_LEVEL: "info", DATABASE_URL: "" },
    flags: [`--max-old-space-size=${options.heap}`],
  });
  const headers = { authorization: authorizations[0]! };
  const me = (await (await fetch(`${server.origin}/api/me`, { headers })).json()) as Me;
  const features = await featureTexts(me.featureKey);
  const known = me.departments[0]!.taxonomy.categories.map(({ id }) => id);
  const all: Round[] = [];
  for (let i = 0; i < rounds; i++) {
    const opened: Opening[] = [];
    const open = () => prediction("/api", features, authorizations, opened);
    const openings = await drive({ server, connections, next: open, amount });
    let n = 0;
    const say = () => verdict("/api", opened[n++ % opened.length]!, known);
    const verdicts = await drive({ server, connections, next: say, amount });
    all.push({
      rssMb: rssOf(server.pid),
      p99: { predictions: openings.p99, verdicts: verdicts.p99 },
      failed: openings.failed + verdicts.failed,
    });
  }
  await server.stop();
  keys.close();
  console.log(report(all));
  console.log(`\n${machine()}`);
}

function report(all: readonly Round[]): string {
  const later = all.slice(settled).map(({ rssMb }) => rssMb);
  const half = Math.floor(later.length / 2);
  const growth = median(later.slice(half)) / median(later.slice(0, half));
  const failed = all.reduce((sum, one) => sum + one.failed, 0);
  if (growth > mostGrowth || failed > 0) process.exitCode = 1;
  const rows = all.map(({ rssMb, p99 }, i) => [
    String((i + 1) * amount * 2),
    `${rssMb.toFixed(0)} MB`,
    ms(p99.predictions),
    ms(p99.verdicts),
  ]);
  return `${table(
    `Memory of one process, openings and verdicts, at most ${options.heap} MB of heap`,
    ["requests", "resident", "predictions p99", "verdicts p99"],
    rows,
  )}\n\nLater half beside the one before: ${growth.toFixed(2)}× (goal ${mostGrowth}×: ${growth <= mostGrowth ? "met" : "MISSED"}); ${failed} failed.`;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
