/** Keeps one model file for each department in IndexedDB; none where storage is blocked. */
import { openDB } from "idb";
import type { ApiFile } from "../apiClient.ts";

export interface OfflineStore {
  read(department: string): Promise<ApiFile | undefined>;
  write(department: string, file: ApiFile): Promise<void>;
  remove(department: string): Promise<void>;
}

export async function openOfflineStore(person: string): Promise<OfflineStore> {
  try {
    const database = await openDB(`concord-model-${person}`, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("file"),
    });
    return {
      read: (department) => database.get("file", department) as Promise<ApiFile | undefined>,
      write: async (department, file) => void (await database.put("file", file, department)),
      remove: (department) => database.delete("file", department),
    };
  } catch {
    return { read: async () => undefined, write: async () => {}, remove: async () => {} };
  }
}
