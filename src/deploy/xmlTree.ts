/** An XML document as plain values with line numbers, so that every check is a pure function. */
import { XmlDocument, XmlElement, XmlParseError, XmlText } from "libxml2-wasm";

export interface Element {
  name: string;
  /** By local name: `xsi:type` is `type`. No manifest element has two attributes of one local name. */
  attributes: Readonly<Record<string, string>>;
  /** The element's own text, trimmed; the text of its children is not in it. */
  text: string;
  /** Where the element begins. */
  line: number;
  children: readonly Element[];
}

export type Parsed = { kind: "tree"; root: Element } | { kind: "broken"; line: number; reason: Broken };
export type Broken = "not-xml" | "doctype";

/** A document type could pull in entities and files, and no manifest needs one: it is refused. */
export function parseTree(xml: string): Parsed {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(xml);
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    return { kind: "broken", line: error.details[0]?.line ?? 1, reason: "not-xml" };
  }
  try {
    if (document.dtd) return { kind: "broken", line: 1, reason: "doctype" };
    return { kind: "tree", root: elementOf(document.root, xml.split("\n")) };
  } finally {
    document.dispose();
  }
}

function elementOf(node: XmlElement, lines: readonly string[]): Element {
  const children: Element[] = [];
  let text = "";
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof XmlElement) children.push(elementOf(child, lines));
    else if (child instanceof XmlText) text += child.content;
  }
  return {
    name: node.name,
    attributes: Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value])),
    text: text.trim(),
    line: firstLine(node, lines),
    children,
  };
}

/** The parser knows where an opening tag ends; a tag broken over lines begins further up. */
function firstLine(node: XmlElement, lines: readonly string[]): number {
  const opening = `<${node.prefix ? `${node.prefix}:` : ""}${node.name}`;
  for (let line = node.line; line > 0; line--) if (lines[line - 1]?.includes(opening)) return line;
  return node.line;
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** The element and everything below it, in document order, without entering elements named `except`. */
export function within(element: Element, except?: string): Element[] {
  return [
    element,
    ...element.children.flatMap((child) => (child.name === except ? [] : within(child, except))),
  ];
}

export const named = (elements: readonly Element[], ...names: string[]): Element[] =>
  elements.filter((element) => names.includes(element.name));
