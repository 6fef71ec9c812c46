/** What the pane says of several selected messages, in English. The other languages have its type. */
import { pluralIn } from "../../locales/plural.ts";

const n = pluralIn("en");

export const en = {
  selected: (count: number) => n(count, { one: "1 message selected", other: "# messages selected" }),
  reading: (read: number, all: number) => `Reading ${read} of ${all}`,
  nothingTogether: "Nothing here fits together",
  nothingTogetherHint:
    "One press confirms three messages or more of which the model is sure, and which have the same category and priority.",
  subjectsOnly:
    "This Outlook shows Concord only the subjects, so what is said here is based on subjects alone.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "The text of 1 message couldn’t be read; what is said of it is based on its subject.",
      other: "The texts of # messages couldn’t be read; what is said of them is based on their subjects.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, { one: `1 message, category at least ${sure}`, other: `# messages, category at least ${sure}` }),
  openFirst: "Open these first",
  openFirstWhy: "They were drawn at random.",
  theOthers: (count: number) => n(count, { one: "1 more", other: "# more" }),
  open: "Open",
  opened: "Opened",
  openWhat: (subject: string) => `Open: ${subject}`,
  openedWhat: (subject: string) => `Opened: ${subject}`,
  noText: "(no text)",
  inOutlook: "Open in Outlook",
  notOpened: "Outlook did not open this message. Select it by itself to read it.",
  confirm: (count: number, what: string) =>
    n(count, { one: `${what} for 1 message`, other: `${what} for # messages` }),
  missing: (count: number) =>
    n(count, { one: "Open 1 more message first.", other: "Open # messages first." }),
  tooFew: "Fewer than three are left: answer them one by one.",
  notAgreement: "Counted as answered, never as agreement with the model.",
  confirmed: (count: number, what: string) =>
    n(count, { one: `You confirmed 1 message as ${what}`, other: `You confirmed # messages as ${what}` }),
  undoAll: (count: number, what: string) =>
    n(count, { one: `Undo 1 message: ${what}`, other: `Undo # messages: ${what}` }),
  unlabelled: (count: number) =>
    n(count, {
      one: "Saved. The Outlook category of 1 message couldn’t be set.",
      other: "Saved. The Outlook categories of # messages couldn’t be set.",
    }),
  oneByOne: (count: number) => `One by one (${count})`,
  oneByOneHint: "Select one of them in Outlook to answer it.",
  other: "Not a message that can be triaged.",
  few: "Fewer than three of those selected have the same category and priority.",
  announced: (groups: number, done: number, alone: number) =>
    `${n(groups, { one: "1 group", other: "# groups" })} to confirm, ${done} confirmed, ${alone} one by one`,
};

export type BatchTexts = typeof en;
