/** The buttons: the same in every override, each id once, and each function name known to src/commands. */
import { type Finding, finding } from "../finding.ts";
import { type ManifestTree, type Override, resourceOf, type Surroundings } from "../manifestTree.ts";
import { childOf, type Element, named, within } from "../xmlTree.ts";

export const commands = (tree: ManifestTree, { commandsSource }: Surroundings): Finding[] => [
  ...parity(tree),
  ...tree.overrides.flatMap((override) => [
    ...pinning(override),
    ...duplicateControls(override),
    ...tabs(override),
    ...functionFile(override),
    ...(commandsSource === undefined || !hasRibbon(override)
      ? []
      : functions(override, associatedIn(commandsSource))),
  ]),
];

const hasRibbon = ({ parts }: Override) => named(parts, "ExtensionPoint").length > 0;

/** An empty outer override is right: whoever reads Mailbox 1.5 reads the inner one instead. */
function parity({ overrides }: ManifestTree): Finding[] {
  const [outer, inner] = ["V1_0", "V1_1"].map((version) => overrides.find((o) => o.version === version));
  if (!outer || !inner || !hasRibbon(outer)) return [];
  const [old, young] = [buttons(outer), buttons(inner)];
  return [...missing(old, young, "V1_1", inner), ...missing(young, old, "V1_0", outer)];
}

function missing(here: Map<string, Element>, there: Map<string, Element>, version: string, target: Override) {
  return [...here]
    .filter(([key]) => !there.has(key))
    .map(([key, { line }]) =>
      finding(
        "command-parity",
        line,
        `The command ${key} is not in VersionOverrides${version} (line ${target.element.line}) in the same form.`,
      ),
    );
}

function buttons(override: Override): Map<string, Element> {
  const points = named(override.parts, "ExtensionPoint").flatMap((point) =>
    named(within(point), "Control").map((control) => [describe(override, point, control), control] as const),
  );
  return new Map(points);
}

function describe(override: Override, point: Element, control: Element): string {
  const action = childOf(control, "Action");
  const page = resourceOf(override, childOf(action, "SourceLocation")?.attributes.resid);
  const does = childOf(action, "FunctionName")?.text ?? page?.element.attributes.DefaultValue ?? "";
  return `${control.attributes.id} (${point.attributes.type}, ${action?.attributes.type}, ${does})`;
}

const pinning = ({ version, parts }: Override): Finding[] =>
  version === "V1_1"
    ? []
    : named(parts, "SupportsPinning").map(({ line }) =>
        finding("pinning-in-v1_0", line, "SupportsPinning exists in VersionOverridesV1_1 only."),
      );

function duplicateControls({ parts }: Override): Finding[] {
  const controls = named(parts, "Control", "Group");
  return controls
    .filter(({ attributes }, place) => controls.findIndex((o) => o.attributes.id === attributes.id) < place)
    .map(({ attributes, line }) =>
      finding("control-duplicate", line, `The id "${attributes.id}" is used by two controls or groups.`),
    );
}

/** In a message window Outlook has one tab for add-ins, and drops buttons meant for another. */
const tabs = ({ parts }: Override): Finding[] =>
  named(parts, "OfficeTab")
    .filter(({ attributes }) => attributes.id !== "TabDefault")
    .map(({ attributes, line }) =>
      finding("tab-unknown", line, `OfficeTab must be "TabDefault" in Outlook, not "${attributes.id}".`),
    );

function functionFile({ parts }: Override): Finding[] {
  const first = named(parts, "FunctionName")[0];
  if (!first || named(parts, "FunctionFile").length > 0) return [];
  return [
    finding("function-file-missing", first.line, "There is a FunctionName but no FunctionFile to load."),
  ];
}

function functions({ element, parts }: Override, associated: ReadonlySet<string>): Finding[] {
  const names = named(parts, "FunctionName");
  const anchor = named(parts, "FunctionFile")[0] ?? element;
  const unknown = names
    .filter(({ text }) => !associated.has(text))
    .map(({ text, line }) =>
      finding("function-not-associated", line, `No code in src/commands is associated with "${text}".`),
    );
  const unnamed = [...associated]
    .filter((name) => !names.some(({ text }) => text === name))
    .map((name) => finding("function-not-named", anchor.line, `No button runs the function "${name}".`));
  return [...unknown, ...unnamed];
}

/** Finds `associate("name", …)` and its kin, as `Office.actions.associate` or a door of src/outlook spell it. */
const associatedIn = (source: string): ReadonlySet<string> =>
  new Set(
    [...source.matchAll(/\bassociate\w*(?:<[^>]*>)?\(\s*["'`]([\w$.-]+)["'`]/g)].map((match) => match[1]!),
  );
