/** The parts of a mail manifest that the checks speak of, found in its XML tree. */
import { childOf, type Element, named, within } from "./xmlTree.ts";

export interface ManifestTree {
  root: Element;
  /** Everything outside VersionOverrides. */
  base: readonly Element[];
  /** Each VersionOverrides with what it holds itself; a nested one replaces it whole and is not part of it. */
  overrides: readonly Override[];
}

export interface Override {
  version: string;
  element: Element;
  parts: readonly Element[];
  resources: readonly Resource[];
}

export interface Resource {
  id: string;
  kind: string;
  element: Element;
}

/** What stands around a manifest and decides whether it is right. */
export interface Surroundings {
  /** The bytes behind a path of the add-in's own origin, as `/assets/icon-16.png`. */
  readAsset(path: string): Uint8Array | undefined;
  /** The built pages beside the assets, as `/taskpane.html`; absent when there is none to compare with. */
  pages?: ReadonlySet<string>;
  /** Source text of src/outlook and src/commands; absent when there is none to compare with. */
  outlookSource?: string;
  commandsSource?: string;
  /** Whether this deployment writes Outlook categories, which needs a higher permission. */
  categoryWriting: boolean;
  /** A manifest for people, not for the developer's own machine. */
  production: boolean;
  /** The manifest that is deployed now. */
  previous?: string;
}

export function manifestTree(root: Element): ManifestTree {
  const all = within(root);
  return {
    root,
    base: within(root, "VersionOverrides"),
    overrides: named(all, "VersionOverrides").map(overrideOf),
  };
}

function overrideOf(element: Element): Override {
  const parts = element.children.flatMap((child) =>
    child.name === "VersionOverrides" ? [] : within(child, "VersionOverrides"),
  );
  const version = (element.attributes.type ?? "").replace(/^VersionOverrides/, "");
  return { version, element, parts, resources: resourcesOf(element) };
}

const resourcesOf = (override: Element): Resource[] =>
  (childOf(override, "Resources")?.children ?? []).flatMap((list) =>
    list.children.map((element) => ({ id: element.attributes.id ?? "", kind: list.name, element })),
  );

export const resourceOf = (override: Override, resid: string | undefined): Resource | undefined =>
  override.resources.find((resource) => resource.id === resid);

/** The origin the add-in lives on: that of the page it names first. */
export function ownOrigin(tree: ManifestTree): string | undefined {
  const address = named(tree.base, "SourceLocation")[0]?.attributes.DefaultValue;
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}
