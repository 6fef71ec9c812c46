/** `npm run bench:faults`: kill -9 and power cuts at random moments in a storm of openings, verdicts, corrections and undos. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { StorePlace } from "../src/api/store/store.ts";
import { deathsOf } from "../src/api/testing/deaths.ts";
import { claimsOf, startIssuer } from "../src/api/testing/issuer.ts";
import { amara, jonas, organisation, priya } from "../src/api/testing/organisation.ts";
import { postgresPrograms, startPostgres } from "../src/api/testing/postgres.ts";
import { type Started, startProcess } from "../src/api/testing/process.ts";
import { type Acknowledged, damageAt, type Storm, someMore, startStorm } from "../src/api/testing/storm.ts";
import { type Disk, makeDisk } from "./faults/disk.ts";
import { machine, table } from "./figures.ts";

const { values: options } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    cuts: { type: "string", default: "20" },
    /** of three instances, killed one after the other every second */
    instances: { type: "string", default: "20" },
    /** at statements of a publication, a migration and a recount, each */
    deaths: { type: "string", default: "20" },
    engine: { type: "string", default: "both" },
    panes: { type: "string", default: "12" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "concord-bench-faults-"));
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
const issuer = await startIssuer();
const authorizations = await Promise.all(
  [amara, jonas, priya].map(async (oid) => `Bearer ${await issuer.sign(claimsOf(Date.now(), { oid }))}`),
);
writeFileSync(
  join(folder, "organisation.json"),
  JSON.stringify(organisation({ jwksUri: issuer.jwksUri, policy: { blindShare: 0.25 } })),
);
const results: string[][] = [];

const settingsIn = (dataDir: string, databaseUrl = "") => ({
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  ORGANISATION_FILE: join(folder, "organisation.json"),
  RATE_LIMIT_PER_MINUTE: "1000000",
  LEARN_EVERY_MS: "300",
  CONCORD_KEY: Buffer.alloc(32, 7).toString("base64url"),
});
const stormAt = (origin: () => string | undefined): Storm =>
  startStorm({ origin, authorizations, panes: Number(options.panes) });

function report(what: string, times: number, { openings, verdicts, undos }: Acknowledged, damage: string[]) {
  const amounts = [openings, verdicts, undos].map(({ size }) => size.toLocaleString("en"));
  results.push([what, String(times), ...amounts, damage.length === 0 ? "none" : damage.join("; ")]);
  if (damage.length > 0) process.exitCode = 1;
}

async function kills(name: string, place: StorePlace, dataDir: string): Promise<void> {
  const settings = settingsIn(dataDir, "databaseUrl" in place ? place.databaseUrl : "");
  let running: Started = await startProcess(settings);
  const storm = stormAt(() => running.origin);
  for (let kill = 0; kill < Number(options.kills); kill++) {
    await someMore(storm, 3);
    await running.kill();
    running = await startProcess(settings);
  }
  await storm.stop();
  await running.end();
  report(
    `${name}: kill -9`,
    Number(options.kills),
    storm.acknowledged,
    await damageAt(place, storm.acknowledged),
  );
}

async function threeInstances(databaseUrl: string): Promise<void> {
  const start = (i: number) => startProcess(settingsIn(join(folder, `instance${i}`), databaseUrl));
  const instances: (Started | undefined)[] = [await start(0), await start(1), await start(2)];
  const storm = stormAt(() => {
    const alive = instances.filter((one) => one !== undefined);
    return alive[Math.floor(Math.random() * alive.length)]?.origin;
  });
  for (let kill = 0; kill < Number(options.instances); kill++) {
    await rest(1_000);
    const victim = instances[kill % 3]!;
    instances[kill % 3] = undefined;
    await victim.kill();
    instances[kill % 3] = await start(kill % 3);
  }
  await storm.stop();
  for (const one of instances) await one!.end();
  const damage = await damageAt({ databaseUrl }, storm.acknowledged);
  report("PostgreSQL: one of three instances", Number(options.instances), storm.acknowledged, damage);
}

/** At chosen statements: nothing may be half there, and the next start has to go on by itself. */
async function deaths(name: string, newPlace: () => Promise<StorePlace>): Promise<void> {
  const kills = Number(options.deaths);
  if (kills === 0) return;
  for (const what of ["migration", "publication", "recount"] as const) {
    const { damage } = await deathsOf(what, newPlace, kills);
    const told = damage.length === 0 ? "none" : damage.join("; ");
    results.push([`${name}: kill -9 in a ${what}`, String(kills), "–", "–", "–", told]);
    if (damage.length > 0) process.exitCode = 1;
  }
}

/** What was acknowledged before the cut has to be on the disk as it was at the cut; what was not sent to it is gone. */
async function cuts(disk: Disk): Promise<void> {
  const running = await startProcess(settingsIn(join(disk.folder, "data")));
  try {
    await cutsOf(disk, running);
  } finally {
    running.child.kill("SIGKILL");
    await running.exit;
  }
}

async function cutsOf(disk: Disk, running: Started): Promise<void> {
  const storm = stormAt(() => running.origin);
  const damage: string[] = [];
  for (let cut = 0; cut < Number(options.cuts); cut++) {
    await rest(200 + Math.random() * 1_500);
    running.child.kill("SIGSTOP");
    const { openings, verdicts, undos } = storm.acknowledged;
    const before = {
      openings: new Set(openings),
      verdicts: new Set(verdicts),
      undos: new Set(undos),
      repeats: 0,
    };
    const after = disk.copy();
    running.child.kill("SIGCONT");
    const place = { file: join(after.folder, "data", "concord.db") };
    damage.push(...(await damageAt(place, before).finally(after.remove)));
  }
  await storm.stop();
  report("libsql: power cut", Number(options.cuts), storm.acknowledged, damage);
}

async function onPostgres(): Promise<void> {
  const programs = postgresPrograms();
  if (!programs) return console.log("PostgreSQL is not installed here: left out.");
  const server = await startPostgres(programs, true);
  try {
    await deaths("PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() }));
    if (Number(options.kills) > 0)
      await kills("PostgreSQL", { databaseUrl: await server.newDatabase() }, join(folder, "shared"));
    if (Number(options.instances) > 0) await threeInstances(await server.newDatabase());
  } finally {
    await server.stop();
  }
}

try {
  console.log(machine());
  if (options.engine !== "postgres") {
    const dataDir = join(folder, "own");
    if (Number(options.kills) > 0) await kills("libsql", { file: join(dataDir, "concord.db") }, dataDir);
    let made = 0;
    await deaths("libsql", async () => ({ file: join(folder, `death${++made}.db`) }));
    const disk = Number(options.cuts) > 0 ? makeDisk(folder) : undefined;
    if (typeof disk === "string") console.log(disk);
    else if (disk) await cuts(disk).finally(disk.remove);
  }
  if (options.engine !== "libsql") await onPostgres();
  console.log(
    table(
      "In a storm (goal: nothing acknowledged lost or doubled, figures equal a recount)",
      ["", "times", "openings", "verdicts", "undos", "damage"],
      results,
    ),
  );
  console.log(`\n${machine()}`);
} catch (fault) {
  console.error(fault);
  process.exitCode = 1;
} finally {
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
}
