/** Every icon is there in the sizes Outlook asks for, as a PNG of exactly that many pixels. */
import { PNG } from "pngjs";
import { type Finding, finding } from "../finding.ts";
import {
  type ManifestTree,
  type Override,
  ownOrigin,
  resourceOf,
  type Surroundings,
} from "../manifestTree.ts";
import { childOf, type Element, named } from "../xmlTree.ts";

const neededSizes = ["16", "32", "80"];
const knownSizes = [...neededSizes, "20", "24", "40", "48", "64"];
const baseIcons = { IconUrl: 64, HighResolutionIconUrl: 128 };

export function icons(tree: ManifestTree, around: Surroundings): Finding[] {
  const judge = (use: Use) => file(use, ownOrigin(tree), around);
  return [
    ...Object.entries(baseIcons).flatMap(([name, size]) => baseIcon(tree, name, size, judge)),
    ...tree.overrides.flatMap((override) => [
      ...named(override.parts, "Icon").flatMap(sizes),
      ...named(override.parts, "Image").flatMap((image) => uses(override, image).flatMap(judge)),
    ]),
  ];
}

/** One place where an icon of a size is asked for, and the line that names its file. */
interface Use {
  address: string;
  size: number;
  line: number;
  askedOn: number;
}

const addressesOf = (element: Element) =>
  [element, ...named(element.children, "Override")].map(({ attributes, line }) => ({
    address: attributes.DefaultValue ?? attributes.Value ?? "",
    line,
  }));

function baseIcon(tree: ManifestTree, name: string, size: number, judge: (use: Use) => Finding[]): Finding[] {
  const element = childOf(tree.root, name);
  if (!element)
    return [finding("icon-missing", tree.root.line, `${name} is missing; it names the ${size} px icon.`)];
  return addressesOf(element).flatMap((place) => judge({ ...place, size, askedOn: place.line }));
}

function sizes(icon: Element): Finding[] {
  const images = named(icon.children, "Image");
  const missing = neededSizes.filter((size) => !images.some(({ attributes }) => attributes.size === size));
  const unknown = images.filter(({ attributes }) => !knownSizes.includes(attributes.size ?? ""));
  const twice = images.filter(
    ({ attributes }, place) => images.findIndex((o) => o.attributes.size === attributes.size) < place,
  );
  return [
    ...twice.map(({ attributes, line }) =>
      finding("icon-size-duplicate", line, `This icon has the ${attributes.size} px image twice.`),
    ),
    ...missing.map((size) => finding("icon-size-missing", icon.line, `This icon has no ${size} px image.`)),
    ...unknown.map(({ attributes, line }) =>
      finding("icon-size-unknown", line, `Outlook has no use for an icon of "${attributes.size}" px.`),
    ),
  ];
}

function uses(override: Override, image: Element): Use[] {
  const resource = resourceOf(override, image.attributes.resid);
  if (!resource) return [];
  const size = Number(image.attributes.size);
  return addressesOf(resource.element).map((place) => ({ ...place, size, askedOn: image.line }));
}

/** Icons on other origins are not on our disk; whether they may be there is a question of addresses. */
function file(use: Use, origin: string | undefined, around: Surroundings): Finding[] {
  if (!URL.canParse(use.address) || new URL(use.address).origin !== origin) return [];
  const path = new URL(use.address).pathname;
  const bytes = around.readAsset(path);
  if (!bytes) return [finding("icon-file-missing", use.line, `There is no file ${path}.`)];
  const picture = pngSize(bytes);
  if (!picture) return [finding("icon-not-png", use.line, `${path} is not a whole PNG picture.`)];
  if (picture.width === use.size && picture.height === use.size) return [];
  const sentence = `${path} (line ${use.line}) is ${picture.width} × ${picture.height}, but ${use.size} px is asked for.`;
  return [finding("icon-size-wrong", use.askedOn, sentence)];
}

function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
}
