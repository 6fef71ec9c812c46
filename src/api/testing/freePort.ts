/** A port to listen at, from where the system takes none for connections: it stays free while what listens there is killed and comes back. */
import { createServer } from "node:net";

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer().on("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });

/** Each of jest's workers draws from ports of its own. */
const [firstPort, portsEach] = [20_000, 1_500];

/** Nothing listens there now. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 0) % 8;
  for (;;) {
    const port = firstPort + worker * portsEach + Math.floor(Math.random() * portsEach);
    if (await isFree(port)) return port;
  }
}
