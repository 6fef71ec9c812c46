/** What the schemas do not catch in a manifest: every check of src/deploy/rules, in the order of the lines. */
import { type Finding, finding } from "./finding.ts";
import { type ManifestTree, manifestTree, type Surroundings } from "./manifestTree.ts";
import { addresses } from "./rules/addresses.ts";
import { commands } from "./rules/commands.ts";
import { icons } from "./rules/icons.ts";
import { pages } from "./rules/pages.ts";
import { permissions } from "./rules/permissions.ts";
import { resources } from "./rules/resources.ts";
import { hosts, identity, needs, nesting, requirements } from "./rules/structure.ts";
import { locales, texts } from "./rules/texts.ts";
import { version } from "./rules/version.ts";
import { parseTree } from "./xmlTree.ts";

type Rule = (tree: ManifestTree, around: Surroundings) => Finding[];

const rules: readonly Rule[] = [
  identity,
  version,
  nesting,
  hosts,
  requirements,
  needs,
  commands,
  resources,
  addresses,
  icons,
  pages,
  permissions,
  texts,
  locales,
];

const maxBytes = 256 * 1024;

/** Judges one manifest. No finding means: nothing known to be wrong. */
export function lintManifest(xml: string, around: Surroundings): Finding[] {
  const parsed = parseTree(xml);
  if (parsed.kind === "broken")
    return parsed.reason === "doctype"
      ? [finding("doctype", parsed.line, "A manifest has no document type; remove the DOCTYPE.")]
      : [finding("not-xml", parsed.line, "This is not well-formed XML.")];
  const { root } = parsed;
  if (root.name !== "OfficeApp" || root.attributes.type !== "MailApp")
    return [finding("not-a-mail-app", root.line, 'The root is not an OfficeApp of xsi:type "MailApp".')];
  const tree = manifestTree(root);
  return [...size(xml), ...rules.flatMap((rule) => rule(tree, around))].sort((a, b) => a.line - b.line);
}

const size = (xml: string): Finding[] =>
  Buffer.byteLength(xml) <= maxBytes
    ? []
    : [finding("too-large", 1, "The manifest is larger than 256 KB, the most that Outlook takes.")];
