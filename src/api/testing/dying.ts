/** A process that kills itself with SIGKILL at the n-th statement of what it was told to do; says how many there were if it lives. */
import Database from "libsql";
import pg from "pg";
import { recountStale } from "../store/recount.ts";
import { openStore, type StorePlace } from "../store/store.ts";
import { noon, open, startTestApi, verdictOn } from "./api.ts";
import { amara } from "./organisation.ts";

export interface Dying {
  what: "migration" | "publication" | "recount";
  place: StorePlace;
  /** the statement it dies at: before it for even numbers, right after it was sent for odd ones; never when negative */
  at: number;
  /** moves the clock on, past whatever an earlier one left */
  round: number;
}

const { what, place, at, round } = JSON.parse(process.argv[2]!) as Dying;
let isArmed = false;
let count = 0;
const die = () => process.kill(process.pid, "SIGKILL");

/** Counts a statement, and dies at the one that was named. */
function counted<T>(statement: () => T): T {
  if (!isArmed) return statement();
  const isIt = count++ === at;
  if (isIt && at % 2 === 0) die();
  const done = statement();
  if (isIt) die();
  return done;
}

const statements = Object.getPrototypeOf(new Database(":memory:").prepare("select 1"));
for (const name of ["run", "all", "get"] as const) {
  const original = statements[name];
  statements[name] = function (...args: unknown[]) {
    return counted(() => original.apply(this, args));
  };
}
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  return counted(() => query.apply(this, args));
} as never;

const now = noon + round * 86_400_000;

async function migrate(): Promise<void> {
  isArmed = true;
  await (await openStore(place, now)).close();
}

async function publish(): Promise<void> {
  const api = await startTestApi({ place, from: now, policy: { blindShare: 0 } });
  for (let n = 0; n < 4; n++) {
    const { request, opened } = await open(api, amara);
    const verdict = { kind: "holds" as const, category: "contract", priority: "high" as const };
    const body = verdictOn(request, { verdict, decidedAt: now });
    await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), body);
  }
  isArmed = true;
  await api.learn();
  isArmed = false;
  await api.close();
}

async function recount(): Promise<void> {
  const store = await openStore(place, now);
  isArmed = true;
  await recountStale({ store, now: () => now, messagesAtOnce: 3 });
  isArmed = false;
  await store.close();
}

await { migration: migrate, publication: publish, recount }[what]();
console.log(`statements ${count}`);
