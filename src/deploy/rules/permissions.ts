/** The permission asked for is exactly the highest one that the Office calls of src/outlook need. */
import { type Finding, finding } from "../finding.ts";
import type { ManifestTree, Surroundings } from "../manifestTree.ts";
import { childOf, named } from "../xmlTree.ts";

export const levels = ["Restricted", "ReadItem", "ReadWriteItem", "ReadWriteMailbox"] as const;
export type Level = (typeof levels)[number];

export interface OfficeCall {
  name: string;
  used: RegExp;
  level: Level;
  /** Needed only where the organisation lets Concord write Outlook categories. */
  categoryWriting?: true;
  /** Needed only by the flavour for several selected messages. */
  batch?: true;
}

const call = (name: string, level: Level): OfficeCall => ({
  name,
  used: new RegExp(`\\b${name.replace(".", "\\b[?!]*\\.")}\\b`),
  level,
});

/** Minimum levels as @types/office-js documents them; only names that mean one thing in our code. */
export const officeCalls: readonly OfficeCall[] = [
  { ...call("categories.addAsync", "ReadWriteItem"), categoryWriting: true },
  { ...call("categories.removeAsync", "ReadWriteItem"), categoryWriting: true },
  call("body.setAsync", "ReadWriteItem"),
  call("body.prependAsync", "ReadWriteItem"),
  call("body.setSelectedDataAsync", "ReadWriteItem"),
  call("masterCategories", "ReadWriteMailbox"),
  { ...call("getSelectedItemsAsync", "ReadWriteMailbox"), batch: true },
  { ...call("loadItemByIdAsync", "ReadWriteMailbox"), batch: true },
  call("makeEwsRequestAsync", "ReadWriteMailbox"),
  call("body.getAsync", "ReadItem"),
  call("categories.getAsync", "ReadItem"),
  call("internetMessageId", "ReadItem"),
  call("conversationId", "ReadItem"),
  call("itemId", "ReadItem"),
  call("normalizedSubject", "ReadItem"),
  call("notificationMessages", "ReadItem"),
  call("loadCustomPropertiesAsync", "ReadItem"),
  call("getAllInternetHeadersAsync", "ReadItem"),
  call("getSharedPropertiesAsync", "ReadItem"),
  call("userProfile", "ReadItem"),
  call("roamingSettings", "Restricted"),
];

export function permissions(tree: ManifestTree, around: Surroundings): Finding[] {
  const element = childOf(tree.root, "Permissions");
  const line = (element ?? tree.root).line;
  const asked = levels.indexOf((element?.text ?? "") as Level);
  if (asked < 0)
    return [
      finding(
        "permission-unknown",
        line,
        `Permissions "${element?.text ?? ""}" is not one of ${levels.join(", ")}.`,
      ),
    ];
  if (around.outlookSource === undefined) return [];
  const { level, because } = neededLevel(around.outlookSource, {
    categoryWriting: around.categoryWriting,
    batch: isBatch(tree),
  });
  if (levels[asked] === level) return [];
  return asked < levels.indexOf(level)
    ? [finding("permission-too-low", line, `Permissions must be ${level}: src/outlook uses ${because}.`)]
    : [
        finding(
          "permission-too-high",
          line,
          `Permissions can be ${level}: nothing in src/outlook needs more.`,
        ),
      ];
}

/** The flavour says itself that it takes several selected messages. */
export const isBatch = ({ overrides }: ManifestTree): boolean =>
  overrides.some(({ parts }) => named(parts, "SupportsMultiSelect").some(({ text }) => text === "true"));

/** What of Concord is wanted. */
export interface Wanted {
  categoryWriting: boolean;
  batch: boolean;
}

/** The highest level among the Office calls in a source text; comments do not count. */
export function neededLevel(source: string, wanted: Wanted): { level: Level; because?: string } {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
  const used = officeCalls.filter(
    (each) =>
      each.used.test(code) &&
      (wanted.categoryWriting || !each.categoryWriting) &&
      (wanted.batch || !each.batch),
  );
  const highest = used.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
  return highest ? { level: highest.level, because: highest.name } : { level: "Restricted" };
}
