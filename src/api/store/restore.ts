/** A backup put in the place of the embedded database: checked as a copy first, what was there is kept beside it. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { belongToFolder, keepPrivate } from "./privateFile.ts";
import { recountStale } from "./recount.ts";
import { openStore, type Store } from "./store.ts";
import { StoreFailure } from "./storeFailure.ts";

export interface Restoring {
  backup: string;
  /** the database of the data folder */
  file: string;
  isReplacing: boolean;
  now: number;
  /** whether what the backup counts is what its feedback says */
  isRight(store: Store): Promise<boolean>;
}

/** The name the database from before is kept under, if there was one. Throws with everything as it was. */
export async function restore(restoring: Restoring): Promise<string | undefined> {
  const { backup, file, isReplacing, now } = restoring;
  if (!existsSync(dirname(file)))
    throw new StoreFailure(
      `The data folder ${dirname(file)} is not there; make it as Concord's account, or set DATA_DIR to where it is.`,
    );
  if (existsSync(file)) {
    if (!isReplacing)
      throw new StoreFailure(`${file} exists already; with --replace it is kept under another name.`);
    refuseInUse(file);
  }
  if (isLogged(backup))
    throw new StoreFailure(`${backup} is in use or was not closed; give a file made by backup.`);
  const copy = `${file}.restoring`;
  removed(copy);
  try {
    copyFileSync(backup, copy);
    keepPrivate(copy);
    await check(restoring, copy);
    if (existsSync(file)) refuseInUse(file);
    const kept = keepBeside(file, now);
    renameSync(copy, file);
    belongToFolder(file);
    return kept;
  } finally {
    removed(copy);
  }
}

/** Part of it is not in the one file yet. */
const isLogged = (file: string) => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;

/** Only who is alone with a database may end its write-ahead log; that also puts all of it into the one file. */
function refuseInUse(file: string): void {
  try {
    const database = new Database(file);
    try {
      database.pragma("journal_mode = delete");
    } finally {
      database.close();
    }
  } catch (fault) {
    // A damaged database is a reason to restore, one in use is not.
    if (/locked|busy/i.test(String(fault)))
      throw new StoreFailure(`A process is using ${file}; stop Concord first.`);
  }
}

async function check({ backup, now, isRight }: Restoring, copy: string): Promise<void> {
  if (!isWhole(copy))
    throw new StoreFailure(`${backup} is no whole database of Concord; nothing was changed.`);
  const store = await openStore({ file: copy }, now);
  try {
    await recountStale({ store, now: Date.now });
    if (!(await isRight(store)))
      throw new StoreFailure(`The figures of ${backup} are not what its feedback says; nothing was changed.`);
  } finally {
    await store.close();
  }
  if (isLogged(copy)) throw new StoreFailure(`${copy} could not be closed; nothing was changed.`);
  const opened = openSync(copy, "r+");
  fsyncSync(opened);
  closeSync(opened);
}

function isWhole(file: string): boolean {
  try {
    const database = new Database(file);
    try {
      const [row] = database.prepare("pragma integrity_check(1)").all() as object[];
      const ours = database.prepare("select 1 from sqlite_master where name = 'migration'").all();
      return Object.values(row ?? {})[0] === "ok" && ours.length === 1;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

const parts = ["", "-wal", "-shm"] as const;

function keepBeside(file: string, now: number): string | undefined {
  const kept = `${file}.before-${new Date(now).toISOString().replaceAll(":", "-")}`;
  const isThere = existsSync(file);
  // A log without its database, or of another one, would be read into the restored one.
  for (const part of parts) if (existsSync(file + part)) renameSync(file + part, kept + part);
  return isThere ? kept : undefined;
}

function removed(file: string): void {
  for (const part of parts) rmSync(file + part, { force: true });
}
