/** The version has four parts and rises with every change, or Outlook keeps the old manifest. */
import { createHash } from "node:crypto";
import { type Finding, finding } from "../finding.ts";
import type { ManifestTree, Surroundings } from "../manifestTree.ts";
import { childOf, type Element, parseTree } from "../xmlTree.ts";

const fourParts = /^\d{1,5}(\.\d{1,5}){3}$/;

export function version(tree: ManifestTree, { previous }: Surroundings): Finding[] {
  const element = childOf(tree.root, "Version");
  const line = (element ?? tree.root).line;
  const text = element?.text ?? "";
  if (!fourParts.test(text))
    return [finding("version-format", line, `Version "${text}" must be four numbers, as 1.0.0.0.`)];
  const low =
    Number(text.split(".")[0]) >= 1
      ? []
      : [finding("version-too-low", line, `Version ${text} is below 1.0, which Outlook refuses.`)];
  return previous === undefined ? low : [...low, ...raised(tree, text, line, previous)];
}

function raised(tree: ManifestTree, text: string, line: number, previous: string): Finding[] {
  const parsed = parseTree(previous);
  if (parsed.kind === "broken") return [];
  const { root } = parsed;
  const [id, oldId] = [childOf(tree.root, "Id"), childOf(root, "Id")?.text];
  if (id?.text.toLowerCase() !== oldId?.toLowerCase())
    return [
      finding(
        "id-changed",
        (id ?? tree.root).line,
        `Id was ${oldId}; with another Id Outlook adds a second Concord.`,
      ),
    ];
  const before = childOf(root, "Version")?.text ?? "0";
  const order = compareVersions(text, before);
  if (order > 0 || (order === 0 && fingerprint(tree.root) === fingerprint(root))) return [];
  const why =
    order < 0 ? "is lower than the deployed" : "has changed content but the version of the deployed";
  return [finding("version-not-raised", line, `Version ${text} ${why} manifest (${before}); raise it.`)];
}

export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number)) as [number[], number[]];
  for (let part = 0; part < 4; part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** A hash of what the manifest says: comments, spacing and the version itself do not count. */
export const fingerprint = (root: Element): string =>
  createHash("sha256")
    .update(JSON.stringify(said(root)))
    .digest("hex");

const said = ({ name, attributes, text, children }: Element): unknown => [
  name,
  Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
  text,
  children.filter((child) => child.name !== "Version").map(said),
];
