/** `npm run store -- verify | rebuild | export FILE | import FILE | migrate | backup FILE | restore FILE`: the store by hand; see docs/operations.md. */
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { Mistake, runCommand } from "../shell/command.ts";
import { storagePlace } from "./config.ts";
import { linesOfExport, writeExport } from "./store/exportFile.ts";
import { newestMigration } from "./store/migrations.ts";
import { importFrom } from "./store/portable.ts";
import { newPrivateFile } from "./store/privateFile.ts";
import { restore } from "./store/restore.ts";
import { openStore, type Store, type StorePlace } from "./store/store.ts";
import { StoreFailure } from "./store/storeFailure.ts";
import { rebuild, verify } from "./store/verify.ts";

const usage = `npm run store -- VERB [FILE]
- verify              recounts every figure and the audit log; ends with 1 when something differs
- rebuild             makes the counters anew, then verifies
- backup FILE         a whole database (PostgreSQL: an export), taken while it is used
- restore FILE [--replace]
- export FILE         JSON Lines, packed when the name ends with .gz
- import FILE         into a store without feedback
- migrate             brings the tables up to date
DATA_DIR and DATABASE_URL are those of the API.`;

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

type Verb = (store: Store, file: string) => Promise<number>;

const exportStore: Verb = async (store, file) => {
  const rows = await writeExport(store, file);
  console.log(`${rows} rows written to ${file}`);
  return 0;
};

const importStore: Verb = async (store, file) => {
  mustBeFile(file);
  const rows = await importFrom(store, linesOfExport(file));
  console.log(`${rows} rows read from ${file}`);
  return verified(store);
};

/** SQLite copies itself while it is in use; of PostgreSQL it is an export. */
const backup: Verb = async (store, file) => {
  if (store.engine === "postgres") return exportStore(store, file);
  newPrivateFile(file);
  let code = 1;
  try {
    await sql`vacuum into ${file}`.execute(store.db);
    const copy = await openStore({ file }, Date.now());
    code = await verified(copy).finally(copy.close);
  } finally {
    if (code !== 0) rmSync(file, { force: true });
  }
  console.log(
    code === 0
      ? `Backed up to ${file}: a whole database, to be put in the place of concord.db. Keep concord.key apart from it.`
      : "Nothing was backed up: what is counted is not what the feedback says. Look with verify.",
  );
  return code;
};

async function restoreStore(place: StorePlace, file: string, isReplacing: boolean): Promise<number> {
  if ("databaseUrl" in place)
    throw new StoreFailure("PostgreSQL is restored by its own tools, or from an export: use import.");
  mustBeFile(file);
  const isRight = async (store: Store) => (await verified(store)) === 0;
  const kept = await restore({ backup: file, file: place.file, isReplacing, now: Date.now(), isRight });
  console.log(`Restored from ${file}.${kept ? ` What was there is kept as ${kept}.` : ""}`);
  return 0;
}

function mustBeFile(file: string): void {
  if (!existsSync(file)) throw new StoreFailure(`${file} is not there.`);
  if (!statSync(file).isFile()) throw new StoreFailure(`${file} is no file.`);
}

const withoutFile: Readonly<Record<string, Verb>> = {
  verify: (store) => verified(store),
  rebuild: (store) => verified(store, true),
  migrate: async (store) => {
    console.log(`The tables are those of version ${newestMigration} (${store.engine}).`);
    return 0;
  },
};
const withFile: Readonly<Record<string, Verb>> = { export: exportStore, import: importStore, backup };

/** Opening brings the tables up to date. Only what begins with nothing makes a database. */
async function onOpened(place: StorePlace, run: Verb, file: string): Promise<number> {
  const isBeginner = run === withFile.import || run === withoutFile.migrate;
  if ("file" in place && !existsSync(place.file) && !isBeginner)
    throw new StoreFailure(`There is no database at ${place.file}; set DATA_DIR as the API has it.`);
  const store = await openStore(place, Date.now());
  return run(store, file).finally(store.close);
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: "boolean" } },
  });
  const [verb = "", file = "", ...more] = positionals;
  const run = withoutFile[verb] ?? withFile[verb];
  if (!run && verb !== "restore") throw new Mistake(`${verb || "Nothing"} is none of these:\n${usage}`);
  const needsFile = !withoutFile[verb];
  if (needsFile !== (file !== "") || more.length > 0)
    throw new Mistake(`${verb} takes ${needsFile ? "the name of one file" : "no file"}.`);
  if (values.replace && verb !== "restore") throw new Mistake("--replace belongs to restore.");
  const { dataDir, databaseUrl } = storagePlace();
  const place = databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") };
  return run ? onOpened(place, run, file) : restoreStore(place, file, values.replace === true);
}

export const command = { main, usage };
export const ended = runCommand(command);
