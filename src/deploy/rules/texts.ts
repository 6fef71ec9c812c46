/** Every text fits, says something, and is there in every language the manifest speaks. */
import { type Finding, finding } from "../finding.ts";
import type { ManifestTree } from "../manifestTree.ts";
import { childOf, type Element, named } from "../xmlTree.ts";

interface Text {
  name: string;
  element: Element;
  maxLength: number;
}

const shortLength = 125;
const longLength = 250;

function textsOf(tree: ManifestTree): Text[] {
  const base = [
    ...named(tree.root.children, "DisplayName").map((element) => text("DisplayName", element, shortLength)),
    ...named(tree.root.children, "Description").map((element) => text("Description", element, longLength)),
  ];
  const inner = tree.overrides.flatMap(({ resources }) =>
    resources
      .filter(({ kind }) => kind === "ShortStrings" || kind === "LongStrings")
      .map(({ id, kind, element }) => text(id, element, kind === "LongStrings" ? longLength : shortLength)),
  );
  return [...base, ...inner];
}

const text = (name: string, element: Element, maxLength: number): Text => ({ name, element, maxLength });

export function texts(tree: ManifestTree): Finding[] {
  const provider = childOf(tree.root, "ProviderName");
  return [
    ...(provider ? length("ProviderName", provider.text, shortLength, provider.line) : []),
    ...textsOf(tree).flatMap(({ name, element, maxLength }) =>
      [element, ...named(element.children, "Override")].flatMap(({ attributes, line }) =>
        length(name, attributes.DefaultValue ?? attributes.Value ?? "", maxLength, line),
      ),
    ),
  ];
}

function length(name: string, value: string, maxLength: number, line: number): Finding[] {
  const size = [...value].length;
  if (value.trim() === "") return [finding("text-empty", line, `${name} is empty here.`)];
  if (size <= maxLength) return [];
  return [finding("text-too-long", line, `${name} has ${size} characters here; ${maxLength} is the most.`)];
}

/** A language that is begun anywhere must be complete everywhere. */
export function locales(tree: ManifestTree): Finding[] {
  const standard = childOf(tree.root, "DefaultLocale");
  const spoken = new Set(
    textsOf(tree).flatMap(({ element }) => localesOf(element).map((override) => override.locale)),
  );
  return [
    ...(standard ? known(standard.text, standard.line) : []),
    ...textsOf(tree).flatMap((each) => complete(each, spoken, standard?.text ?? "")),
  ];
}

const localesOf = (element: Element) =>
  named(element.children, "Override").map(({ attributes, line }) => ({
    locale: attributes.Locale ?? "",
    line,
  }));

function complete({ name, element }: Text, spoken: ReadonlySet<string>, standard: string): Finding[] {
  const there = localesOf(element);
  const missing = [...spoken].filter(
    (locale) => locale !== standard && !there.some((o) => o.locale === locale),
  );
  return [
    ...missing.map((locale) =>
      finding("locale-missing", element.line, `${name} is not translated to ${locale}.`),
    ),
    ...there.flatMap(({ locale, line }) => known(locale, line)),
    ...there
      .filter(
        ({ locale }, place) => locale === standard || there.findIndex((o) => o.locale === locale) < place,
      )
      .map(({ locale, line }) => finding("locale-duplicate", line, `${name} says ${locale} twice.`)),
  ];
}

function known(locale: string, line: number): Finding[] {
  try {
    if (Intl.getCanonicalLocales(locale)[0] === locale && /^[a-z]{2,3}-/.test(locale)) return [];
  } catch {
    // Not a language tag at all: told below.
  }
  return [finding("locale-unknown", line, `"${locale}" is not a language and region such as de-DE.`)];
}
