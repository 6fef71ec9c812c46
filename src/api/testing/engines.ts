/** Both engines for one suite: a libsql file always, a real PostgreSQL where one is installed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorePlace } from "../store/store.ts";
import { type Databases, openDatabases } from "./databases.ts";

export interface Engine {
  start(): Promise<void>;
  /** Where a fresh database is that nobody has written to; on a server its tables are there already. */
  newPlace(): Promise<StorePlace>;
  /** The same without the tables. */
  newEmptyPlace(): Promise<StorePlace>;
  stop(): Promise<void>;
}

function libsql(): Engine {
  let folder = "";
  let made = 0;
  const newPlace = async () => ({ file: join(folder, `${++made}.db`) });
  return {
    start: async () => {
      folder = mkdtempSync(join(tmpdir(), "concord-db-"));
    },
    newPlace,
    newEmptyPlace: newPlace,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgres(server: string): Engine {
  let databases: Databases;
  return {
    start: async () => {
      databases = await openDatabases(server);
    },
    newPlace: async () => ({ databaseUrl: await databases.ready() }),
    newEmptyPlace: async () => ({ databaseUrl: await databases.empty() }),
    stop: () => databases.close(),
  };
}

export function engines(): [string, Engine][] {
  const server = process.env.CONCORD_TEST_POSTGRES;
  if (!server) console.warn("PostgreSQL not found, suite runs on libsql only");
  return [["libsql", libsql()], ...(server ? [["PostgreSQL", postgres(server)] as [string, Engine]] : [])];
}
