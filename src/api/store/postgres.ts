/** The engine for more than one instance: PostgreSQL through pg; whole numbers arrive as numbers, here and nowhere else. */
import type { Duplex } from "node:stream";
import { Kysely, type KyselyPlugin, PostgresDialect, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { StartFailure } from "../startFailure.ts";
import { type Changes, noticing } from "./changes.ts";
import { type Hot, hotOnLine, kept } from "./hot.ts";
import type { Schema } from "./schema.ts";

const int8 = 20;
const numeric = 1700;

const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === int8 || oid === numeric
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Keeps the statements of every request prepared on its connection, and sends those of one moment in one go. */
class PreparingClient extends pg.Client {
  #isHeld = false;
  /** how often each read was asked */
  #asked = new Map<string, number>();

  constructor(config?: pg.ClientConfig) {
    super(config);
    // A connection that breaks fails its statements; unheard, the event would end the process as well.
    this.on("error", () => undefined);
  }

  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === "string" ? kept.get(text) : undefined;
    const asked =
      name === undefined ? args : [{ name: this.#plannedAs(name, text as string), text, values }, ...rest];
    this.#holdBack();
    return (super.query as (...args: unknown[]) => unknown).apply(this, asked) as never;
  }

  /**
   * PostgreSQL plans a prepared statement for the tables as they are then: what was planned for empty ones walks through full
   * ones. So a read is prepared anew whenever it was asked twice as often.
   */
  #plannedAs(name: string, text: string): string {
    if (!text.startsWith("select")) return name;
    const times = (this.#asked.get(text) ?? 0) + 1;
    this.#asked.set(text, times);
    return `${name}.${Math.floor(Math.log2(times))}`;
  }

  /** Until the work at hand is done: each way to the kernel costs as much as a small statement. */
  #holdBack(): void {
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    if (this.#isHeld) return;
    this.#isHeld = true;
    stream.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }
}

/** One connection, held for one transaction: what is asked by `hot` goes out at once, behind what was asked before. */
export interface Line {
  db: Kysely<Schema>;
  hot: Hot;
}

/** A statement never left this process: the driver no longer knows what its connection has prepared. */
export class Unsendable extends Error {
  constructor(cause: unknown) {
    super("a statement could not be sent", { cause });
  }
}

/** Rolls back when the work fails; a connection that cannot even do that is not used again. */
export type Lines = <T>(work: (line: Line) => Promise<T>) => Promise<T>;

export interface Postgres {
  db: Kysely<Schema>;
  lines: Lines;
  tables: string[];
}

function linesOf(pool: pg.Pool, plugins: KyselyPlugin[]): Lines {
  const known = new WeakMap<pg.PoolClient, Line>();
  const lineOf = (client: pg.PoolClient): Line => {
    const one = { query: client.query.bind(client), release: () => {} } as PostgresPoolClient;
    const dialect = new PostgresDialect({ pool: { connect: async () => one, end: async () => {} } });
    return { db: new Kysely<Schema>({ dialect, plugins }), hot: hotOnLine(client) };
  };
  return async (work) => {
    const client = await pool.connect();
    const line = known.get(client) ?? lineOf(client);
    known.set(client, line);
    let isBroken = false;
    try {
      return await work(line);
    } catch (fault) {
      isBroken = fault instanceof Unsendable;
      await client.query("rollback").catch(() => {
        isBroken = true;
      });
      throw fault;
    } finally {
      client.release(isBroken);
    }
  };
}

const longestScanMs = 120_000;

/** Connections of their own, opened when first needed: a scan never takes one that a request waits for. */
export function openScans(connectionString: string): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString,
    Client: PreparingClient,
    types,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: longestScanMs,
    application_name: "concord scans",
  });
  pool.on("error", () => undefined);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** `onLost` hears of idle connections that broke; the pool replaces them. */
export async function openPostgres(
  connectionString: string,
  organised: Changes,
  onLost: () => void,
): Promise<Postgres> {
  const pool = new pg.Pool({
    connectionString,
    Client: PreparingClient,
    // Statements that do not wait for each other's answers go out together.
    pipeline: true,
    types,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    application_name: "concord",
  });
  pool.on("error", onLost);
  try {
    const { rows } = await pool.query(
      "select table_name from information_schema.tables where table_schema = current_schema()",
    );
    const tables = rows.map((row: { table_name: string }) => row.table_name);
    const plugins = [noticing(organised)];
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins });
    return { db, lines: linesOf(pool, plugins), tables };
  } catch {
    await pool.end();
    throw new StartFailure(
      "database_unreachable",
      "The PostgreSQL database of DATABASE_URL cannot be reached.",
    );
  }
}
