/** `npm run keys -- show|rotate|retire|renew-features`: the keys messages are named and features hashed under; never prints one. */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exitCodes, Mistake, runCommand } from "../shell/command.ts";
import { keySource, storagePlace } from "./config.ts";
import {
  featurePrintOf,
  type KeyRing,
  keyFile,
  knownSecret,
  printOf,
  renewed,
  retired,
  ringText,
  rotated,
} from "./keys.ts";
import { featurePrintIn, lossOf, renewFeatures } from "./store/featureRenewal.ts";
import { namedByOlder } from "./store/keyUse.ts";
import { belongToFolder } from "./store/privateFile.ts";
import { openStore, type Store } from "./store/store.ts";

const usage = `npm run keys -- show             how many keys there are
npm run keys -- rotate           a new key for the names of new messages; older ones are still resolved
npm run keys -- retire           without the older keys, once no message stands under them; --unchecked does not look
npm run keys -- renew-features   a new key for features; --yes deletes what was learned under the old one (Concord stopped)
DATA_DIR and DATABASE_URL are those of the API.`;

/** Whole or not at all, and readable by its owner only. */
function keep(ring: KeyRing, file: string): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, ringText(ring), { mode: 0o600, flag: "wx", flush: true } as never);
  belongToFolder(fresh);
  renameSync(fresh, file);
}

function ringThatIsThere(dataDir: string): KeyRing {
  if (keySource() !== undefined)
    throw new Mistake(
      "The keys come from CONCORD_KEY: run this where DATA_DIR holds a copy of them in concord.key, then give its new content as CONCORD_KEY.",
      78,
    );
  if (existsSync(keyFile(dataDir)) && !statSync(keyFile(dataDir)).isFile())
    throw new Mistake(`${keyFile(dataDir)} is no file.`, exitCodes.data);
  const ring = knownSecret(undefined, dataDir);
  if (!ring)
    throw new Mistake(
      `There is no key in ${dataDir}: the first start makes it. Set DATA_DIR as the API has it.`,
      exitCodes.missing,
    );
  return ring;
}

async function storeThatIsThere(why: string): Promise<Store> {
  const { dataDir, databaseUrl } = storagePlace();
  const file = join(dataDir, "concord.db");
  if (!databaseUrl && !existsSync(file))
    throw new Mistake(`There is no database at ${file} ${why}`, exitCodes.missing);
  return openStore(databaseUrl ? { databaseUrl } : { file }, Date.now());
}

/** A message whose key is gone is found by nobody any more. */
async function refuseNeeded({ messages }: KeyRing): Promise<void> {
  const [newest = "", ...older] = messages.map(printOf);
  const store = await storeThatIsThere(
    "to look whether the older keys are needed; set DATA_DIR or DATABASE_URL as the API has it, or say --unchecked.",
  );
  const needed = await namedByOlder(store.db, { newest, older }).finally(store.close);
  if (needed > 0)
    throw new Mistake(
      `${needed} messages may still stand under the older keys; nothing was changed. Retention deletes them in time; look again then.`,
      exitCodes.data,
    );
}

/** The key first, then the database: an API started in between refuses, and the same command again finishes. */
async function renew(ring: KeyRing, file: string, isMeant: boolean): Promise<number> {
  const store = await storeThatIsThere(
    "to renew the features of; set DATA_DIR or DATABASE_URL as the API has it.",
  );
  try {
    const loss = await lossOf(store.db);
    console.log(
      `Lost with the old key: ${loss.features} messages' features, ${loss.imported} imported messages, ${loss.model_file} model files. Models begin anew from the definitions and learn from new verdicts only; verdicts, figures and the audit log stay.`,
    );
    if (!isMeant)
      throw new Mistake(
        "Nothing was changed. Stop every instance, make a backup, then say --yes.",
        exitCodes.data,
      );
    const isCutOff = ring.features !== undefined && featurePrintOf(ring) !== (await featurePrintIn(store.db));
    const after = isCutOff ? ring : renewed(ring);
    if (!isCutOff) keep(after, file);
    await renewFeatures(store, featurePrintOf(after)!, Date.now(), (department) =>
      console.log(`${department}: begun anew.`),
    );
  } finally {
    await store.close();
  }
  console.log("Features have a new key. Start every instance; back up concord.key and the database anew.");
  return 0;
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { unchecked: { type: "boolean" }, yes: { type: "boolean" } },
  });
  const [verb = "", ...more] = positionals;
  if (!["show", "rotate", "retire", "renew-features"].includes(verb) || more.length > 0)
    throw new Mistake(`Say show, rotate, retire or renew-features.\n${usage}`);
  const { dataDir } = storagePlace();
  const ring = ringThatIsThere(dataDir);
  if (verb === "renew-features") return renew(ring, keyFile(dataDir), values.yes === true);
  if (verb === "retire" && ring.messages.length > 1 && !values.unchecked) await refuseNeeded(ring);
  const after = { show: ring, rotate: rotated(ring), retire: retired(ring) }[verb]!;
  if (verb !== "show") keep(after, keyFile(dataDir));
  const older = after.messages.length - 1;
  console.log(`1 key for new messages, ${older} older ${older === 1 ? "one" : "ones"} still resolved.`);
  if (verb !== "show") console.log("Restart every instance; back up concord.key anew.");
  return 0;
}

export const command = { main, usage };
export const ended = runCommand(command);
