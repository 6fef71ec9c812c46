/** A pack for tests, made of the repository's own sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { starters } from "../../../triage/starter/starters.ts";
import { lintManifest } from "../../lint.ts";
import { projectFiles } from "../../projectFiles.ts";
import { readTemplates } from "../fill.ts";
import { type PackSources, packOf } from "../pack.ts";
import { checkedRequest, type PackOptions } from "../packRequest.ts";

export const root = join(__dirname, "..", "..", "..", "..");

export const asked: PackOptions = {
  origin: "https://concord.example.com",
  tenant: "11111111-2222-4333-8444-555555555555",
  client: "cccccccc-1111-4222-8333-dddddddddddd",
  api: "aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb",
};

export const sources = (extra: Partial<PackSources> = {}): PackSources => ({
  manifestTemplate: readFileSync(join(root, "manifest.xml"), "utf8"),
  template: readTemplates(join(__dirname, "..", "templates")),
  dockerfile: readFileSync(join(root, "Dockerfile"), "utf8"),
  starters,
  judge: (manifest) =>
    lintManifest(manifest, { ...projectFiles(root), categoryWriting: true, production: true }),
  ...extra,
});

export function packed(options: PackOptions = {}, extra: Partial<PackSources> = {}) {
  const checked = checkedRequest({ ...asked, ...options }, Object.keys(starters));
  if ("faults" in checked) throw new Error(checked.faults.join("\n"));
  return packOf(checked.request, sources(extra));
}

export function filesOf(
  options: PackOptions = {},
  extra: Partial<PackSources> = {},
): ReadonlyMap<string, string> {
  const made = packed(options, extra);
  if ("faults" in made) throw new Error(made.faults.join("\n"));
  return made.files;
}
