/** Keeps the last visit's departments and taxonomies in IndexedDB; none where storage is blocked. */
import { openDB } from "idb";
import type { Me } from "../triage/department.ts";
import type { ProfileStore } from "./profile.ts";

export async function openProfileStore(person: string): Promise<ProfileStore> {
  try {
    const database = await openDB(`concord-profile-${person}`, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("profile"),
    });
    return {
      read: () => database.get("profile", "me") as Promise<Me | undefined>,
      write: async (me) => void (await database.put("profile", me, "me")),
    };
  } catch {
    return { read: async () => undefined, write: async () => {} };
  }
}
