/** Keeps the last visit's departments and taxonomies in IndexedDB, apart for each person and each place Outlook names; none where storage is blocked. */
import { openDB } from "idb";
import type { Me } from "../../triage/department.ts";
import type { ProfileStore } from "./profile.ts";

/** @param partition Outlook's word for what must not be shared, where the browser does not see to it itself */
export async function openProfileStore(person: string, partition = ""): Promise<ProfileStore> {
  try {
    const name = `concord-profile-${person}${partition && `-${partition}`}`;
    const database = await openDB(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("profile"),
    });
    return {
      read: () => database.get("profile", "me") as Promise<Me | undefined>,
      write: async (me) => void (await database.put("profile", me, "me")),
      clear: () => database.clear("profile"),
    };
  } catch {
    return { read: async () => undefined, write: async () => {}, clear: async () => {} };
  }
}
