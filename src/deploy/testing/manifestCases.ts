/** Manifests good and broken in known ways, each an edit of the real one, with what must be found and where. */
import type { FindingCode } from "../finding.ts";
import type { Surroundings } from "../manifestTree.ts";

/** A piece of text that stands on the line where the finding belongs. */
type Place = string;

export interface ManifestCase {
  title: string;
  edit(xml: string): string;
  around?: Partial<Surroundings>;
  finds?: readonly (readonly [FindingCode, Place])[];
}

/** Replaces one text that must be there, so that no case can silently edit nothing. */
export const swap =
  (from: string, to: string) =>
  (xml: string): string => {
    if (!xml.includes(from)) throw new Error(`The manifest has no ${from}`);
    return xml.replace(from, () => to);
  };

export const swapAll =
  (from: string, to: string) =>
  (xml: string): string =>
    swap(from, to)(xml).replaceAll(from, () => to);

export const both =
  (...edits: ((xml: string) => string)[]) =>
  (xml: string): string =>
    edits.reduce((text, edit) => edit(text), xml);

export const drop = (text: string) => swap(text, "");

const outer = 'xsi:type="VersionOverridesV1_0">';
const home = "https://localhost:3000";
const locales = ["de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP", "ar-SA"];

const dropLocale = (locale: string) => (xml: string) =>
  xml.replace(new RegExp(`\\s*<(bt:)?Override Locale="${locale}"[^>]*/>`, "g"), "");

const addLocale = (locale: string) => (xml: string) =>
  xml.replace(
    /<(bt:)?Override Locale="de-DE"([^>]*)\/>/g,
    (line) => `${line}\n${line.replace("de-DE", locale)}`,
  );

const dropElement = (name: string) => (xml: string) => {
  const element = new RegExp(`\\s*<${name}[ >][\\s\\S]*?</${name}>`);
  if (!element.test(xml)) throw new Error(`The manifest has no ${name}`);
  return xml.replace(element, "");
};

/** The inner override's hosts and resources, as an outer one spells them. */
const duplicateInOuter =
  (change: (block: string) => string = (block) => block) =>
  (xml: string): string => {
    const block = /VersionOverridesV1_1">([\s\S]*?)<\/VersionOverrides>/.exec(xml)![1]!;
    const old = block.replace(/\s*<Supports(Pinning|SharedFolders)>true<\/\w+>/g, "");
    return swap(outer, `${outer}${change(old)}`)(xml);
  };

