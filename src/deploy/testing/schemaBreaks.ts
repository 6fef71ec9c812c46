/** Manifests that Microsoft's schemas must refuse. */
import { both, drop, dropElement, duplicateInOuter, type Place, swap, swapAll } from "./manifestEdits.ts";

/** `at` names the line. */
export const schemaBreaks: readonly { title: string; edit(xml: string): string; at: Place }[] = [
  {
    title: "pinning before the page",
    edit: both(
      drop("<SupportsPinning>true</SupportsPinning>"),
      swap(
        '<SourceLocation resid="PaneUrl"/>',
        '<SupportsPinning>true</SupportsPinning>\n<SourceLocation resid="PaneUrl"/>',
      ),
    ),
    at: "<SupportsPinning>",
  },
  {
    title: "shared folders after the function file",
    edit: both(
      drop("<SupportsSharedFolders>true</SupportsSharedFolders>"),
      swap(
        '<FunctionFile resid="CommandsUrl"/>',
        '<FunctionFile resid="CommandsUrl"/>\n<SupportsSharedFolders>true</SupportsSharedFolders>',
      ),
    ),
    at: "<SupportsSharedFolders>",
  },
  {
    title: "a task-pane-only element",
    edit: swap('<FunctionFile resid="CommandsUrl"/>', '<GetStarted/>\n<FunctionFile resid="CommandsUrl"/>'),
    at: "<GetStarted",
  },
  { title: "an unknown permission", edit: swap("ReadWriteItem", "ReadWrite"), at: "<Permissions>" },
  {
    title: "a reference of 33 characters",
    edit: swapAll('"PaneTip"', '"PaneTip.9012345678901234567890123"'),
    at: 'resid="PaneTip.9',
  },
  {
    title: "a description of 251 characters",
    edit: (xml) => xml.replace(/(<Description DefaultValue=")[^"]*/, `$1${"x".repeat(251)}`),
    at: "<Description D",
  },
  { title: "no Id", edit: dropElement("Id"), at: "<Version>" },
  { title: "no form settings", edit: dropElement("FormSettings"), at: "<Permissions>" },
  {
    title: "the version after the provider",
    edit: both(
      drop("<Version>1.0.0.0</Version>"),
      swap("</ProviderName>", "</ProviderName>\n<Version>1.0.0.0</Version>"),
    ),
    at: "<ProviderName>",
  },
  { title: "a version with letters", edit: swap("1.0.0.0", "one"), at: "<Version>" },
  { title: "an action nobody knows", edit: swap('"ExecuteFunction"', '"RunFunction"'), at: "RunFunction" },
  {
    title: "a language with an underscore",
    edit: swap('<Override Locale="pt-BR"', '<Override Locale="pt_BR"'),
    at: "pt_BR",
  },
  {
    title: "pinning in the outer override",
    edit: duplicateInOuter(swap("</Action>", "<SupportsPinning>true</SupportsPinning>\n</Action>")),
    at: "<SupportsPinning>",
  },
  {
    title: "no action in a button",
    edit: (xml) => xml.replace(/<Action xsi:type="ExecuteFunction">[\s\S]*?<\/Action>/, ""),
    at: 'id="ConfirmButton"',
  },
  { title: "an unclosed element", edit: drop("</Permissions>"), at: "</OfficeApp>" },
];
