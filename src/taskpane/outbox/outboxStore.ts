/** Where the outbox keeps its entries: IndexedDB, or memory where the browser blocks storage. */
import { type IDBPDatabase, openDB } from "idb";
import type { Entry } from "./outboxEntry.ts";

export interface OutboxStore {
  /** False: what is not delivered is lost with the pane, and the person is told so. */
  readonly isDurable: boolean;
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

export function memoryStore(entries = new Map<string, Entry>()): OutboxStore {
  return {
    isDurable: false,
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    remove: async (id) => void entries.delete(id),
  };
}

const durable: IDBTransactionOptions = { durability: "strict" };

function durableStore(database: IDBPDatabase): OutboxStore {
  const write = async (run: (store: IDBObjectStoreLike) => Promise<unknown>) => {
    const transaction = database.transaction("entries", "readwrite", durable);
    await Promise.all([run(transaction.store as unknown as IDBObjectStoreLike), transaction.done]);
  };
  return {
    isDurable: true,
    all: () => database.getAll("entries") as Promise<Entry[]>,
    put: (entry) => write((store) => store.put(entry)),
    remove: (id) => write((store) => store.delete(id)),
  };
}

interface IDBObjectStoreLike {
  put(entry: Entry): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

/**
 * A browser may clear, fill or close its storage while the pane is open. What waits then goes into it anew; where that
 * does not work either, it is kept as long as the pane is.
 */
function lastingStore(connect: () => Promise<IDBPDatabase>, first: OutboxStore): OutboxStore {
  let store = first;
  const waiting = new Map<string, Entry>();
  const openAnew = async () => {
    try {
      const fresh = durableStore(await connect());
      for (const entry of waiting.values()) await fresh.put(entry);
      return fresh;
    } catch {
      return memoryStore(waiting);
    }
  };
  const work = async <T>(on: (store: OutboxStore) => Promise<T>): Promise<T> => {
    const tried = store;
    try {
      return await on(tried);
    } catch {
      const anew = await openAnew();
      if (store === tried) store = anew;
      return on(store);
    }
  };
  return {
    get isDurable() {
      return store.isDurable;
    },
    async all() {
      const known = [...waiting.keys()];
      const stored = await work((on) => on.all());
      // Another tab has delivered the rest.
      for (const id of known) if (!stored.some((entry) => entry.id === id)) waiting.delete(id);
      for (const entry of stored) waiting.set(entry.id, entry);
      return stored;
    },
    put(entry) {
      waiting.set(entry.id, entry);
      return work((on) => on.put(entry));
    },
    async remove(id) {
      waiting.delete(id);
      await work((on) => on.remove(id));
      // What could be kept before the storage was full.
      if (store !== first) await first.remove(id).catch(() => undefined);
    },
  };
}

/** One database per person: whoever signs in next must not send, or read, what somebody else said. */
export async function openOutboxStore(person: string): Promise<OutboxStore> {
  const connect = () =>
    openDB(`concord-outbox-${person}`, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("entries", { keyPath: "id" }),
    });
  try {
    const database = await connect();
    await database.count("entries");
    return lastingStore(connect, durableStore(database));
  } catch {
    return memoryStore();
  }
}
