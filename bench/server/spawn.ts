/** Starts a server of this folder as a process of its own and ends it politely. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../src/api/testing/freePort.ts";
import { root } from "../weight.ts";

export interface Server {
  origin: string;
  pid: number;
  /** Processor time used so far, in seconds; NaN where the system does not tell. Says more than a clock on a busy machine. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

export async function spawnServer(
  file: "api.ts" | "bare.ts" | "far.ts",
  args: readonly string[],
  { env = {}, flags = [] }: { env?: Record<string, string>; flags?: readonly string[] } = {},
): Promise<Server> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [...flags, "--import", "tsx", join(root, "bench", "server", file), String(port), ...args],
    { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] },
  );
  await ready(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

const ready = (child: ChildProcess) =>
  new Promise<void>((done, fail) => {
    let said = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("is ready")) done();
    });
    child.once("exit", (code) => fail(new Error(`A server ended with ${code}: ${said.trim()}`)));
  });
