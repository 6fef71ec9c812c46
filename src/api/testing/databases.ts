/** Databases of one test file on a running PostgreSQL: each empty, or with all tables as a start leaves them; gone with the file. */

import pg from "pg";
import { v7 } from "uuid";
import { openStore } from "../store/store.ts";

export interface Databases {
  /** as a server creates it */
  empty(): Promise<string>;
  /** with today's tables and nothing in them */
  ready(): Promise<string>;
  /** Drops them all. */
  close(): Promise<void>;
}

const template = "ready";
/** any number; whoever holds it makes the template */
const lock = 4711;

const urlOf = (server: string, database: string) =>
  Object.assign(new URL(server), { pathname: database }).href;

/** Once a server: whoever comes first makes it, the others wait; it has its name when it is whole. */
async function makeTemplate(server: string, client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [lock]);
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [template]);
  if (!rowCount) {
    await client.query("create database making");
    await (await openStore({ databaseUrl: urlOf(server, "making") }, 0)).close();
    await client.query(`alter database making rename to ${template}`);
  }
  await client.query("select pg_advisory_unlock($1)", [lock]);
}

/** @param server an address of one of the server's databases, other than the ones made here */
export async function openDatabases(server: string): Promise<Databases> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await makeTemplate(server, client);
  const made: string[] = [];
  const create = async (more: string) => {
    const name = `test_${v7().replaceAll("-", "")}`;
    await client.query(`create database ${name} ${more}`);
    made.push(name);
    return urlOf(server, name);
  };
  return {
    empty: () => create(""),
    ready: () => create(`template ${template}`),
    async close() {
      for (const name of made) await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}
