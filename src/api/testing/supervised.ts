/** A process that is started again whenever it dies by itself, as a service manager does. */
import { type Started, startProcess } from "./process.ts";

export interface Supervised {
  /** undefined while nothing runs */
  origin(): string | undefined;
  /** how often it died, and how often it could not even start */
  deaths(): number;
  /** what it said when it died */
  lastWords(): string;
  /** Politely, and for good; throws when it had given up starting it. */
  stop(): Promise<void>;
}

const mostStarts = 40;

export async function supervised(settings: Record<string, string>): Promise<Supervised> {
  let running: Started | undefined = await startProcess(settings);
  let deaths = 0;
  let lastWords = "";
  let isOver = false;
  const watching = (async () => {
    for (;;) {
      await running?.exit;
      if (isOver) return;
      if (running) lastWords = running.output();
      running = undefined;
      if (++deaths >= mostStarts) throw new Error(`it died ${deaths} times: ${lastWords}`);
      running = await startProcess(settings).catch(() => undefined);
    }
  })();
  watching.catch(() => {});
  return {
    origin: () => running?.origin,
    deaths: () => deaths,
    lastWords: () => lastWords,
    async stop() {
      while (!running && deaths < mostStarts) await new Promise((done) => setTimeout(done, 50));
      isOver = true;
      await running?.end();
      await watching;
    },
  };
}
