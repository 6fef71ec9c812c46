/** One batch through the writing thread: read of one moment, decided here, written if nobody else has written since. */
import { type Hot, inSqlite, insertInto, listsAsJson, valuesIn } from "./hot.ts";
import type { Read, Step, Writing } from "./writing.ts";

/** Somebody else wrote between reading and writing. */
class Stale extends Error {}

const isBusy = (fault: unknown) => String((fault as { code?: unknown }).code).startsWith("SQLITE_BUSY");

const attempts = 3;

/**
 * `work` reads and writes through the given statements only; its writes are kept back until it is done. Runs again when
 * somebody else has written meanwhile. Undefined when that happened every time: then another way has to be taken.
 * `onSent`: its writes are on their way, and what is read from now on is read behind them.
 */
export async function throughThread<T>(
  writing: Writing,
  work: (hot: Hot) => Promise<T>,
  onSent: () => void = () => {},
): Promise<{ value: T } | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const batch = openBatch(writing);
    try {
      const value = await work(batch.hot);
      const committed = batch.commit();
      onSent();
      if (await committed) return { value };
    } catch (fault) {
      if (!(fault instanceof Stale) && !isBusy(fault)) throw fault;
    }
  }
  return undefined;
}

interface Asked extends Read {
  done: (rows: never) => void;
  fail: (fault: unknown) => void;
}

function openBatch(writing: Writing): { hot: Hot; commit(): Promise<boolean> } {
  const steps: Step[] = [];
  let asked: Asked[] = [];
  let version: number | undefined;

  /** Whatever is asked for in one go travels together. */
  const send = async () => {
    const all = asked;
    asked = [];
    try {
      const answer = await writing.read(all.map(({ text, values }) => ({ text, values })));
      version ??= answer.version;
      if (answer.version !== version) throw new Stale();
      for (const [i, { done }] of all.entries()) done(answer.rows[i] as never);
    } catch (fault) {
      for (const { fail } of all) fail(fault);
    }
  };

  return {
    hot: {
      read: (_, text, values) =>
        new Promise((done, fail) => {
          if (asked.length === 0) queueMicrotask(() => void send());
          asked.push({ text: inSqlite(text), values: listsAsJson(values), done, fail });
        }),
      write: async (_, table, rows) => {
        if (rows.length > 0)
          steps.push({ text: insertInto(table), rows: rows.map((row) => valuesIn(table, row)) });
      },
      run: async (_, text, values) => {
        steps.push({ text: inSqlite(text), rows: [listsAsJson(values)] });
      },
    },
    commit: async () => steps.length === 0 || writing.write(steps, version!),
  };
}
