/** A real PostgreSQL for tests: its own folder and port, never as root, stopped by its own process id. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./freePort.ts";

export interface TestPostgres {
  /** of a database of its own, which nobody writes to */
  url: string;
  /** A fresh, empty database. */
  newDatabase(): Promise<string>;
  /** every statement sent so far, where it was started to write them down */
  statements(): string[];
  /** Does something while the server is gone; it is back afterwards, with its data. */
  without<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** The newest installed server's folder of programs, or null. */
export function postgresPrograms(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(root, version, "bin"));
  try {
    folders.push(execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim());
  } catch {
    // Not every installation has pg_config.
  }
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Root may not run it, so somebody else does. */
function runner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => {
    try {
      return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    } catch {
      return 65_534;
    }
  };
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Tests do without fsync; whoever measures asks for a durable one. */
export async function startPostgres(
  programs: string,
  isDurable = false,
  writesDown = false,
): Promise<TestPostgres> {
  const as = runner();
  const folder = mkdtempSync(join(tmpdir(), "concord-pg-"));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!);
  const data = join(folder, "data");
  const options = { ...as, stdio: "ignore" as const, cwd: folder };
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "concord", "-A", "trust", "-E", "UTF8", "--no-sync"],
    options,
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    `fsync=${isDurable ? "on" : "off"}`,
    "max_connections=300",
    ...(writesDown ? ["log_statement=all", "logging_collector=on", "log_directory=written"] : []),
  ];
  const begin = () =>
    spawn(
      join(programs, "postgres"),
      ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
      options,
    );
  let server = begin();
  const urlOf = (database: string) => `postgres://concord@127.0.0.1:${port}/${database}`;
  await answering(urlOf("postgres"));
  let made = 0;
  return {
    url: urlOf("postgres"),
    async newDatabase() {
      const name = `test_${++made}`;
      await query(urlOf("postgres"), `create database ${name}`);
      return urlOf(name);
    },
    statements: () => (writesDown ? statementsIn(join(data, "written")) : []),
    async without(work) {
      await ended(server);
      try {
        return await work();
      } finally {
        server = begin();
        await answering(urlOf("postgres"));
      }
    },
    async stop() {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From the server's own log, each once. */
function statementsIn(folder: string): string[] {
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const found = text.matchAll(/LOG: {2}(?:statement|execute [^:]+): ([\s\S]*?)(?=\n\d{4}-|$)/g);
  return [...new Set([...found].map(([, statement]) => statement!.replace(/\s+/g, " ").trim()))];
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(url, "select 1");
    } catch (fault) {
      if (attempt > 100) throw fault;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const ended = (server: ChildProcess) =>
  new Promise<void>((done) => {
    server.once("exit", () => done());
    server.kill("SIGINT");
  });
