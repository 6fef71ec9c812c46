/** Renders the manifest of the repository for the address, and with the permission, of one organisation. */

import { XmlDocument, XmlElement, XmlParseError, XmlText } from "libxml2-wasm";
import { v5 as nameBasedId } from "uuid";
import { isGuid } from "../triage/text.ts";

export interface Rendering {
  /** Where pane and API are served, as `https://concord.example.com`. */
  origin: string;
  /** Whether Concord may write Outlook categories (ReadWriteItem) or only read (ReadItem). */
  categoryWriting: boolean;
  /** The flavour for several selected messages, which needs the whole mailbox (ReadWriteMailbox). */
  batch?: boolean;
  /** Four numbers; the template's when absent. */
  version?: string;
  /** The add-in's identity; made from the origin when absent, so that the same origin keeps the same one. */
  id?: string;
}

/** Something the person asking can put right; its message is one sentence for them. */
export class RenderingRefused extends Error {
  /** What a command ends with: EX_USAGE. */
  readonly exitCode = 64;
}

/** The manifest for one place; only addresses, Permissions, Version, Id and, for batches, one line differ from the template. */
export function renderManifest(template: string, rendering: Rendering): string {
  return rendering.batch ? withSeveral(rendered(template, rendering)) : rendered(template, rendering);
}

const pinning = "<SupportsPinning>true</SupportsPinning>";

/** The schema wants it right behind the pinning, and Outlook on the pane's button alone. */
function withSeveral(xml: string): string {
  if (xml.split(pinning).length !== 2)
    throw new RenderingRefused("The template has not exactly one button whose pane can be pinned.");
  return xml.replace(
    /([ \t]*)<SupportsPinning>true<\/SupportsPinning>(\r?\n)/,
    (line, indent, end) => `${line}${indent}<SupportsMultiSelect>true</SupportsMultiSelect>${end}`,
  );
}

function rendered(template: string, rendering: Rendering): string {
  const origin = checkedOrigin(rendering.origin);
  const document = templateFrom(template);
  try {
    const { root } = document;
    const home = templateOrigin(root);
    for (const element of elements(root)) moveAddresses(element, home, origin);
    setText(root, "Permissions", permissionFor(rendering));
    if (rendering.version !== undefined) setText(root, "Version", checkedVersion(rendering.version));
    setText(root, "Id", idFor(textOf(root, "Id"), home, origin, rendering.id));
    return document.toString({ format: false });
  } finally {
    document.dispose();
  }
}

export const permissionFor = ({ categoryWriting, batch }: Pick<Rendering, "categoryWriting" | "batch">) =>
  batch ? "ReadWriteMailbox" : categoryWriting ? "ReadWriteItem" : "ReadItem";

function templateFrom(template: string): XmlDocument {
  try {
    return XmlDocument.fromString(template);
  } catch (error) {
    if (error instanceof XmlParseError) throw new RenderingRefused("The template is not well-formed XML.");
    throw error;
  }
}

/** An https origin in its one right spelling, or a refusal that says what is wrong with it. */
export function checkedOrigin(text: string): string {
  if (!URL.canParse(text))
    throw new RenderingRefused(`"${text}" is not an address such as https://concord.example.com.`);
  const url = new URL(text);
  if (url.protocol !== "https:")
    throw new RenderingRefused(`Outlook loads add-ins over https only, not "${text}".`);
  if (url.username || url.password)
    throw new RenderingRefused("The origin must not carry a user name or password.");
  if (url.pathname !== "/" || url.search || url.hash)
    throw new RenderingRefused(
      `Give the origin alone, ${url.origin}, without a path, question mark or hash.`,
    );
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)$/.test(url.hostname))
    throw new RenderingRefused(`"${url.hostname}" is not a host name.`);
  return url.origin;
}

function checkedVersion(text: string): string {
  if (/^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(text)) return text;
  throw new RenderingRefused(`Version "${text}" must be four numbers from 1.0.0.0 upwards.`);
}

/** A copy for another origin gets an identity of its own, so that a trial and the real one can stand side by side. */
function idFor(templateId: string, home: string, origin: string, wanted: string | undefined): string {
  if (wanted === undefined) return origin === home ? templateId : nameBasedId(origin, templateId);
  if (isGuid(wanted)) return wanted.toLowerCase();
  throw new RenderingRefused(`Id "${wanted}" is not a GUID.`);
}

function templateOrigin(root: XmlElement): string {
  const address = elements(root)
    .find(({ name }) => name === "SourceLocation")
    ?.attr("DefaultValue")?.value;
  if (!address || !URL.canParse(address))
    throw new RenderingRefused("The template names no page of its own.");
  return new URL(address).origin;
}

function moveAddresses(element: XmlElement, home: string, origin: string): void {
  const moved = (text: string) =>
    text === home || text.startsWith(`${home}/`) ? origin + text.slice(home.length) : text;
  for (const name of ["DefaultValue", "Value"]) {
    const attribute = element.attr(name);
    if (attribute) attribute.value = moved(attribute.value);
  }
  const text = element.name === "AppDomain" ? element.firstChild : null;
  if (text instanceof XmlText) text.content = moved(text.content.trim());
}

function elements(element: XmlElement): XmlElement[] {
  const found = [element];
  for (let child = element.firstChild; child; child = child.next)
    if (child instanceof XmlElement) found.push(...elements(child));
  return found;
}

function textNode(root: XmlElement, name: string): XmlText {
  const text = elements(root).find((element) => element.name === name)?.firstChild;
  if (text instanceof XmlText) return text;
  throw new RenderingRefused(`The template has no ${name}.`);
}

const textOf = (root: XmlElement, name: string): string => textNode(root, name).content.trim();

function setText(root: XmlElement, name: string, text: string): void {
  textNode(root, name).content = text;
}
