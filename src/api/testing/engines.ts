/** Both engines for one suite: a libsql file always, a real PostgreSQL where one is installed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorePlace } from "../store/store.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "./postgres.ts";

export interface Engine {
  start(): Promise<void>;
  /** Where a fresh, empty database is. */
  newPlace(): Promise<StorePlace>;
  stop(): Promise<void>;
}

function libsql(): Engine {
  let folder = "";
  let made = 0;
  return {
    start: async () => {
      folder = mkdtempSync(join(tmpdir(), "concord-db-"));
    },
    newPlace: async () => ({ file: join(folder, `${++made}.db`) }),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgres(programs: string): Engine {
  let server: TestPostgres;
  return {
    start: async () => {
      server = await startPostgres(programs);
    },
    newPlace: async () => ({ databaseUrl: await server.newDatabase() }),
    stop: () => server.stop(),
  };
}

export function engines(): [string, Engine][] {
  const programs = postgresPrograms();
  if (!programs) console.warn("PostgreSQL not found, suite runs on libsql only");
  return [
    ["libsql", libsql()],
    ...(programs ? [["PostgreSQL", postgres(programs)] as [string, Engine]] : []),
  ];
}
