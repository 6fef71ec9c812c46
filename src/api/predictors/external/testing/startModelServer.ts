/** Starts the model server of the tests as a process of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface ModelServer {
  /** `127.0.0.1:PORT` */
  host: string;
  url(protocol: string, behaviour: string): string;
  asked(): Promise<{ times: number; body: Record<string, unknown>; authorization: string | null }>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
  const child = spawn(process.execPath, [join(__dirname, "modelServer.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((done) =>
    child.stdout.once("data", (line) => done(String(line).trim())),
  );
  const origin = `http://127.0.0.1:${port}`;
  return {
    host: `127.0.0.1:${port}`,
    url: (protocol, behaviour) => `${origin}/${protocol}/${behaviour}`,
    asked: async () => (await fetch(`${origin}/asked`)).json() as never,
    reset: async () => void (await fetch(`${origin}/reset`)),
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill();
      }),
  };
}
