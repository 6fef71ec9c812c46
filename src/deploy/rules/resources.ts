/** Every reference finds its resource in its own override, of the right kind; no resource lies unused. */
import { type Finding, finding } from "../finding.ts";
import { type ManifestTree, type Override, resourceOf } from "../manifestTree.ts";
import type { Element } from "../xmlTree.ts";

const maxIdLength = 32;
const kindFor: Readonly<Record<string, string>> = {
  Image: "Images",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
};

export const resources = (tree: ManifestTree): Finding[] =>
  tree.overrides.flatMap((override) => [
    ...references(override).flatMap((element) => reference(override, element)),
    ...override.resources.flatMap(({ id, element }) => tooLong(id, element)),
    ...duplicates(override),
    ...unused(override),
  ]);

const references = ({ parts }: Override) => parts.filter(({ attributes }) => "resid" in attributes);

function reference(override: Override, element: Element): Finding[] {
  const resid = element.attributes.resid ?? "";
  const long = tooLong(resid, element);
  const resource = resourceOf(override, resid);
  const kind = kindFor[element.name];
  if (!resource) {
    const sentence = `${element.name} refers to "${resid}", which this VersionOverrides does not define.`;
    return [...long, finding("resid-dangling", element.line, sentence)];
  }
  if (!kind || resource.kind === kind) return long;
  const sentence = `${element.name} needs one of ${kind}, but "${resid}" is one of ${resource.kind}.`;
  return [...long, finding("resid-wrong-kind", element.line, sentence)];
}

const tooLong = (id: string, { line }: Element): Finding[] =>
  id.length <= maxIdLength
    ? []
    : [
        finding(
          "id-too-long",
          line,
          `"${id}" has ${id.length} characters; an id has ${maxIdLength} at most.`,
        ),
      ];

const duplicates = ({ resources }: Override): Finding[] =>
  resources
    .filter(({ id }, place) => resources.findIndex((other) => other.id === id) < place)
    .map(({ id, element }) =>
      finding("resource-duplicate", element.line, `The resource "${id}" is defined twice.`),
    );

function unused(override: Override): Finding[] {
  const used = new Set(references(override).map(({ attributes }) => attributes.resid));
  return override.resources
    .filter(({ id }) => !used.has(id))
    .map(({ id, element }) =>
      finding("resource-unused", element.line, `Nothing refers to the resource "${id}".`),
    );
}
