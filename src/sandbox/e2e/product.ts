/** The whole product as its own process, started the way `npm start` does, for tests and benchmarks. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../../api/testing/freePort.ts";

const root = join(import.meta.dirname, "..", "..", "..");

export interface Product {
  origin: string;
  pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it the polite way and tells its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  dataDir: string;
  port?: number;
  args?: string[];
  env?: Record<string, string>;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once("exit", (code) => done(code)));

/** Starts the product and resolves when it says that it is ready; rejects with its own words when it ends before. */
export async function startProduct({ dataDir, port, args = [], env = {} }: ProductOptions): Promise<Product> {
  const listening = port ?? (await freePort());
  const child = spawn(process.execPath, [join(root, "src", "sandbox", "start.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, PORT: String(listening), DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  await new Promise<void>((ready, fail) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("is ready")) ready();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => fail(new Error(`exit ${code}: ${output.trim()}`)));
  });
  return {
    origin: `https://localhost:${listening}`,
    pid: child.pid!,
    output: () => output,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      return ended(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
  };
}
