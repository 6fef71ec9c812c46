/** Every page the manifest opens is one that is built; a dead address is an empty pane. */
import { type Finding, finding } from "../finding.ts";
import { type ManifestTree, ownOrigin, type Surroundings } from "../manifestTree.ts";
import { type Element, named } from "../xmlTree.ts";

export function pages(tree: ManifestTree, { pages, readAsset }: Surroundings): Finding[] {
  if (!pages) return [];
  const exists = (path: string) => pages.has(path) || readAsset(path) !== undefined;
  return pageElements(tree).flatMap(({ attributes, line }) => {
    const address = attributes.DefaultValue ?? attributes.Value ?? "";
    if (!URL.canParse(address) || new URL(address).origin !== ownOrigin(tree)) return [];
    const { pathname } = new URL(address);
    return exists(pathname) ? [] : [finding("page-missing", line, `Nothing is built for ${pathname}.`)];
  });
}

function pageElements(tree: ManifestTree): Element[] {
  const base = named(tree.base, "SourceLocation", "SupportUrl");
  const inner = tree.overrides.flatMap(({ resources }) =>
    resources.filter(({ kind }) => kind === "Urls").map(({ element }) => element),
  );
  return [...base, ...inner].flatMap((element) => [element, ...named(element.children, "Override")]);
}
