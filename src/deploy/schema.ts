/** Judges a manifest by Microsoft's schemas, offline. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { type Finding, finding } from "./finding.ts";

const rootSchema = "OfficeAppManifestV1_1.xsd";

export const hasSchemas = (folder: string) => existsSync(join(folder, rootSchema));

export interface Schemas {
  validate(xml: string): Finding[];
  dispose(): void;
}

/** Reads the schemas of a folder once; the caller disposes of them. */
export function loadSchemas(folder: string): Schemas {
  allowReading(folder);
  const url = join(folder, rootSchema);
  const source = XmlDocument.fromString(readFileSync(url, "utf8"), { url });
  const validator = XsdValidator.fromDoc(source);
  return {
    validate: (xml) => findingsOf(xml, validator),
    dispose: () => {
      validator.dispose();
      source.dispose();
    },
  };
}

function findingsOf(xml: string, validator: XsdValidator): Finding[] {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(xml);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => finding("schema", line, plain(message)));
  } finally {
    document?.dispose();
  }
}

/** Without the namespaces in braces, which hide the one word that matters. */
const plain = (message: string) => message.replace(/\{[^}]*\}/g, "").trim();

const readable = new Set<string>();

/** The parser has no file system of its own; it may read this folder, for the schemas import each other. */
function allowReading(folder: string): void {
  const home = resolve(folder) + sep;
  if (readable.has(home)) return;
  readable.add(home);
  xmlRegisterInputProvider({
    match: (file) => resolve(file).startsWith(home) && existsSync(file),
    open: (file) => openSync(file, "r"),
    read: (handle, buffer) => readSync(handle, buffer, 0, buffer.byteLength, null),
    close: (handle) => {
      closeSync(handle);
      return true;
    },
  });
}
