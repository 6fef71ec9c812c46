/** Manifests broken in their frame, their version, their permission, or in what Concord needs. */
import { both, drop, dropElement, home, type ManifestCase, outer, swap } from "./manifestEdits.ts";

export const brokenFrames: readonly ManifestCase[] = [
  { title: "an element is not closed", edit: drop("</Permissions>"), finds: [["not-xml", "</OfficeApp>"]] },
  { title: "the file is empty", edit: () => "", finds: [["not-xml", ""]] },
  {
    title: "an entity is declared",
    edit: swap("<OfficeApp", '<!DOCTYPE OfficeApp [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<OfficeApp'),
    finds: [["doctype", "<?xml"]],
  },
  {
    title: "the manifest is a task pane app's",
    edit: swap('"MailApp"', '"TaskPaneApp"'),
    finds: [["not-a-mail-app", "<OfficeApp"]],
  },
  {
    title: "the manifest is over 256 KB",
    edit: swap("</OfficeApp>", `<!-- ${"x".repeat(262_144)} -->\n</OfficeApp>`),
    finds: [["too-large", "<?xml"]],
  },
  { title: "the Id is not a GUID", edit: swap("997999c2-", "concord-"), finds: [["id-invalid", "<Id>"]] },
  {
    title: "the Id is all zeros",
    edit: swap("997999c2-0c6d-45b0-ae99-bfa740006fe5", "00000000-0000-0000-0000-000000000000"),
    finds: [["id-invalid", "<Id>"]],
  },
  {
    title: "the overrides are left out",
    edit: (xml) => xml.replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, ""),
    finds: [["override-missing", "<OfficeApp"]],
  },
  {
    title: "the inner override stands beside the outer one",
    edit: both(
      swap(outer, `${outer}</VersionOverrides>`),
      swap("    </VersionOverrides>\n  </VersionOverrides>", "    </VersionOverrides>"),
    ),
    finds: [["override-misplaced", "VersionOverridesV1_1"]],
  },
  {
    title: "something follows the inner override",
    edit: swap("    </VersionOverrides>\n", "    </VersionOverrides>\n<Description/>\n"),
    finds: [["override-misplaced", "VersionOverridesV1_1"]],
  },
  { title: "the base names no host", edit: dropElement("Hosts"), finds: [["host-missing", "<OfficeApp"]] },
  {
    title: "the inner override is for another program",
    edit: swap('"MailHost"', '"Workbook"'),
    finds: [["host-missing", "VersionOverridesV1_1"]],
  },
  // What Concord needs
  {
    title: "the base asks for Mailbox 1.8",
    edit: swap('MinVersion="1.5"', 'MinVersion="1.8"'),
    finds: [["base-requirement", "<Set "]],
  },
  {
    title: "the base asks for Mailbox 1.1",
    edit: swap('MinVersion="1.5"', 'MinVersion="1.1"'),
    finds: [["base-requirement", "<Set "]],
  },
  {
    title: "the inner override has requirements",
    edit: swap(
      'VersionOverridesV1_1">',
      'VersionOverridesV1_1">\n<Requirements><bt:Sets><bt:Set Name="Mailbox" MinVersion="1.13"/></bt:Sets></Requirements>',
    ),
    finds: [["override-requirement", "<Requirements><bt"]],
  },
  {
    title: "shared mailboxes are left out",
    edit: drop("<SupportsSharedFolders>true</SupportsSharedFolders>"),
    finds: [["shared-folders-missing", "<DesktopFormFactor>"]],
  },
  {
    title: "shared mailboxes are refused",
    edit: swap("<SupportsSharedFolders>true", "<SupportsSharedFolders>false"),
    finds: [["shared-folders-missing", "<SupportsSharedFolders>"]],
  },
  {
    title: "the pane cannot be pinned",
    edit: drop("<SupportsPinning>true</SupportsPinning>"),
    finds: [["pinning-missing", '"ShowTaskpane"']],
  },
  {
    title: "pinning is refused",
    edit: swap("<SupportsPinning>true", "<SupportsPinning>false"),
    finds: [["pinning-missing", "<SupportsPinning>"]],
  },
  {
    title: "no button opens the pane",
    edit: both(
      (xml) => xml.replace(/<Control xsi:type="Button" id="OpenPaneButton">[\s\S]*?<\/Control>/, ""),
      (xml) => xml.replace(/\s*<bt:Image id="Icon[^>]*\/>/g, ""),
      drop(`<bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html"/>`),
      (xml) => xml.replace(/\s*<bt:String id="Pane(Label|Tip)"[\s\S]*?<\/bt:String>/g, ""),
    ),
    finds: [["pane-button-missing", "<DesktopFormFactor>"]],
  },
  {
    title: "no button confirms",
    edit: both(
      (xml) => xml.replace(/<Control xsi:type="Button" id="ConfirmButton">[\s\S]*?<\/Control>/, ""),
      (xml) => xml.replace(/\s*<bt:Image id="Confirm[^>]*\/>/g, ""),
      (xml) => xml.replace(/\s*<bt:String id="Confirm(Label|Tip)"[\s\S]*?<\/bt:String>/g, ""),
    ),
    around: { commandsSource: "" },
    finds: [["confirm-button-missing", "<DesktopFormFactor>"]],
  },
  {
    title: "the version has three parts",
    edit: swap("1.0.0.0", "1.0.0"),
    finds: [["version-format", "<Version>"]],
  },
  {
    title: "the version has letters",
    edit: swap("1.0.0.0", "1.0.0.beta"),
    finds: [["version-format", "<Version>"]],
  },
  {
    title: "the version is below one",
    edit: swap("1.0.0.0", "0.9.9.9"),
    finds: [["version-too-low", "<Version>"]],
  },
  {
    title: "there is no version",
    edit: drop("<Version>1.0.0.0</Version>"),
    finds: [["version-format", "<OfficeApp"]],
  },
  // Permissions
  {
    title: "the permission is too low for what the code does",
    edit: swap("ReadWriteItem", "ReadItem"),
    finds: [["permission-too-low", "<Permissions>"]],
  },
  {
    title: "the permission reaches the whole mailbox",
    edit: swap("ReadWriteItem", "ReadWriteMailbox"),
    finds: [["permission-too-high", "<Permissions>"]],
  },
  {
    title: "writing is asked for where categories are not written",
    edit: (xml) => xml,
    around: { categoryWriting: false },
    finds: [["permission-too-high", "<Permissions>"]],
  },
  {
    title: "the code reads the list of categories",
    edit: (xml) => xml,
    around: { outlookSource: "mailbox.masterCategories.getAsync(done)" },
    finds: [["permission-too-low", "<Permissions>"]],
  },
  {
    title: "the permission does not exist",
    edit: swap("ReadWriteItem", "ReadWrite"),
    finds: [["permission-unknown", "<Permissions>"]],
  },
];
