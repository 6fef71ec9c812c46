/** The production process as a child: started with settings of its own, killed or ended by its own process id. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

export interface Started {
  child: ChildProcess;
  /** where it listens */
  origin: string;
  output(): string;
  /** resolves with the exit code; null when it was killed */
  exit: Promise<number | null>;
  kill(): Promise<void>;
  /** politely */
  end(): Promise<number | null>;
}

const patienceMs = 180_000;

/** From the root of the project. Resolves when it listens; throws what it said when it does not. */
export async function startProcess(settings: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ["--import", "tsx", resolve("src", "api", "main.ts")], {
    env: {
      PATH: process.env.PATH,
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "error",
      DRAIN_MS: "0",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout!.on("data", (chunk) => (said += chunk));
  child.stderr!.on("data", (chunk) => (said += chunk));
  const exit = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const until = Date.now() + patienceMs;
  for (;;) {
    const origin = /listens at (\S+)/.exec(said)?.[1];
    if (origin) return { child, origin, output: () => said, exit, ...endings(child, exit) };
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`did not start: ${said}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

const endings = (child: ChildProcess, exit: Promise<number | null>) => ({
  kill: async () => {
    child.kill("SIGKILL");
    await exit;
  },
  end: () => {
    child.kill("SIGTERM");
    return exit;
  },
});
