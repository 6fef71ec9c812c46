/** `npm run store -- verify | rebuild | export FILE | import FILE | migrate | backup FILE | restore FILE`: the store by hand; see docs/admin.md. */

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Transform, type Writable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { sql } from "kysely";
import { storagePlace } from "./config.ts";
import { isStartFailure } from "./startFailure.ts";
import { newestMigration } from "./store/migrations.ts";
import { exportTo, importFrom } from "./store/portable.ts";
import { restore } from "./store/restore.ts";
import { openStore, type Store, type StorePlace } from "./store/store.ts";
import { StoreFailure } from "./store/storeFailure.ts";
import { rebuild, verify } from "./store/verify.ts";

const [verb = "", file] = process.argv.slice(2).filter((word) => word !== "--replace");

/** Prints what each department's counters lack or have too much of; answers the exit code. */
async function verified(store: Store, isRebuilt = false): Promise<number> {
  const departments = await store.db.selectFrom("department").select("department").execute();
  let faults = 0;
  for (const { department } of departments) {
    if (isRebuilt) await rebuild(store, department);
    const { messages, differences } = await verify(store, department);
    console.log(`${department}: ${messages} messages, ${differences.length || "no"} differences`);
    for (const difference of differences.slice(0, 20)) console.log(`  ${difference}`);
    faults += differences.length;
  }
  return faults === 0 ? 0 : 1;
}

function newFile(): string {
  if (!file) throw new StoreFailure("Name the file to write.");
  if (existsSync(file)) throw new StoreFailure(`${file} exists already; nothing is written over.`);
  return file;
}

async function exportStore(store: Store): Promise<number> {
  const name = newFile();
  const into: Writable = name.endsWith(".gz")
    ? createGzip()
    : new Transform({ transform: (text, _, done) => done(null, text) });
  const out = into.pipe(createWriteStream(name, { mode: 0o600, flush: true } as never));
  const rows = await exportTo(store, async (text) => {
    if (!into.write(text)) await once(into, "drain");
  });
  into.end();
  await once(out, "close");
  console.log(`${rows} rows written to ${name}`);
  return 0;
}

async function importStore(store: Store): Promise<number> {
  if (!file || !existsSync(file)) throw new StoreFailure("Name the file to read.");
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  const rows = await importFrom(store, createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
  console.log(`${rows} rows read from ${file}`);
  return verified(store);
}

/** SQLite copies itself while it is in use; of PostgreSQL it is an export. */
async function backup(store: Store): Promise<number> {
  if (store.engine === "postgres") return exportStore(store);
  const name = newFile();
  await sql`vacuum into ${name}`.execute(store.db);
  const copy = await openStore({ file: name }, Date.now());
  const code = await verified(copy);
  await copy.close();
  if (code !== 0) rmSync(name);
  else console.log(`Backed up to ${name}: a whole database, to be put in the place of concord.db.`);
  return code;
}

async function restoreStore(place: StorePlace): Promise<number> {
  if ("databaseUrl" in place)
    throw new StoreFailure("PostgreSQL is restored by its own tools, or from an export: use import.");
  if (!file || !existsSync(file)) throw new StoreFailure("Name the backup to restore.");
  const isReplacing = process.argv.includes("--replace");
  const isRight = async (store: Store) => (await verified(store)) === 0;
  const kept = await restore({ backup: file, file: place.file, isReplacing, now: Date.now(), isRight });
  console.log(`Restored from ${file}.${kept ? ` What was there is kept as ${kept}.` : ""}`);
  return 0;
}

const verbs: Readonly<Record<string, (store: Store) => Promise<number>>> = {
  verify: (store) => verified(store),
  rebuild: (store) => verified(store, true),
  export: exportStore,
  import: importStore,
  backup,
  migrate: async (store) => {
    console.log(`The tables are those of version ${newestMigration} (${store.engine}).`);
    return 0;
  },
};

/** What begins with nothing; every other verb means a store that is there. */
const beginners = [verbs.import, verbs.migrate];

/** Opening brings the tables up to date. */
async function onOpened(place: StorePlace, run: (store: Store) => Promise<number>): Promise<number> {
  if ("file" in place && !existsSync(place.file) && !beginners.includes(run))
    throw new StoreFailure(`There is no database at ${place.file}; set DATA_DIR as the API has it.`);
  const store = await openStore(place, Date.now());
  return run(store).finally(store.close);
}

const run = verbs[verb];
if (!run && verb !== "restore") {
  console.error(`Say one of ${Object.keys(verbs).join(", ")}, restore.`);
  process.exitCode = 64;
} else {
  try {
    const { dataDir, databaseUrl } = storagePlace();
    const place = databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") };
    process.exitCode = await (run ? onOpened(place, run) : restoreStore(place));
  } catch (fault) {
    if (!isStartFailure(fault) && !(fault instanceof StoreFailure)) throw fault;
    console.error(fault.message);
    process.exitCode = isStartFailure(fault) ? fault.exitCode : 65;
  }
}
