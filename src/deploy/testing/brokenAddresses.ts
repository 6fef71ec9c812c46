/** Manifests with broken addresses and icons. */
import { both, drop, home, type ManifestCase, swap, swapAll } from "./manifestEdits.ts";

export const brokenAddresses: readonly ManifestCase[] = [
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
    title: "the pane's page does not exist",
    edit: swap(
      'id="PaneUrl" DefaultValue="https://localhost:3000/taskpane.html',
      'id="PaneUrl" DefaultValue="https://localhost:3000/task-pane.html',
    ),
    finds: [["page-missing", ' id="PaneUrl"']],
  },
  {
    title: "the help page does not exist",
    edit: swap("/assets/support.html", "/support.html"),
    finds: [["page-missing", "<SupportUrl"]],
  },
  {
    title: "an icon's address is badly escaped",
    edit: swap("/assets/icon-40.png", "/assets/icon%E0%40.png"),
    finds: [["icon-file-missing", ' id="Icon.40"']],
  },
  {
    title: "an icon is listed twice",
    edit: swap(
      '<bt:Image size="24" resid="Icon.24"/>',
      '<bt:Image size="24" resid="Icon.24"/>\n<bt:Image size="24" resid="Icon.24" />',
    ),
    finds: [["icon-size-duplicate", 'resid="Icon.24" />']],
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
];
