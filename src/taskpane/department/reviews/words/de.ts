/** What the reviews page says, in German. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ReviewTexts } from "./en.ts";

const n = pluralIn("de");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "Ziel beibehalten",
  changeTarget: "Ziel ändern",
  retrain: "Modell neu lernen lassen",
  changeTaxonomy: "Kategorien oder Definitionen ändern",
  rollBack: "Zu einem früheren Modell zurück",
  changeBlindShare: "Anteil der Blindprüfungen ändern",
  stop: "Einstellen",
};
const outcomes: ReviewTexts["outcomes"] = { open: "Offen", done: "Erledigt", dropped: "Verworfen" };

export const de: ReviewTexts = {
  dueOn: (day) => ended(`Nächstes Review am ${day}.`),
  isDue: "Ein Review ist fällig.",
  noRhythm: "Ziele sagen, wie oft ein Review ist; vereinbaren Sie zuerst eines.",
  prepare: "Review vorbereiten",
  openNow: "Jetzt ein Review öffnen",
  isOpen: (day) => `Seit ${day} ist ein Review offen.`,
  goOn: "Review fortsetzen",
  past: "Abgeschlossene Reviews",
  none: "Noch kein Review",
  noneHint:
    "Ein Review betrachtet jedes Ziel, was zuletzt entschieden wurde und was als Nächstes zu entscheiden ist.",
  closedBy: (day, who, decisions) =>
    [day, who, n(decisions, { one: "1 Entscheidung", other: "# Entscheidungen" })].filter(Boolean).join(", "),
  score: (error, count) =>
    `Prognosen bisher: ${error} daneben, aus ${n(count, { one: "1 entschiedenen", other: "# entschiedenen" })} (0: immer richtig; 0,25: nicht besser als eine Münze).`,
  title: (day) => `Review vom ${day}`,
  period: (from, to) => `Belege vom ${from} bis ${to}`,
  followUps: "Zuletzt entschieden",
  noFollowUps: "Zuletzt wurde nichts entschieden.",
  sinceThen: (before, now) => `Anteil damals ${before}, jetzt ${now}`,
  foretold: (objective, chance, came) => `${objective}: Prognose ${chance} wahrscheinlich, ${came}`,
  came: { met: "und es wurde erreicht", notMet: "und es wurde verfehlt", open: "noch nicht bekannt" },
  objectives: "Ziele",
  noObjectives: "Zurzeit gilt kein Ziel.",
  changed: (points) => `${points} Punkte seit dem letzten Review`,
  sinceLast: (since, counted, before, points, verdict) =>
    `Seit dem letzten Review ${since}, n\u00a0=\u00a0${counted}; bis dahin ${before}: ${points} Punkte, ${verdict}`,
  likelyReal: "wohl echt",
  couldBeChance: "kann Zufall sein",
  nothingSince: "Seit dem letzten Review wurde nichts Neues gezählt.",
  nothingBefore: (since, counted) =>
    `Seit dem letzten Review ${since}, n\u00a0=\u00a0${counted}; davor wurde nichts gezählt.`,
  firstTime: "Zum ersten Mal betrachtet.",
  agenda: "Gemeinsam zu besprechen",
  contested: (model, staff, times) => `Modell ${model}, Team ${staff}: ${times}`,
  unclear: (category, times) => `Definition unklar genannt: ${category}, ${times}`,
  proposals: (count) =>
    n(count, {
      one: "1 Vorschlag wartet auf eine Entscheidung.",
      other: "# Vorschläge warten auf eine Entscheidung.",
    }),
  noAgenda: "Nichts zu besprechen.",
  model: "Modell und Korrekturen",
  blind: (share, low, high, checks) =>
    `Richtige Kategorie in Blindprüfungen: ${share}, zwischen ${low} und ${high}, n\u00a0=\u00a0${checks}.`,
  noBlind: "Keine Blindprüfungen in dieser Zeit.",
  gap: (points, low, high) =>
    `Richtige Kategorie mit gezeigter Vorhersage gegenüber blind: ${points} Punkte, zwischen ${low} und ${high}:`,
  noGap: "Noch nicht auf beiden Seiten Prüfungen: Ob man sich auf die Vorhersage stützt, ist nicht bekannt.",
  steady: (checks) => `Die Fehler in ${checks} Blindprüfungen sind gleichmäßig.`,
  drifted: (before, after, day) =>
    `Die Fehler in Blindprüfungen gingen von ${before} auf ${after}, bemerkt am ${day}.`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `Korrekturen ${total}: jetzt richtig ${right}, noch falsch ${wrong}, wartend ${waiting}, abgelehnt ${declined}${unasked ? `, gelernt und nicht wieder gefragt ${unasked}` : ""}.`,
  version: (version, day, live, state) =>
    [`Modellversion ${version}`, day, live, state].filter(Boolean).join(", "),
  published: (day) => `veröffentlicht ${day}`,
  versionStates: {
    held: "zurückgehalten, gilt nicht",
    candidate: "wartet auf Freigabe, gilt nicht",
    retired: "seitdem ersetzt",
    rolledBack: "seitdem zurückgenommen",
    live: "gilt jetzt",
  },
  noVersions: "Keine Modellversion wurde gelernt.",
  decisions: "Entscheidungen",
  noDecisions: "Noch keine Entscheidung.",
  kinds,
  outcomes,
  outcome: "Ergebnis",
  leadSettles: "Was daraus wurde, sagt die Leitung der Abteilung.",
  ownerDue: (owner, day) => `${owner}, bis ${day}`,
  what: "Was entschieden wird",
  about: "Betrifft",
  nothingSpecial: "kein einzelnes Ziel",
  note: "Notiz (freiwillig)",
  owner: "Verantwortlich",
  due: "Fällig am",
  add: "Hinzufügen",
  needed: "Wird gebraucht, bevor sich etwas hinzufügen lässt.",
  remove: (what) => `Entfernen: ${what}`,
  forecasts: "Prognose",
  forecastAsk: "Wie wahrscheinlich ist jedes beim nächsten Review erreicht?",
  noForecast: "keine Prognose",
  closing: "Abschließen",
  closeHint:
    "Das Abschließen hält alles fest; danach kann eine Entscheidung nur noch erledigt oder verworfen werden.",
  followUpsOpen: (count) =>
    n(count, {
      one: "1 Entscheidung vom letzten Mal ist noch offen.",
      other: "# Entscheidungen vom letzten Mal sind noch offen.",
    }),
  unforeseen: (count) =>
    n(count, { one: "1 Ziel hat keine Prognose.", other: "# Ziele haben keine Prognose." }),
  close: "Review abschließen",
  reallyClose: "Ja, abschließen",
  frozen: (day, who) => [`Abgeschlossen am ${day}`, who].filter(Boolean).join(", "),
  seal: (seal) => `Prüfnummer ${seal}`,
  tampered: "Was gespeichert ist, wurde nach dem Abschluss verändert.",
  copyText: "Als Text kopieren",
  copied: "Kopiert",
  saveCsv: "Als CSV sichern",
  print: "Drucken",
  pack: "Belegmappe (zip)",
  packHint:
    "Ziele, Blindprüfungen, Modellversionen, Reviews und das Protokoll samt Prüfprogramm. Keine Mail.",
  csvHead: ["Ziel", "Zielmarke", "Anteil", "von", "bis", "Prüfungen", "Stand", "Anteil beim letzten Review"],
};
