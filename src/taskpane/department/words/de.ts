/** What the department room says, in German. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("de");

export const de: RoomTexts = {
  pagesLabel: "Seiten",
  pages: { summary: "Überblick", objectives: "Ziele", corrections: "Korrekturen", reviews: "Reviews" },
  period: "Zeitraum",
  periods: {
    weeks4: "Letzte 4 Wochen",
    weeks12: "Letzte 12 Wochen",
    weeks52: "Letzte 52 Wochen",
    today: "Heute",
    custom: "Andere Tage …",
  },
  summaryTitle: (answered, opened) => `${answered} von ${opened} geöffneten Nachrichten beantwortet`,
  summaryNone: {
    weeks4: "In den letzten 4 Wochen wurde keine Nachricht geöffnet.",
    weeks12: "In den letzten 12 Wochen wurde keine Nachricht geöffnet.",
    weeks52: "In den letzten 52 Wochen wurde keine Nachricht geöffnet.",
    today: "Heute wurde noch keine Nachricht geöffnet.",
    custom: "An diesen Tagen wurde keine Nachricht geöffnet.",
  },
  rightCategory: "Richtige Kategorie",
  betweenFrom: (low, high, checks) =>
    `zwischen ${low} und ${high}, aus ${n(checks, { one: "1 Blindprüfung", other: "# Blindprüfungen" })}`,
  notYetKnown: "Noch nicht bekannt",
  blindChecksSoFar: (checks) =>
    checks === 0
      ? "Bisher keine Blindprüfungen."
      : n(checks, { one: "Bisher 1 Blindprüfung.", other: "Bisher # Blindprüfungen." }),
  checksMissing: (missing) =>
    n(missing, {
      one: "Für eine erste Zahl fehlt noch 1.",
      other: "Für eine erste Zahl fehlen noch #.",
    }),
  blindChecksOff: "Sie sind für diese Abteilung ausgeschaltet, daher fehlt jeder Maßstab.",
  blindChecksHint:
    "In einer Blindprüfung entscheidet jemand, bevor die Vorhersage zu sehen ist. Concord bittet jeden Tag um einige wenige.",
  manyUnanswered: (answered, asked) => `Viele Fragen unbeantwortet: ${answered} von ${asked} beantwortet.`,
  unansweredBounds: (low, high) =>
    `Wären alle übrigen falsch oder alle richtig, wären es ${low} oder ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      one: "Ob man sich auf die Vorhersage stützt, ist noch nicht bekannt: bisher 1 Prüfung mit Vorhersage.",
      other:
        "Ob man sich auf die Vorhersage stützt, ist noch nicht bekannt: bisher # Prüfungen mit Vorhersage.",
    }),
  withAndWithout: (shown, blind) => `Mit Vorhersage ${shown}, ohne ${blind}:`,
  leaning: {
    leaning: "Man stützt sich auf sie.",
    against: "Man entscheidet eher gegen sie.",
    open: "Ob man sich auf sie stützt, ist noch nicht bekannt.",
  },
  gapPoints: (gap, low, high) => `(${gap} Punkte, zwischen ${low} und ${high})`,
  figures: "Zahlen und Methode",
  agreement: "Übereinstimmung",
  armNames: { blind: "Blind", assisted: "Mit Vorhersage" },
  bothFields: "Beides",
  asksAnswered: "Beantwortete Fragen",
  of: (part, whole) => `${part} von ${whole}`,
  noChecks: "keine Prüfung",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "Blind heißt: entschieden, bevor die Vorhersage zu sehen war. Das ist die Treffsicherheit des Modells. „Unsicher“ zählt nirgends mit. Die Spannen gelten zu 95 %, so oft man auch hinsieht.",
  byWeek: "Richtige Kategorie je Woche",
  weeksChart:
    "Anteil richtiger Kategorien in Blindprüfungen, Woche für Woche. Die Tabelle darunter nennt die Zahlen.",
  weeksHint: "Punkt: Anteil der Woche. Balken: seine Spanne. Graue Fläche: Spanne des ganzen Zeitraums.",
  weeksEmpty: "Keine Blindprüfungen in diesen Wochen; mit der ersten beginnt der Verlauf.",
  asTable: "Als Tabelle",
  weekFrom: "Woche ab",
  interval: "Spanne",
  checks: "Prüfungen",
  mostConfused: "Am häufigsten verwechselt",
  modelSaid: "Modell",
  staffSaid: "Team",
  times: "Anzahl",
  states: {
    confirmed: "Bestätigt",
    corrected: "Korrigiert",
    unsure: "Unsicher",
    unpredicted: "Ohne Vorhersage beantwortet",
    shown: "Gesehen, nicht beantwortet",
    neverShown: "Nicht gezeigt",
  },
  stateHint: "Gesehen ohne Urteil ist keine Zustimmung und wird getrennt gezählt.",
  byCategory: "Nach vorhergesagter Kategorie",
  category: "Kategorie",
  opened: "Geöffnet",
  answered: "Beantwortet",
  asOf: (time) => `Stand ${time}`,
  refresh: "Aktualisieren",
  fromDay: "Von",
  toDay: "Bis",
  datesWrong:
    "Der erste Tag darf nicht nach dem letzten liegen und der letzte nicht nach heute; höchstens 366 Tage.",
  sinceReview: (day) => `Seit dem Review vom ${day}`,
  noReviewYet: "Nach dem ersten Review steht hier, was sich geändert hat.",
  newVersions: (count) => n(count, { one: "1 neue Modellversion.", other: "# neue Modellversionen." }),
  toDecide: "Was zu entscheiden ist",
  nothingToDecide: "Nichts wartet auf eine Entscheidung.",
  correctionsWait: (count) =>
    n(count, { one: "1 Korrektur zum Ansehen", other: "# Korrekturen zum Ansehen" }),
  candidatesWait: (count) =>
    n(count, {
      one: "1 Modellversion wartet auf ihre Freigabe",
      other: "# Modellversionen warten auf ihre Freigabe",
    }),
  overdue: (count) =>
    n(count, { one: "1 Entscheidung ist überfällig", other: "# Entscheidungen sind überfällig" }),
};
