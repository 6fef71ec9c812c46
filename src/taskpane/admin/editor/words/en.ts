/** What the form of a department says beside its fields, in English. The other languages have its type. */
import { pluralIn } from "../../../locales/plural.ts";

const n = pluralIn("en");

export const en = {
  unsaved: "Not saved yet. Your changes stay here while this pane is open.",
  unsavedMark: "Changes not saved yet",
  discarded: "Your changes were discarded.",
  limits: (from: string, to: string) => `From ${from} to ${to}.`,
  outside: (from: string, to: string) => `Enter a number from ${from} to ${to}.`,
  outsideWhole: (from: string, to: string) => `Enter a whole number from ${from} to ${to}.`,
  notSaved: (count: number) =>
    n(count, {
      one: "Not saved: 1 value needs another look.",
      other: "Not saved: # values need another look.",
    }),
  faults: {
    empty: "Fill this in.",
    long: (most: string) => `At most ${most} characters.`,
    many: (most: string) => `At most ${most} entries.`,
    few: (fewest: string) => `At least ${fewest} categories.`,
    form: "This is not written as it has to be.",
    twice: "Another category has this short name.",
    sameName: "Another category has this name.",
    reads: "This protocol reads the text. Under Policy, choose that the text leaves the mailbox.",
    successor: "Choose a department that is open.",
    refused: "The server does not accept this.",
  },
  inLanguage: (language: string, what: string) => `${language}: ${what}`,
  saving:
    "Saving makes a new version of the categories. Answers given so far stay. Where definitions or phrases change, the built-in model is trained again and used at once; a name alone changes nothing there. If categories come or go, earlier model versions cannot be restored. If the model then sees some messages otherwise, more are asked about blind for 14 days.",
  oldNames: (languages: string) => `Still the old name in: ${languages}.`,
  oldOutlook: (name: string) => `The Outlook category stays “${name}”.`,
  modelVersions:
    "Versions of the built-in model are published and restored by the leads: Department, Corrections, All versions.",
  split: "Split this category",
  splitHint:
    "Name and define the new category. It begins with the phrases of the old one: delete in each of both what belongs to the other, and narrow the old definition.",
  toVersions: "Go to the model’s versions",
  toMerging: "Go to merging categories",
  merging:
    "Leads merge two categories under Department, Corrections, Merge categories. To split one, open it here and press “Split this category”.",
};

export type EditingTexts = typeof en;
