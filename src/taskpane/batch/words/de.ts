/** What the pane says of several selected messages, in German. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("de");

export const de: BatchTexts = {
  selected: (count: number) => n(count, { one: "1 Nachricht ausgewählt", other: "# Nachrichten ausgewählt" }),
  reading: (read: number, all: number) => `${read} von ${all} gelesen`,
  nothingTogether: "Hier passt nichts zusammen",
  nothingTogetherHint:
    "Ein Klick bestätigt drei oder mehr Nachrichten, bei denen das Modell sicher ist und Kategorie und Priorität dieselben sind.",
  subjectsOnly: "Dieses Outlook zeigt Concord nur die Betreffe; alles hier beruht allein auf ihnen.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "Der Text von 1 Nachricht war nicht lesbar; die Aussage beruht auf ihrem Betreff.",
      other: "Die Texte von # Nachrichten waren nicht lesbar; die Aussagen beruhen auf ihren Betreffen.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, {
      one: `1 Nachricht, Kategorie mindestens ${sure}`,
      other: `# Nachrichten, Kategorie mindestens ${sure}`,
    }),
  openFirst: "Zuerst diese öffnen",
  openFirstWhy: "Sie wurden ausgelost.",
  theOthers: (count: number) => n(count, { one: "1 weitere", other: "# weitere" }),
  open: "Öffnen",
  opened: "Geöffnet",
  openWhat: (subject: string) => `Öffnen: ${subject}`,
  openedWhat: (subject: string) => `Geöffnet: ${subject}`,
  noText: "(kein Text)",
  inOutlook: "In Outlook öffnen",
  notOpened: "Outlook hat diese Nachricht nicht geöffnet. Wählen Sie sie einzeln aus, um sie zu lesen.",
  confirm: (count: number, what: string) =>
    n(count, { one: `${what} für 1 Nachricht`, other: `${what} für # Nachrichten` }),
  missing: (count: number) =>
    n(count, { one: "Zuerst noch 1 Nachricht öffnen.", other: "Zuerst # Nachrichten öffnen." }),
  tooFew: "Es sind weniger als drei übrig: bitte einzeln beantworten.",
  notAgreement: "Zählt als beantwortet, nie als Übereinstimmung mit dem Modell.",
  confirmed: (count: number, what: string) =>
    n(count, {
      one: `Sie haben 1 Nachricht als ${what} bestätigt`,
      other: `Sie haben # Nachrichten als ${what} bestätigt`,
    }),
  undoAll: (count: number, what: string) =>
    n(count, { one: `1 Nachricht zurücknehmen: ${what}`, other: `# Nachrichten zurücknehmen: ${what}` }),
  unlabelled: (count: number) =>
    n(count, {
      one: "Gespeichert. Die Outlook-Kategorie von 1 Nachricht ließ sich nicht setzen.",
      other: "Gespeichert. Die Outlook-Kategorien von # Nachrichten ließen sich nicht setzen.",
    }),
  oneByOne: (count: number) => `Einzeln (${count})`,
  oneByOneHint: "Wählen Sie eine davon in Outlook aus, um sie zu beantworten.",
  other: "Keine Nachricht, die sich einordnen lässt.",
  few: "Weniger als drei der ausgewählten haben dieselbe Kategorie und Priorität.",
  announced: (groups: number, done: number, alone: number) =>
    `${n(groups, { one: "1 Gruppe", other: "# Gruppen" })} zu bestätigen, ${done} bestätigt, ${alone} einzeln`,
};
