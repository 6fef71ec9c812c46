/** npm run manifest -- --origin https://… : writes the manifest for one deployment to the screen or a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../shell/command.ts";
import { RenderingRefused, renderManifest } from "./manifest.ts";

const usage = `npm run manifest -- --origin https://concord.example.com [--no-category-writing] [--batch]
                    [--version 1.0.1.0] [--id GUID] [--out FILE]`;

function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      origin: { type: "string" },
      "no-category-writing": { type: "boolean", default: false },
      batch: { type: "boolean", default: false },
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
    batch: values.batch,
    ...(version === undefined ? {} : { version }),
    ...(id === undefined ? {} : { id }),
  });
  if (out === undefined) process.stdout.write(xml);
  else write(out, xml);
  return 0;
}

function write(file: string, xml: string): void {
  try {
    writeFileSync(file, xml);
  } catch (error) {
    throw new RenderingRefused(`${file} could not be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  console.error(`Wrote ${file}.`);
}

export const command = { main, usage, misused: 1 };
export const ended = runCommand(command);
