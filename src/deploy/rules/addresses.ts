/** Every address is https and on the add-in's own origin or a listed domain; none leads to the developer's machine. */
import { type Finding, finding } from "../finding.ts";
import { type ManifestTree, ownOrigin, type Surroundings } from "../manifestTree.ts";
import { type Element, named } from "../xmlTree.ts";

interface Address {
  value: string;
  line: number;
}

export function addresses(tree: ManifestTree, { production }: Surroundings): Finding[] {
  const domains = named(tree.base, "AppDomain").map(({ text, line }) => ({ value: text, line }));
  const allowed = new Set(domains.map(({ value }) => originOf(value)).concat(ownOrigin(tree)));
  return [
    ...domains.flatMap((domain) => [...form(domain, production), ...bare(domain)]),
    ...addressesOf(tree).flatMap((address) => [...form(address, production), ...home(address, allowed)]),
  ];
}

export function addressesOf(tree: ManifestTree): Address[] {
  const base = named(tree.base, "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation");
  const inner = tree.overrides.flatMap(({ resources }) =>
    resources.filter(({ kind }) => kind === "Urls" || kind === "Images").map(({ element }) => element),
  );
  return [...base, ...inner].flatMap((element) =>
    [element, ...named(element.children, "Override")].map(value),
  );
}

const value = ({ attributes, line }: Element): Address => ({
  value: attributes.DefaultValue ?? attributes.Value ?? "",
  line,
});

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : undefined);

function form({ value, line }: Address, production: boolean): Finding[] {
  if (!URL.canParse(value) || /[\s*]/.test(value))
    return [finding("address-invalid", line, `"${value}" is not one full address.`)];
  const url = new URL(value);
  if (url.protocol !== "https:")
    return [finding("address-not-https", line, `${value} is not https; Outlook refuses to load it.`)];
  if (url.username || url.password)
    return [finding("address-invalid", line, `The address on ${url.host} carries a user name or password.`)];
  return production && isLoopback(url.hostname)
    ? [finding("address-localhost", line, `${value} is the reader's own computer, not a server.`)]
    : [];
}

export const isLoopback = (hostname: string) =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);

function home({ value, line }: Address, allowed: ReadonlySet<string | undefined>): Finding[] {
  if (!URL.canParse(value) || !value.startsWith("https:") || allowed.has(originOf(value))) return [];
  const sentence = `${value} is neither on the add-in's own origin nor on a listed AppDomain.`;
  return [finding("address-foreign", line, sentence)];
}

function bare({ value, line }: Address): Finding[] {
  if (!URL.canParse(value) || /^https:\/\/[^/]+$/.test(value)) return [];
  return [finding("app-domain-path", line, `AppDomain ${value} must be an origin only, without a path.`)];
}
