/** `npm run bench:panes`: two hundred panes at once with the pane's own client and outbox; calm, and against an API that has room for a few requests only. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../src/api/store/store.ts";
import { damageIn } from "../src/api/testing/storm.ts";
import { type Crowd, crowd } from "../src/sandbox/crowd.ts";
import { machine, ms, quantile, table } from "./figures.ts";
import { peopleWithTokens } from "./load/people.ts";
import { spawnServer } from "./server/spawn.ts";

const { values: options } = parseArgs({
  options: {
    panes: { type: "string", default: "200" },
    messages: { type: "string", default: "20" },
    pause: { type: "string", default: "2000" },
    /** requests in work at once, of an API that is too small for them */
    room: { type: "string", default: "12" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "concord-bench-panes-"));

async function main() {
  console.log(machine());
  const { authorizations, jwks } = await peopleWithTokens(folder);
  const tokens = authorizations.map((one) => one.replace("Bearer ", ""));
  const keys = createServer((_, answer) => answer.end(JSON.stringify(jwks))).listen(0, "127.0.0.1");
  await new Promise((done) => keys.once("listening", done));
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  const calm = await through("calm", tokens, jwksUri, Number(options.pause), {});
  const crowded = await through("overload", tokens, jwksUri, 0, { MAX_IN_FLIGHT: options.room });
  keys.close();
  console.log(
    table(
      `${options.panes} panes, ${options.messages} messages each (goal: every verdict stored once, overload refused with Retry-After)`,
      [
        "",
        "predicted",
        "p50",
        "p99",
        "not predicted in time",
        "verdicts and undos",
        "press to receipt p50",
        "longest",
        "429 and 503",
        "without Retry-After",
        "refused for good",
        "damage",
      ],
      [calm, crowded],
    ),
  );
  console.log(`\n${machine()}`);
}

async function through(
  name: string,
  tokens: readonly string[],
  jwksUri: string,
  pauseMs: number,
  env: Record<string, string>,
): Promise<string[]> {
  const place = join(folder, name);
  const api = await spawnServer("api.ts", [place, jwksUri], {
    env: { RATE_LIMIT_PER_MINUTE: "1000000", LOG_LEVEL: "warn", DATABASE_URL: "", ...env },
  });
  const [panes, messages] = [Number(options.panes), Number(options.messages)];
  const seen = await crowd({ origin: api.origin, tokens, panes, messages, pauseMs });
  await api.stop();
  const damage = await damageAt(join(place, "concord.db"), seen, panes * messages);
  if (damage.length > 0 || seen.refused.length > 0 || seen.withoutRetryAfter > 0) process.exitCode = 1;
  return row(name, seen, damage);
}

async function damageAt(file: string, { verdicts, undos }: Crowd, given: number): Promise<string[]> {
  const store = await openStore({ file }, Date.now());
  try {
    const missing = given - verdicts.size;
    const found = await damageIn(store, { openings: new Set(), verdicts, undos, repeats: 0 });
    return [...(missing === 0 ? [] : [`${missing} verdicts never delivered`]), ...found];
  } finally {
    await store.close();
  }
}

const row = (name: string, seen: Crowd, damage: readonly string[]): string[] => [
  name,
  String(seen.predicted.length),
  ms(quantile(seen.predicted, 0.5)),
  ms(quantile(seen.predicted, 0.99)),
  String(seen.withoutPrediction),
  String(seen.verdicts.size + seen.undos.size),
  ms(quantile(seen.delivered, 0.5)),
  ms(quantile(seen.delivered, 1)),
  String((seen.statuses.get(429) ?? 0) + (seen.statuses.get(503) ?? 0)),
  String(seen.withoutRetryAfter),
  String(seen.refused.length),
  damage.length === 0 ? "none" : damage.join("; "),
];

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
