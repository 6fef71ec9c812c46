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

/** One database per person: whoever signs in next must not send, or read, what somebody else said. */
export async function openOutboxStore(person: string): Promise<OutboxStore> {
  try {
    const database = await openDB(`concord-outbox-${person}`, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("entries", { keyPath: "id" }),
    });
    await database.count("entries");
    return durableStore(database);
  } catch {
    return memoryStore();
  }
}
