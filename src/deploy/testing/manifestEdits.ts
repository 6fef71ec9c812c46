/** Edits of a manifest's text, for tests; each fails when what it edits is not there. */
import type { FindingCode } from "../finding.ts";
import type { Surroundings } from "../manifestTree.ts";

/** A piece of text that stands on the line where the finding belongs. */
export type Place = string;

export interface ManifestCase {
  title: string;
  edit(xml: string): string;
  around?: Partial<Surroundings>;
  finds?: readonly (readonly [FindingCode, Place])[];
}

/** Replaces one text that must be there, so that no case can silently edit nothing. */
export const swap =
  (from: string, to: string) =>
  (xml: string): string => {
    if (!xml.includes(from)) throw new Error(`The manifest has no ${from}`);
    return xml.replace(from, () => to);
  };

export const swapAll =
  (from: string, to: string) =>
  (xml: string): string =>
    swap(from, to)(xml).replaceAll(from, () => to);

export const both =
  (...edits: ((xml: string) => string)[]) =>
  (xml: string): string =>
    edits.reduce((text, edit) => edit(text), xml);

export const drop = (text: string) => swap(text, "");

export const outer = 'xsi:type="VersionOverridesV1_0">';
export const home = "https://localhost:3000";

export const dropElement = (name: string) => (xml: string) => {
  const element = new RegExp(`\\s*<${name}[ >][\\s\\S]*?</${name}>`);
  if (!element.test(xml)) throw new Error(`The manifest has no ${name}`);
  return xml.replace(element, "");
};

/** The inner override's hosts and resources, as an outer one spells them. */
export const duplicateInOuter =
  (change: (block: string) => string = (block) => block) =>
  (xml: string): string => {
    const block = /VersionOverridesV1_1">([\s\S]*?)<\/VersionOverrides>/.exec(xml)![1]!;
    const old = block.replace(/\s*<Supports(Pinning|SharedFolders)>true<\/\w+>/g, "");
    return swap(outer, `${outer}${change(old)}`)(xml);
  };

/** The line of a place in a text; `text#2` is its second occurrence. */
export function lineOf(xml: string, place: Place): number {
  const [, text, nth] = /^([\s\S]*?)(?:#(\d+))?$/.exec(place)!;
  let at = -1;
  for (let count = 0; count < Number(nth ?? 1); count++) at = xml.indexOf(text!, at + 1);
  if (at < 0) throw new Error(`The manifest has no ${place}`);
  return xml.slice(0, at).split("\n").length;
}
