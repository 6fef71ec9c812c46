/** Manifests that are right, each an edit of the real one. */
import { both, duplicateInOuter, home, type ManifestCase, swap, swapAll } from "./manifestEdits.ts";

const locales = ["de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP", "ar-SA"];

const dropLocale = (locale: string) => (xml: string) =>
  xml.replace(new RegExp(`\\s*<(bt:)?Override Locale="${locale}"[^>]*/>`, "g"), "");

const addLocale = (locale: string) => (xml: string) =>
  xml.replace(
    /<(bt:)?Override Locale="de-DE"([^>]*)\/>/g,
    (line) => `${line}\n${line.replace("de-DE", locale)}`,
  );

export const goodManifests: readonly ManifestCase[] = [
  { title: "the manifest of the repository", edit: (xml) => xml },
  {
    title: "a byte order mark and Windows line ends",
    edit: (xml) => `\uFEFF${xml.replaceAll("\n", "\r\n")}`,
  },
  {
    title: "quotes of the other kind and tags broken over lines",
    edit: (xml) => xml.replace(/ (DefaultValue|Value)="([^"']*)"\/>/g, "\n $1='$2'\n/>"),
  },
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
