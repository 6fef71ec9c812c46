/** What the form of a department says beside its fields, in German. */
import { pluralIn } from "../../../locales/plural.ts";
import type { EditingTexts } from "./en.ts";

const n = pluralIn("de");

export const de: EditingTexts = {
  unsaved: "Noch nicht gespeichert. Die Änderungen bleiben hier, solange dieser Bereich offen ist.",
  unsavedMark: "Änderungen noch nicht gespeichert",
  discarded: "Die Änderungen wurden verworfen.",
  limits: (from, to) => `Von ${from} bis ${to}.`,
  outside: (from, to) => `Eine Zahl von ${from} bis ${to} eingeben.`,
  outsideWhole: (from, to) => `Eine ganze Zahl von ${from} bis ${to} eingeben.`,
  notSaved: (count) =>
    n(count, {
      one: "Nicht gespeichert: 1 Angabe stimmt noch nicht.",
      other: "Nicht gespeichert: # Angaben stimmen noch nicht.",
    }),
  faults: {
    empty: "Bitte ausfüllen.",
    long: (most) => `Höchstens ${most} Zeichen.`,
    many: (most) => `Höchstens ${most} Einträge.`,
    few: (fewest) => `Mindestens ${fewest} Kategorien.`,
    form: "Das ist nicht so geschrieben, wie es sein muss.",
    twice: "Eine andere Kategorie hat diesen Kurznamen.",
    sameName: "Eine andere Kategorie heißt schon so.",
    reads: "Dieses Protokoll liest den Text. Unter Regeln wählen, dass der Text das Postfach verlässt.",
    successor: "Bitte eine offene Abteilung wählen.",
    refused: "Der Server nimmt das nicht an.",
  },
  inLanguage: (language, what) => `${language}: ${what}`,
  saving:
    "Speichern ergibt eine neue Version der Kategorien. Bisherige Antworten bleiben. Ändern sich Definitionen oder Wendungen, wird das eingebaute Modell neu trainiert und sofort verwendet; ein Name allein ändert daran nichts. Kommen Kategorien hinzu oder fallen weg, lassen sich frühere Modellversionen nicht wiederherstellen. Sieht das Modell danach manche Nachrichten anders, wird 14 Tage lang zu mehr Nachrichten blind gefragt.",
  oldNames: (languages) => `Noch der alte Name in: ${languages}.`,
  oldOutlook: (name) => `Die Outlook-Kategorie bleibt „${name}“.`,
  modelVersions:
    "Versionen des eingebauten Modells veröffentlicht und holt die Leitung zurück: Abteilung, Korrekturen, Alle Versionen.",
  split: "Diese Kategorie teilen",
  splitHint:
    "Die neue Kategorie benennen und definieren. Sie beginnt mit den Wendungen der alten: In jeder der beiden löschen, was zur anderen gehört, und die alte Definition enger fassen.",
  toVersions: "Zu den Versionen des Modells",
  toMerging: "Zum Zusammenlegen von Kategorien",
  merging:
    "Zwei Kategorien legt die Leitung zusammen, unter Abteilung, Korrekturen, Kategorien zusammenlegen. Zum Teilen die Kategorie hier öffnen und „Diese Kategorie teilen“ drücken.",
};