export const goodManifests: readonly ManifestCase[] = [
  { title: "the manifest of the repository", edit: (xml) => xml },
  {
    title: "another origin",
    edit: swapAll(home, "https://concord.example.com"),
    around: { production: true },
  },
  { title: "another port", edit: swapAll(home, "https://localhost:4443") },
  {
    title: "ReadItem where categories are not written",
    edit: swap("ReadWriteItem", "ReadItem"),
    around: { categoryWriting: false },
  },
  { title: "no translations at all", edit: both(...locales.map(dropLocale)) },
  { title: "one translation less, everywhere", edit: dropLocale("ja-JP") },
  { title: "one translation more, everywhere", edit: addLocale("nl-NL") },
  {
    title: "only the needed icon sizes",
    edit: (xml) => xml.replace(/\s*<bt:Image [^>]*(size="|\.)(20|24|40|48|64)"[^>]*\/>/g, ""),
  },
  {
    title: "help on a listed domain",
    edit: both(
      swap(`${home}/assets/support.html`, "https://help.example.com/concord"),
      swap(
        "  <Hosts>",
        "  <AppDomains><AppDomain>https://help.example.com</AppDomain></AppDomains>\n  <Hosts>",
      ),
    ),
  },
  {
    title: "a page with a query",
    edit: swap('/taskpane.html"/>\n          <bt:Url', '/taskpane.html?build=7"/>\n          <bt:Url'),
  },
  { title: "a high version", edit: swap("1.0.0.0", "12.34.567.8901") },
  {
    title: "an Id in capitals",
    edit: swap("997999c2-0c6d-45b0-ae99-bfa740006fe5", "997999C2-0C6D-45B0-AE99-BFA740006FE5"),
  },
  { title: "the same commands in the outer override", edit: duplicateInOuter() },
  {
    title: "comments and other spacing",
    edit: both(swap("<Hosts>", "<!-- hosts -->\n\n<Hosts>"), swapAll("    ", "\t")),
  },
  {
    title: "entity references in texts",
    edit: swap('DefaultValue="Confirm"', 'DefaultValue="Confirm &amp; go"'),
  },
  {
    title: "an id of exactly 32 characters",
    edit: swapAll('"PaneTip"', '"PaneTip.901234567890123456789012"'),
  },
  {
    title: "a description of exactly 250 characters",
    edit: (xml) => xml.replace(/(<Description DefaultValue=")[^"]*/, `$1${"x".repeat(250)}`),
  },
];

export const brokenManifests: readonly ManifestCase[] = [
  // The frame
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
  // Commands
  {
    title: "the outer override pins",
    edit: duplicateInOuter(swap("</Action>", "<SupportsPinning>true</SupportsPinning>\n</Action>")),
    finds: [["pinning-in-v1_0", "<SupportsPinning>true</SupportsPinning>\n</Action>"]],
  },
  {
    title: "the outer override opens another page",
    edit: duplicateInOuter(swap("/taskpane.html", "/old.html")),
    finds: [
      ["command-parity", 'id="OpenPaneButton"'],
      ["command-parity", 'id="OpenPaneButton"#2'],
    ],
  },
  {
    title: "the outer override lacks a button",
    edit: duplicateInOuter(
      both(
        (xml) => xml.replace(/<Control xsi:type="Button" id="ConfirmButton">[\s\S]*?<\/Control>/, ""),
        (xml) => xml.replace(/\s*<bt:Image id="Confirm[^>]*\/>/g, ""),
        (xml) => xml.replace(/\s*<bt:String id="Confirm(Label|Tip)"[\s\S]*?<\/bt:String>/g, ""),
      ),
    ),
    finds: [
      ["function-not-named", "<FunctionFile"],
      ["command-parity", 'id="ConfirmButton"'],
    ],
  },
  {
    title: "two buttons share an id",
    edit: swap("ConfirmButton", "OpenPaneButton"),
    finds: [["control-duplicate", 'id="OpenPaneButton"#2']],
  },
  {
    title: "there is no function file",
    edit: both(
      drop('<FunctionFile resid="CommandsUrl"/>'),
      drop(`<bt:Url id="CommandsUrl" DefaultValue="${home}/commands.html"/>`),
    ),
    finds: [["function-file-missing", "<FunctionName>"]],
  },
  {
    title: "a button runs a function nobody wrote",
    edit: swap("confirmPrediction", "confirmPredictions"),
    finds: [
      ["function-not-named", "<FunctionFile"],
      ["function-not-associated", "<FunctionName>"],
    ],
  },
  {
    title: "a function was written that no button runs",
    edit: (xml) => xml,
    around: { commandsSource: 'associate("confirmPrediction", a); associate("undoLast", b);' },
    finds: [["function-not-named", "<FunctionFile"]],
  },
  // Resources
  {
    title: "a reference is misspelt",
    edit: swap('<Label resid="GroupLabel"/>', '<Label resid="GroupLable"/>'),
    finds: [
      ["resid-dangling", "GroupLable"],
      ["resource-unused", ' id="GroupLabel"'],
    ],
  },
  {
    title: "a resource stands in the outer override only",
    edit: both(
      drop(`<bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html"/>`),
      swap(
        outer,
        `${outer}\n<Resources><bt:Urls><bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html"/></bt:Urls></Resources>`,
      ),
    ),
    finds: [
      ["resource-unused", ' id="PaneUrl"'],
      ["resid-dangling", 'resid="PaneUrl"'],
    ],
  },
  {
    title: "a resource is left over",
    edit: swap(
      "        </bt:Urls>",
      `<bt:Url id="OldUrl" DefaultValue="${home}/old.html"/>\n        </bt:Urls>`,
    ),
    finds: [["resource-unused", "OldUrl"]],
  },
  {
    title: "a resource is defined twice",
    edit: swap(
      "        </bt:Urls>",
      `<bt:Url id="PaneUrl" DefaultValue="${home}/old.html"/>\n        </bt:Urls>`,
    ),
    finds: [["resource-duplicate", "/old.html"]],
  },
  {
    title: "an id has 33 characters",
    edit: swapAll('"PaneTip"', '"PaneTip.9012345678901234567890123"'),
    finds: [
      ["id-too-long", 'resid="PaneTip.9'],
      ["id-too-long", ' id="PaneTip.9'],
    ],
  },
  {
    title: "a title refers to a long text",
    edit: swap('<Title resid="PaneLabel"/>', '<Title resid="PaneTip"/>'),
    finds: [["resid-wrong-kind", "<Title"]],
  },
  {
    title: "the function file is a picture",
    edit: swap('<FunctionFile resid="CommandsUrl"/>', '<FunctionFile resid="Icon.64"/>'),
    finds: [
      ["resid-wrong-kind", "<FunctionFile"],
      ["resource-unused", ' id="CommandsUrl"'],
    ],
  },
  // Addresses
  {
    title: "help is on http",
    edit: swap(`<SupportUrl DefaultValue="${home}`, '<SupportUrl DefaultValue="http://localhost:3000'),
    finds: [["address-not-https", "<SupportUrl"]],
  },
  {
    title: "help is on ftp",
    edit: swap(`<SupportUrl DefaultValue="${home}`, '<SupportUrl DefaultValue="ftp://localhost'),
    finds: [["address-not-https", "<SupportUrl"]],
  },
  {
    title: "help is a script",
    edit: swap(`${home}/assets/support.html`, "javascript:alert(1)"),
    finds: [["address-not-https", "<SupportUrl"]],
  },
  {
    title: "an address is relative",
    edit: swap(`${home}/commands.html`, "/commands.html"),
    finds: [["address-invalid", ' id="CommandsUrl"']],
  },
  {
    title: "an address lost its scheme",
    edit: swap(`${home}/commands.html`, "//localhost:3000/commands.html"),
    finds: [["address-invalid", ' id="CommandsUrl"']],
  },
  {
    title: "an address begins with a blank",
    edit: swap(`"${home}/commands.html`, `" ${home}/commands.html`),
    finds: [["address-invalid", ' id="CommandsUrl"']],
  },
  {
    title: "an address carries a password",
    edit: swap(`${home}/commands.html`, "https://me:secret@localhost:3000/commands.html"),
    finds: [["address-invalid", ' id="CommandsUrl"']],
  },
  {
    title: "the functions are on another host",
    edit: swap(`${home}/commands.html`, "https://cdn.example.net/commands.html"),
    finds: [["address-foreign", ' id="CommandsUrl"']],
  },
  {
    title: "the functions are on another port",
    edit: swap(`${home}/commands.html`, "https://localhost:3001/commands.html"),
    finds: [["address-foreign", ' id="CommandsUrl"']],
  },
  {
    title: "an icon is on a look-alike host",
    edit: swap(
      `id="Icon.32" DefaultValue="${home}`,
      'id="Icon.32" DefaultValue="https://localhost.example.net:3000',
    ),
    finds: [["address-foreign", ' id="Icon.32"']],
  },
  {
    title: "an icon for one language is on another host",
    edit: swap(
      `<bt:Image id="Icon.32" DefaultValue="${home}/assets/icon-32.png"/>`,
      `<bt:Image id="Icon.32" DefaultValue="${home}/assets/icon-32.png">\n<bt:Override Locale="de-DE" Value="https://cdn.example.net/icon-32.png"/></bt:Image>`,
    ),
    finds: [["address-foreign", "cdn.example.net"]],
  },
  {
    title: "an AppDomain has a path",
    edit: swap(
      "  <Hosts>",
      "<AppDomains>\n<AppDomain>https://login.example.com/start</AppDomain></AppDomains>\n  <Hosts>",
    ),
    finds: [["app-domain-path", "<AppDomain>"]],
  },
  {
    title: "an AppDomain is a pattern",
    edit: swap(
      "  <Hosts>",
      "<AppDomains>\n<AppDomain>https://*.example.com</AppDomain></AppDomains>\n  <Hosts>",
    ),
    finds: [["address-invalid", "<AppDomain>"]],
  },
  {
    title: "an AppDomain is http",
    edit: swap(
      "  <Hosts>",
      "<AppDomains>\n<AppDomain>http://login.example.com</AppDomain></AppDomains>\n  <Hosts>",
    ),
    finds: [
      ["address-not-https", "<AppDomain>"],
      ["app-domain-path", "<AppDomain>"],
    ],
  },
  {
    title: "one address still leads to the developer's machine",
    edit: both(
      swapAll(home, "https://concord.example.com"),
      swap("https://concord.example.com/commands.html", `${home}/commands.html`),
    ),
    around: { production: true },
    finds: [
      ["address-localhost", ' id="CommandsUrl"'],
      ["address-foreign", ' id="CommandsUrl"'],
    ],
  },
  // Icons
  ...["16", "32", "80"].map(
    (size): ManifestCase => ({
      title: `the pane button has no ${size} px icon`,
      edit: both(
        drop(`<bt:Image size="${size}" resid="Icon.${size}"/>`),
        drop(`<bt:Image id="Icon.${size}" DefaultValue="${home}/assets/icon-${size}.png"/>`),
      ),
      finds: [["icon-size-missing", "<Icon>"]],
    }),
  ),
  {
    title: "a second button has no 80 px icon",
    edit: both(
      drop('<bt:Image size="80" resid="Confirm.80"/>'),
      drop(`<bt:Image id="Confirm.80" DefaultValue="${home}/assets/confirm-80.png"/>`),
    ),
    finds: [["icon-size-missing", "<Icon>#2"]],
  },
  {
    title: "an icon file is not there",
    edit: swap("/assets/icon-40.png", "/assets/icon-41.png"),
    finds: [["icon-file-missing", ' id="Icon.40"']],
  },
  {
    title: "an icon lies outside the assets",
    edit: swap("/assets/icon-40.png", "/assets/../package.json"),
    finds: [["icon-file-missing", ' id="Icon.40"']],
  },
  {
    title: "an icon is not a picture",
    edit: swap("/assets/icon-40.png", "/assets/support.html"),
    finds: [["icon-not-png", ' id="Icon.40"']],
  },
  {
    title: "an icon is a drawing",
    edit: swap("/assets/icon-40.png", "/assets/icon.svg"),
    finds: [["icon-not-png", ' id="Icon.40"']],
  },
  {
    title: "an icon has other pixels than it says",
    edit: swap("/assets/icon-80.png", "/assets/icon-64.png"),
    finds: [["icon-size-wrong", 'resid="Icon.80"']],
  },
  {
    title: "an icon is used for another size",
    edit: swap('size="40" resid="Icon.40"', 'size="40" resid="Icon.48"'),
    finds: [
      ["icon-size-wrong", 'size="40" resid="Icon.48"'],
      ["resource-unused", ' id="Icon.40"'],
    ],
  },
  {
    title: "the small store icon is too small",
    edit: swap(
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-64',
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-32',
    ),
    finds: [["icon-size-wrong", "<IconUrl"]],
  },
  {
    title: "the large store icon is too small",
    edit: swap("icon-128", "icon-64"),
    finds: [["icon-size-wrong", "<HighResolutionIconUrl"]],
  },
  {
    title: "there is no large store icon",
    edit: drop(`<HighResolutionIconUrl DefaultValue="${home}/assets/icon-128.png"/>`),
    finds: [["icon-missing", "<OfficeApp"]],
  },
  {
    title: "an icon has a size Outlook does not know",
    edit: swap('size="20" resid="Icon.20"', 'size="17" resid="Icon.20"'),
    finds: [
      ["icon-size-unknown", 'size="17"'],
      ["icon-size-wrong", 'size="17"'],
    ],
  },
  // Version
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
  // Texts and languages
  {
    title: "the description is too long",
    edit: (xml) => xml.replace(/(<Description DefaultValue=")[^"]*/, `$1${"x".repeat(251)}`),
    finds: [["text-too-long", "<Description D"]],
  },
  {
    title: "the name is too long",
    edit: swap('<DisplayName DefaultValue="Concord"', `<DisplayName DefaultValue="${"x".repeat(126)}"`),
    finds: [["text-too-long", "<DisplayName"]],
  },
  {
    title: "the provider's name is too long",
    edit: swap("<ProviderName>Concord", `<ProviderName>${"x".repeat(126)}`),
    finds: [["text-too-long", "<ProviderName"]],
  },
  {
    title: "a translated label is too long",
    edit: swap('Value="Bestätigen"', `Value="${"ä".repeat(126)}"`),
    finds: [["text-too-long", "äää"]],
  },
  {
    title: "a tip is too long",
    edit: swap('id="PaneTip" DefaultValue="', `id="PaneTip" DefaultValue="${"x".repeat(200)}`),
    finds: [["text-too-long", ' id="PaneTip"']],
  },
  {
    title: "a translated label is empty",
    edit: swap('Value="確定"', 'Value=""'),
    finds: [["text-empty", 'Locale="ja-JP" Value=""']],
  },
  {
    title: "the name lacks a language",
    edit: drop('<Override Locale="fr-FR" Value="Concord"/>'),
    finds: [["locale-missing", "<DisplayName"]],
  },
  {
    title: "a label lacks a language",
    edit: drop('<bt:Override Locale="ar-SA" Value="تأكيد"/>'),
    finds: [["locale-missing", ' id="ConfirmLabel"']],
  },
  {
    title: "a language is begun in one place only",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="sv-SE" Value="Concord"/>',
    ),
    finds: [
      ["locale-missing", "<Description D"],
      ...["GroupLabel", "PaneLabel", "ConfirmLabel", "PaneTip", "ConfirmTip"].map(
        (id) => ["locale-missing", ` id="${id}"`] as const,
      ),
    ],
  },
  {
    title: "a language is given twice",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="de-DE" Value="Eintracht"/>',
    ),
    finds: [["locale-duplicate", "Eintracht"]],
  },
  {
    title: "the default language is overridden",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="en-US" Value="Harmony"/>',
    ),
    finds: [["locale-duplicate", "Harmony"]],
  },
  {
    title: "the default language is a word",
    edit: swap("<DefaultLocale>en-US", "<DefaultLocale>english"),
    finds: [["locale-unknown", "<DefaultLocale>"]],
  },
  {
    title: "a language is spelt with an underscore",
    edit: swapAll("pt-BR", "pt_BR"),
    finds: Array.from({ length: 7 }, (_, n) => ["locale-unknown", `Locale="pt_BR"#${n + 1}`] as const),
  },
];

/** What Microsoft's schemas must refuse; `at` names the line. */
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

/** The line of a place in a text; `text#2` is its second occurrence. */
export function lineOf(xml: string, place: Place): number {
  const [, text, nth] = /^([\s\S]*?)(?:#(\d+))?$/.exec(place)!;
  let at = -1;
  for (let count = 0; count < Number(nth ?? 1); count++) at = xml.indexOf(text!, at + 1);
  if (at < 0) throw new Error(`The manifest has no ${place}`);
  return xml.slice(0, at).split("\n").length;
}
