/** An export as a file, packed when its name ends with .gz: written whole or not left behind, read line by line. */
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { exportTo } from "./portable.ts";
import { newPrivateFile } from "./privateFile.ts";
import type { Store } from "./store.ts";
import { StoreFailure } from "./storeFailure.ts";

const isPacked = (file: string) => file.endsWith(".gz");

/** Answers how many rows. Throws EEXIST where there is a file. */
export async function writeExport(store: Store, file: string): Promise<number> {
  newPrivateFile(file);
  const into = isPacked(file) ? createGzip() : new PassThrough();
  const writing = pipeline(into, createWriteStream(file, { flags: "r+", flush: true } as never));
  try {
    // A disk that is full ends the waiting, too.
    const rows = await Promise.race([
      exportTo(store, (text) => written(into, text)),
      writing.then(() => never("closed")),
    ]);
    into.end();
    await writing;
    return rows;
  } catch (fault) {
    into.destroy();
    await writing.catch(() => {});
    rmSync(file, { force: true });
    throw fault;
  }
}

const never = (why: string): never => {
  throw new Error(why);
};

const written = (into: PassThrough | ReturnType<typeof createGzip>, text: string): Promise<void> =>
  new Promise((done) => {
    if (into.write(text)) done();
    else into.once("drain", done);
  });

/** Throws StoreFailure where what is packed is damaged. */
export async function* linesOfExport(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const unpacked = isPacked(file) ? createGunzip() : new PassThrough();
  const reading = pipeline(bytes, unpacked).catch(() => {});
  unpacked.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of unpacked) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
    }
  } catch (fault) {
    if (!String((fault as NodeJS.ErrnoException).code).startsWith("Z_")) throw fault;
    throw new StoreFailure(`${file} is not whole: it cannot be unpacked.`);
  }
  if (rest !== "") yield rest;
  await reading;
}
