/** `npm run audit -- export [FILE]`, `npm run audit -- verify FILE [EARLIER FILE]`: the log, checked without a database. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exitCodes, Mistake, runCommand } from "../shell/command.ts";
import { storagePlace } from "./config.ts";
import { entriesIn, faultsIn, headsOf } from "./privacy/auditFile.ts";
import { newPrivateFile } from "./store/privateFile.ts";
import type { AuditRow } from "./store/schema.ts";
import { openStore, type Store } from "./store/store.ts";

const usage = `npm run -s audit -- export [FILE]                 the whole log, one entry a line; to the screen when no file is named
npm run -s audit -- verify FILE [EARLIER FILE]    checks every seal and link, and that an earlier export is still in it
DATA_DIR and DATABASE_URL are those of the API; verify needs neither.
Ends with 0 when all is well, 1 when the log was changed, more when it could not be looked at.`;
const perRead = 1_000;

async function* entriesOf({ db }: Store): AsyncGenerator<AuditRow[]> {
  const departments = await db.selectFrom("audit").select("department").distinct().execute();
  for (const { department } of departments)
    for (let after = 0, rows: AuditRow[] = []; after === 0 || rows.length === perRead; ) {
      rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("department", "=", department)
        .where("position", ">", after)
        .orderBy("position")
        .limit(perRead)
        .execute();
      after = rows.at(-1)?.position ?? -1;
      yield rows;
    }
}

async function exportAll(file: string | undefined): Promise<number> {
  const { dataDir, databaseUrl } = storagePlace();
  const place = databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") };
  if ("file" in place && !existsSync(place.file))
    throw new Mistake(
      `There is no database at ${place.file}; set DATA_DIR as the API has it.`,
      exitCodes.missing,
    );
  const store = await openStore(place, Date.now());
  try {
    if (file !== undefined) newPrivateFile(file);
    for await (const rows of entriesOf(store)) {
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      if (file === undefined) process.stdout.write(text);
      else appendFileSync(file, text);
    }
  } finally {
    await store.close();
  }
  if (file !== undefined) console.log(`Written to ${file}.`);
  return 0;
}

function read(file: string): AuditRow[] {
  const rows = entriesIn(readFileSync(file, "utf8"), file);
  if (rows.length === 0) throw new Mistake(`${file} holds no entry.`, exitCodes.data);
  return rows;
}

function verifyFile(file: string, earlier: string | undefined): number {
  const rows = read(file);
  const faults = faultsIn(rows, earlier === undefined ? undefined : headsOf(read(earlier)));
  for (const fault of faults) console.error(fault);
  for (const [department, { position, hash }] of headsOf(rows))
    console.log(`${department}: ${position} entries, ends with ${hash}`);
  console.log(
    faults.length === 0 ? "Every seal and link fits." : `${faults.length} faults: the log was changed.`,
  );
  return faults.length === 0 ? 0 : 1;
}

async function main(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [verb, file, earlier, ...more] = positionals;
  if (verb === "export" && earlier === undefined) return exportAll(file);
  if (verb === "verify" && file !== undefined && more.length === 0) return verifyFile(file, earlier);
  throw new Mistake(`Say export, or verify and the file.\n${usage}`);
}

export const command = { main, usage };
export const ended = runCommand(command);
