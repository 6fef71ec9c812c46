/** A data folder with a year in it: made once, and known again by a note that lies beside the store. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { secretFrom, tenantKeysOf } from "../../api/keys.ts";
import { openStore } from "../../api/store/store.ts";
import { fillYear, type YearOptions } from "./year.ts";

export type FolderOptions = Omit<YearOptions, "featureKeyOf"> & { folder: string };

const noteIn = (folder: string) => join(folder, "year.json");

/** A store without a year in it. */
export const hasOtherData = (folder: string): boolean =>
  !hasYear(folder) && existsSync(join(folder, "concord.db"));

/** Made to the end: what was cut off has no note. */
export const hasYear = (folder: string): boolean => existsSync(noteIn(folder));

/** Leaves a year that is there as it is. Throws when the folder holds other data. */
export async function prepareYear({ folder, ...options }: FolderOptions): Promise<void> {
  if (hasYear(folder)) return;
  if (hasOtherData(folder)) throw new Error(`${folder} holds other data; name an empty folder.`);
  mkdirSync(folder, { recursive: true });
  const keysOf = tenantKeysOf(secretFrom(undefined, folder));
  const store = await openStore({ file: join(folder, "concord.db") }, options.today);
  try {
    await fillYear(store, { ...options, featureKeyOf: (tenant) => keysOf(tenant).feature });
  } finally {
    await store.close();
  }
  const { messages, seed, today } = options;
  writeFileSync(noteIn(folder), JSON.stringify({ messages, seed, madeAt: today }));
}
