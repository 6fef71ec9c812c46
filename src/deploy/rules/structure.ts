/** The frame of the manifest: identity, the two nested overrides, and what Concord itself must declare. */
import { type Finding, finding } from "../finding.ts";
import type { ManifestTree, Override } from "../manifestTree.ts";
import { childOf, named } from "../xmlTree.ts";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function identity({ root }: ManifestTree): Finding[] {
  const id = childOf(root, "Id");
  if (id && guid.test(id.text)) return [];
  return [finding("id-invalid", (id ?? root).line, "Id is not a GUID; Outlook tells add-ins apart by it.")];
}

export function nesting(tree: ManifestTree): Finding[] {
  const outer = tree.root.children.filter((child) => child.name === "VersionOverrides");
  const inner = outer.flatMap((element) => named(element.children, "VersionOverrides"));
  const newest = tree.overrides.filter((override) => override.version === "V1_1");
  if (newest.length === 0)
    return [
      finding("override-missing", tree.root.line, "There is no VersionOverridesV1_1, so there is no ribbon."),
    ];
  return newest
    .filter(
      ({ element }) =>
        !inner.includes(element) || outer.some((o) => o.children.at(-1)?.name !== element.name),
    )
    .map(({ element }) =>
      finding(
        "override-misplaced",
        element.line,
        "VersionOverridesV1_1 must be the last element inside VersionOverridesV1_0.",
      ),
    );
}

/** The schemas take a manifest for no host at all; Outlook then shows nothing. */
export function hosts(tree: ManifestTree): Finding[] {
  const base = named(tree.base, "Host").some(({ attributes }) => attributes.Name === "Mailbox");
  const inner = tree.overrides
    .filter(({ version }) => version === "V1_1")
    .filter(({ parts }) => !named(parts, "Host").some(({ attributes }) => attributes.type === "MailHost"));
  return [
    ...(base ? [] : [finding("host-missing", tree.root.line, 'Hosts must name "Mailbox".')]),
    ...inner.map(({ element }) =>
      finding("host-missing", element.line, 'Hosts must have a Host of xsi:type "MailHost".'),
    ),
  ];
}

/** A higher base set hides the add-in, and a set inside an override removes its buttons where it is not met. */
export function requirements(tree: ManifestTree): Finding[] {
  const set = named(tree.base, "Set").find((element) => element.attributes.Name === "Mailbox");
  const base =
    set?.attributes.MinVersion === "1.5"
      ? []
      : [
          finding(
            "base-requirement",
            (set ?? tree.root).line,
            "The base requirement must be Mailbox 1.5: lower cannot read VersionOverridesV1_1, higher hides Concord.",
          ),
        ];
  const inner = tree.overrides
    .flatMap(({ parts }) => named(parts, "Requirements"))
    .map(({ line }) =>
      finding(
        "override-requirement",
        line,
        "Requirements inside VersionOverrides remove every button where they are not met; ask at run time instead.",
      ),
    );
  return [...base, ...inner];
}

/** What the schemas leave free and Concord cannot do without. */
export function needs(tree: ManifestTree): Finding[] {
  return tree.overrides.filter(({ version }) => version === "V1_1").flatMap(needsOf);
}

function needsOf({ element, parts }: Override): Finding[] {
  const found: Finding[] = [];
  const actions = named(parts, "Action");
  const pane = actions.find(({ attributes }) => attributes.type === "ShowTaskpane");
  const confirm = actions.find(({ attributes }) => attributes.type === "ExecuteFunction");
  const shared = named(parts, "SupportsSharedFolders")[0];
  const form = named(parts, "DesktopFormFactor")[0];
  if (shared?.text !== "true")
    found.push(
      finding(
        "shared-folders-missing",
        (shared ?? form ?? element).line,
        "SupportsSharedFolders must be true, or Concord is missing in shared mailboxes.",
      ),
    );
  if (!pane)
    found.push(finding("pane-button-missing", (form ?? element).line, "No button opens the task pane."));
  else if (childOf(pane, "SupportsPinning")?.text !== "true")
    found.push(
      finding(
        "pinning-missing",
        (childOf(pane, "SupportsPinning") ?? pane).line,
        "SupportsPinning must be true, or the pane closes with every message.",
      ),
    );
  if (!confirm)
    found.push(
      finding("confirm-button-missing", (form ?? element).line, "No button confirms without the pane."),
    );
  return found;
}
