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
  manyUnanswered: (answered, asked) => `Wenige Prüfungen beantwortet: ${answered} von ${asked}.`,
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
    "Blind heißt: entschieden, bevor die Vorhersage zu sehen war. Das ist die Treffsicherheit des Modells. „Unsicher“ zählt nirgends mit. Die Spannen gelten zu 95 %, so oft man auch hinsieht.",
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
  stateHint: "Gesehen ohne Antwort ist keine Zustimmung und wird getrennt gezählt.",
  byCategory: "Nach vorhergesagter Kategorie",
  category: "Kategorie",
  opened: "Geöffnet",
  answered: "Beantwortet",
  withoutPrediction: (count) =>
    n(count, {
      one: "1 Nachricht wurde ohne Vorhersage geöffnet und steht daher in keiner Zeile.",
      other: "# Nachrichten wurden ohne Vorhersage geöffnet und stehen daher in keiner Zeile.",
    }),
  asOf: (time) => `Stand ${time}`,
  refresh: "Aktualisieren",
  fromDay: "Von",
  toDay: "Bis",
  datesWrong:
    "Der erste Tag darf nicht nach dem letzten liegen und der letzte nicht nach heute; höchstens 366 Tage.",
  sinceReview: (day) => `Seit dem Review vom ${day}`,
  noReviewYet: "Nach dem ersten Review steht hier, was sich geändert hat.",
  newVersions: (count) => n(count, { one: "1 neue Modellversion.", other: "# neue Modellversionen." }),
  wentBackTo: (version) => `Zurück zu Version ${version} des Modells.`,
  toDecide: "Was zu entscheiden ist",
  nothingToDecide: "Nichts wartet auf eine Entscheidung.",
  offTarget: (objective) => `Verfehlt: ${objective}`,
  gotWorse: (objective) => `Wird schlechter: ${objective}`,
  correctionsWait: (count) =>
    n(count, { one: "1 Korrektur zum Ansehen", other: "# Korrekturen zum Ansehen" }),
  versionWaits: {
    candidate: (version) => `Version ${version} wartet auf ihre Freigabe`,
    held: (version) => `Version ${version} wird zurückgehalten: warum`,
  },
  reviewIsOpen: "Ein Review ist offen: weiter damit",
  overdue: (what, owner, day) => `Überfällig: ${what} (${owner}, bis ${day})`,
  figuresTitle: "Zahlen",
  since: (day) => `seit ${day}`,
  closedSince: (day) =>
    `Diese Abteilung wurde am ${day} geschlossen. Alles ist lesbar; entschieden wird hier nichts mehr.`,
  explain: (terms) => `Erklären: ${terms.join(", ")}`,
  terms: {
    states: {
      name: "Erreicht und die anderen Stände",
      meaning:
        "Erreicht: Die ganze Spanne liegt auf der guten Seite des Ziels. Verfehlt: Sie liegt ganz auf der anderen. Noch nicht bekannt: Das Ziel liegt in der Spanne. Veraltet: In der Zeit zwischen zwei Reviews kam nichts Neues hinzu. Wird schlechter: steht neben einem dieser Stände, wenn die Änderung seit einem Review wohl echt und zum Schlechteren ist. Es bleibt, bis das Ziel wieder erreicht ist oder neue Belege sicher besser sind; neben „Erreicht“ bis zum nächsten Review. Concord rechnet das aus; niemand kann es setzen.",
    },
    range: {
      name: "Spanne und n",
      meaning:
        "„86–91“ heißt: Der wahre Anteil liegt zwischen 86 und 91 %, mit 95 % Sicherheit, so oft man auch hinsieht. „n“ ist die Zahl der gezählten Prüfungen oder Nachrichten; je mehr, desto enger die Spanne. Ein Ziel zählt ab dem Tag seiner Vereinbarung, welcher Zeitraum für die Zahlen auch gewählt ist.",
    },
    points: { name: "Punkte", meaning: "Prozentpunkte: Von 80 % auf 84 % sind es +4 Punkte." },
    change: {
      name: "Wohl echt, kann Zufall sein",
      meaning:
        "Was seit dem letzten Review gezählt wurde, wird mit dem bis dahin Gezählten verglichen. Wohl echt: Die ganze Spanne des Unterschieds liegt auf einer Seite der Null, mit 95 % Sicherheit, so oft man auch hinsieht. Kann Zufall sein: Die Null liegt darin, also muss sich nichts geändert haben.",
    },
    blind: {
      name: "Blindprüfung",
      meaning:
        "Jemand entscheidet, bevor die Vorhersage zu sehen ist. Ausgelost, damit niemand zu einer Antwort verleitet wird: So oft hat das Modell recht.",
    },
    leaning: {
      name: "Sich auf die Vorhersage stützen",
      meaning:
        "Einer Vorhersage, die man sieht, stimmt man leichter zu. Darum werden manche Prüfungen mit und manche ohne sie erbeten, ausgelost; der Abstand sagt, wie sehr man sich auf sie stützt. Er wird in Punkten (Prozentpunkten) gemessen.",
    },
    f1: {
      name: "Mittleres F1",
      meaning:
        "„Richtig“ und „Gefunden“ je Kategorie in einer Zahl, davon das Mittel. Jede Kategorie zählt gleich viel, wie selten sie auch ist.",
    },
    calibration: {
      name: "Wie sicher, wie richtig",
      meaning:
        "Sagt das Modell „zu 80 % sicher“, sollte es in acht von zehn Fällen recht haben. Jede Zeile ist ein Teil der Prüfungen, von der unsichersten zur sichersten.",
    },
    kappa: {
      name: "Übereinstimmung über den Zufall hinaus",
      meaning:
        "0 erreicht man durch Raten, 1 heißt: immer dieselbe Priorität. Zwei Stufen daneben wiegen viermal so viel wie eine. Die Statistik nennt es gewichtetes Kappa. Anders als die anderen Spannen gilt diese für einen einzigen Blick.",
    },
    verdict: {
      name: "Antwort",
      meaning:
        "Was jemand zu einer Nachricht gesagt hat: dass die Vorhersage stimmt, oder was stattdessen richtig ist. Das Modell lernt aus angenommenen Antworten.",
    },
    held: {
      name: "Zurückgehalten",
      meaning:
        "Bevor eine neue Version gilt, wird sie an Nachrichten erprobt, die sie nicht gelernt hat. Wäre sie schlechter als vereinbart, wird sie zurückgehalten, und die bisherige bleibt. Die Leitung darf sie trotzdem veröffentlichen.",
    },
    candidate: {
      name: "Wartet auf Freigabe",
      meaning:
        "Sie hat bestanden oder war nicht vergleichbar, und in dieser Abteilung soll die Leitung zustimmen, bevor eine Version gilt. Bis dahin bleibt die bisherige.",
    },
    forecast: {
      name: "Prognose",
      meaning:
        "Für wie wahrscheinlich Sie halten, dass das Ziel beim nächsten Review erreicht ist. Später wird verglichen: 0 heißt immer sicher und richtig; 0,25 bekäme, wer stets „50 %“ sagt; mehr ist schlechter.",
    },
    seal: {
      name: "Prüfnummer",
      meaning:
        "Beim Abschließen aus dieser ganzen Seite gebildet. Würde danach etwas Gespeichertes verändert, passte sie nicht mehr, und diese Seite würde es sagen.",
    },
  },
};
