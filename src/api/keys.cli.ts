/** `npm run keys -- show|rotate|retire`: the keys under which messages are named; never prints one. */
import { renameSync, writeFileSync } from "node:fs";
import { keySource, storagePlace } from "./config.ts";
import { type KeyRing, keyFile, retired, ringText, rotated, secretFrom } from "./keys.ts";
import { isStartFailure } from "./startFailure.ts";

const changes: Readonly<Record<string, (ring: KeyRing) => KeyRing>> = {
  show: (ring) => ring,
  rotate: rotated,
  retire: retired,
};

/** Whole or not at all, and readable by its owner only. */
function keep(ring: KeyRing, file: string): void {
  writeFileSync(`${file}.new`, ringText(ring), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const [verb = ""] = process.argv.slice(2);
const change = changes[verb];

if (!change) {
  console.error("Say show, rotate or retire.");
  process.exitCode = 64;
} else if (keySource() !== undefined) {
  console.error(
    "The keys come from CONCORD_KEY: run this where DATA_DIR holds a copy of them in concord.key, then give its new content as CONCORD_KEY.",
  );
  process.exitCode = 78;
} else {
  try {
    const { dataDir } = storagePlace();
    const ring = secretFrom(undefined, dataDir);
    const after = change(ring);
    if (verb !== "show") keep(after, keyFile(dataDir));
    const older = after.messages.length - 1;
    console.log(`1 key for new messages, ${older} older ${older === 1 ? "one" : "ones"} still resolved.`);
    if (verb !== "show") console.log("Restart every instance; back up concord.key anew.");
  } catch (fault) {
    if (!isStartFailure(fault)) throw fault;
    console.error(fault.message);
    process.exitCode = fault.exitCode;
  }
}
