/** npm run manifest -- --origin https://… : writes the manifest for one deployment to the screen or a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RenderingRefused, renderManifest } from "./manifest.ts";

const usage = `npm run manifest -- --origin https://concord.example.com [--no-category-writing]
                    [--version 1.0.1.0] [--id GUID] [--out FILE]`;

function main(): void {
  const { values } = parseArgs({
    options: {
      origin: { type: "string" },
      "no-category-writing": { type: "boolean", default: false },
      version: { type: "string" },
      id: { type: "string" },
      out: { type: "string" },
    },
  });
  if (!values.origin) throw new RenderingRefused(`Say where Concord is served:\n${usage}`);
  const template = readFileSync(join(import.meta.dirname, "..", "..", "manifest.xml"), "utf8");
  const { origin, version, id, out } = values;
  const xml = renderManifest(template, {
    origin,
    categoryWriting: !values["no-category-writing"],
    ...(version === undefined ? {} : { version }),
    ...(id === undefined ? {} : { id }),
  });
  if (out === undefined) process.stdout.write(xml);
  else write(out, xml);
}

function write(file: string, xml: string): void {
  try {
    writeFileSync(file, xml);
  } catch (error) {
    throw new RenderingRefused(`${file} could not be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  console.error(`Wrote ${file}.`);
}

const isMisspelt = (error: unknown): error is Error =>
  error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");

try {
  main();
} catch (error) {
  if (!(error instanceof RenderingRefused) && !isMisspelt(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
