/** What the corrections page and the fuller figures say, in German. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { CorrectionTexts } from "./en.ts";

const n = pluralIn("de");
const count = new Intl.NumberFormat("de");
const verdicts = (count: number) => n(count, { one: "1 Antwort", other: "# Antworten" });

export const de: CorrectionTexts = {
  model: "Modell",
  live: (version, day) => ended(`Version ${version} gilt seit ${day}.`),
  onlyTaxonomy: "Noch gilt keine Version: Das Modell kennt nur die Definitionen.",
  learned: (examples, news) => `Gelernt aus ${verdicts(examples)}, davon ${count.format(news)} neu.`,
  otherwise: (changed, messages) =>
    `Von den neuesten ${messages} Nachrichten nennt es ${changed} anders als die Version davor.`,
  judged: (pairs, better, worse) =>
    `Geprüft an ${verdicts(pairs)}, die es nicht gelernt hatte: ${better} jetzt richtig statt falsch, ${worse} jetzt falsch statt richtig.`,
  bases: {
    blind: "Entschieden haben Blindprüfungen.",
    verdicts: "Noch zu wenige Blindprüfungen, daher entschieden alle angenommenen Antworten.",
    tooFew: "Ohne Vergleich veröffentlicht: weniger als 30 Antworten zum Prüfen.",
    taxonomy: "Ohne Vergleich veröffentlicht: Die Kategorien haben sich geändert.",
    lost: "Neu erstellt, weil die Datei der Version davor verloren ging.",
    forgotten: "Neu erstellt, um Nachrichten zu vergessen; nichts Neues wurde gelernt.",
  },
  reasons: {
    departmentWorse: "Sie ist über das vereinbarte Maß hinaus schlechter.",
    overallWorse: "Im Ganzen ist sie schlechter.",
    calibrationWorse: "Sie hält sich öfter als bisher für sicher, ohne es zu sein.",
    calibrationUnknown: "Wie sicher sie sein darf, lässt sich noch nicht sagen.",
    noEvidence: "Es gibt nichts, woran man sie prüfen könnte.",
  },
  otherChanges: (count) => `Anders geändert: ${count}`,
  chanceToo:
    "Ein so kleiner Unterschied kann Zufall sein; von selbst gilt eine Version nur, wenn sie mindestens so gut ist.",
  unreachable: {
    file: "Sie kann nicht mehr gelten: Ihre Datei ist fort. Die neuesten sechs bleiben.",
    categories: "Sie kann nicht mehr gelten: Sie wurde für andere Kategorien gemacht.",
    forgotten: "Sie kann nicht mehr gelten: Sie weiß, was zu vergessen war.",
  },
  replaced: (version, state, by) =>
    `Version ${version} (${state}) galt nie: Version ${by} trat an ihre Stelle.`,
  versionStates: {
    candidate: "Wartet auf Freigabe",
    held: "Zurückgehalten",
    live: "Gültig",
    retired: "Früher",
    rolledBack: "Zurückgenommen",
  },
  version: (version) => `Version ${version}`,
  publish: "Veröffentlichen",
  publishAgain: "Wieder veröffentlichen",
  goBack: (version) => `Zurück zu Version ${version}`,
  goBackMeans: (version, live) =>
    `Soll ab jetzt für alle in der Abteilung Version ${version} antworten? Was seither gelernt wurde, wartet wieder, und 14 Tage lang warten neue Versionen auf Freigabe. Version ${live} bleibt hier und kann wieder veröffentlicht werden.`,
  reallyGoBack: "Ja, zurück",
  raised: (day) => `Bis ${day} gibt es mehr Blindprüfungen, weil sich das Modell geändert hat.`,
  paused: (day) => `Bis ${day} warten neue Versionen auf Freigabe.`,
  allVersions: "Alle Versionen",
  corrections: "Korrekturen",
  counts: (waiting, learned, declined) => `${waiting} warten, ${learned} gelernt, ${declined} abgelehnt`,
  none: "Hier sind keine Korrekturen.",
  show: "Zeigen",
  shown: { received: "Zum Ansehen", waiting: "Wartende", all: "Alle" },
  states: { received: "Eingegangen", accepted: "Angenommen", declined: "Abgelehnt", learned: "Gelernt" },
  learnedIn: (version) => `Gelernt in ${version}`,
  nowRight: "jetzt richtig",
  stillWrong: "noch falsch",
  modelSaid: "Modell",
  staffSaid: "Team",
  accept: "Annehmen",
  decline: "Ablehnen",
  reason: "Begründung",
  reasonHint: "Wer korrigiert hat, sieht sie.",
  cancel: "Abbrechen",
  noSubjects: "Concord speichert keine Betreffe: „Nachricht öffnen“ zeigt, welche es ist.",
  noSubjectsNorOpening:
    "Concord speichert keine Betreffe: Zeit, Kategorien und Notiz zeigen, welche es ist. Die Administration kann der Leitung das Öffnen erlauben.",
  openMessage: "Nachricht öffnen",
  notOpened:
    "Outlook hat die Nachricht nicht geöffnet. Vielleicht fehlt Ihnen der Zugriff auf das Postfach, oder es gibt sie nicht mehr.",
  more: "Mehr zeigen",
  done: {
    accept: "Angenommen. Die nächste Version des Modells lernt sie.",
    decline: "Abgelehnt. Wer korrigiert hat, sieht Ihre Begründung.",
  },
  proposals: "Vorschläge",
  noProposals: "Noch keine Vorschläge.",
  acceptMeans:
    "Ein angenommener Vorschlag ändert die Kategorien sofort, und die nächste Version des Modells lernt ihn. Nach einer neuen Kategorie richtet sich das Modell nur nach den Definitionen, bis diese Version da ist.",
  acceptDrops: (version) =>
    `Version ${version}, die nicht gilt, kann danach nicht mehr veröffentlicht werden.`,
  learningOff:
    "Das Lernen ist hier ausgeschaltet: Keine Version lernt ihn, bis die Administration es einschaltet.",
  proposalDone: {
    accept: "Angenommen. Es gilt ab jetzt; die nächste Version des Modells lernt es.",
    decline: "Abgelehnt. Er bleibt unten bei den entschiedenen.",
  },
  decidedProposals: "Entschiedene Vorschläge",
  proposalEvidence: (corrected, verdicts) =>
    `In zwölf Wochen: ${corrected} von ${verdicts} Antworten zu dieser Kategorie waren Korrekturen.`,
  calledUnclear: (times) => `${times}-mal unklar genannt.`,
  thinEvidence: "So wenige sagen wenig.",
  noEvidenceYet: "Für eine Kategorie, die es noch nicht gibt, lässt sich noch nichts zählen.",
  today: "Heute",
  noneToday: "In dieser Sprache noch keine.",
  proposed: "Vorgeschlagen",
  acceptAsks: {
    category:
      "Diese Kategorie für alle in der Abteilung hinzufügen? Das lässt sich hier nicht rückgängig machen.",
    definition:
      "Den heutigen Text für alle in der Abteilung durch den vorgeschlagenen ersetzen? Das lässt sich hier nicht rückgängig machen.",
  },
  reallyAccept: "Ja, annehmen",
  proposalReasonHint: "Wer es vorgeschlagen hat, sieht sie.",
  propose: "Vorschlagen",
  proposalKinds: { category: "Neue Kategorie", definition: "Klarere Definition" },
  name: "Name",
  definition: "Definition",
  send: "Senden",
  proposalStates: { open: "Offen", accepted: "Angenommen", declined: "Abgelehnt" },
  merge: "Kategorien zusammenlegen",
  mergeFrom: "Kategorie, die wegfällt",
  mergeInto: "Geht auf in",
  mergeTooFew: "Eine Abteilung behält mindestens zwei Kategorien.",
  mergeMeans: (from, into) =>
    `„${from}“ ist nicht mehr wählbar. Überblick und Zahlen zählen die Antworten dazu als „${into}“, auch die alten, und das Modell lernt sie dort. Abgeschlossene Reviews bleiben, wie sie waren. Ziele behalten, was sie gezählt haben; eines nur zu „${from}“ bekommt nichts Neues. Hier lässt sich das nicht rückgängig machen.`,
  reallyMerge: "Ja, zusammenlegen",
  merged: (from, into) =>
    `„${from}“ ist in „${into}“ aufgegangen. Listen zeigen es, wenn der Bereich neu geöffnet wird.`,
  moreFigures: "Weitere Zahlen",
  accuracy: "Genauigkeit je Kategorie",
  accuracyHint: "Aus Blindprüfungen. Gefunden: von dem, was es ist. Richtig: von dem, was so genannt wurde.",
  precision: "Richtig",
  recall: "Gefunden",
  support: "Prüfungen",
  macroF1: (value) => `Richtig und gefunden in einer Zahl (mittleres F1): ${value}`,
  pairs: "Miteinander verwechselt",
  noPairs: "In diesem Zeitraum wurden keine zwei Kategorien miteinander verwechselt.",
  noBaseline:
    "Gesparte Minuten sind nicht bekannt: Niemand hat eingetragen, wie lange eine Nachricht vorher brauchte.",
  evidence: "Korrekturen zeigen",
  priority: "Priorität",
  kappa: (value, low, high) =>
    `Übereinstimmung über den Zufall hinaus ${value}, zwischen ${low} und ${high}.`,
  urgentFound: (share, low, high, checks) =>
    `Dringendes als dringend erkannt: ${share}, zwischen ${low} und ${high}, aus ${n(checks, { one: "1 Blindprüfung", other: "# Blindprüfungen" })}.`,
  urgentExcluded:
    "Dringendes lässt sich nicht messen: Nach den Regeln bleiben dringende Vorhersagen aus den Prüfungen.",
  missedUrgent: (count) =>
    n(count, {
      one: "1 dringende Nachricht wurde nicht so genannt.",
      other: "# dringende Nachrichten wurden nicht so genannt.",
    }),
  ranksOff: (exact, one, more) => `${exact} genau, ${one} eine Stufe daneben, ${more} weiter daneben.`,
  time: "Zeit",
  handling: (median, p90) =>
    `Von der Vorhersage zur Antwort: die Hälfte binnen ${median}, neun von zehn binnen ${p90}.`,
  wait: (median, p90) =>
    `Wo geantwortet wurde, vom Eingang an: die Hälfte binnen ${median}, neun von zehn binnen ${p90}.`,
  asked: (minutes) => `Prüfungen kosteten das Team etwa ${minutes} Minuten.`,
  saved: (minutes) => `Gespart etwa ${minutes} Minuten gegenüber der früher gemessenen Zeit.`,
  onePress: (share) => `Ein Klick genügte bei ${share}.`,
  fewPeople: "Zeiten und Klicks werden ab fünf Personen gezeigt.",
  calibration: "Wie sicher, wie richtig",
  sure: "Sicher",
  right: "Richtig",
  calibrationError: (error, chance) => `Im Mittel ${error} auseinander; der Zufall allein ergäbe ${chance}.`,
  powered: (share, low, high) =>
    `Alle geöffnete Post, mit den Prüfungen geschätzt: ${share}, zwischen ${low} und ${high}. Für diesen einen Blick; Ziele werden nicht daran gemessen.`,
  change: "Hat sich etwas geändert?",
  steady: "Die Fehler sind gleich geblieben.",
  drifted: (before, after, day) =>
    `Die Fehler gingen von ${before} auf ${after}${day === undefined ? "" : `, bemerkt am ${day}`}.`,
  mix: {
    steady: "Die Kategorien verteilen sich wie vor einem Monat.",
    moved: "Die Verteilung der Kategorien hat sich seit dem Vormonat verschoben.",
    changed: "Die Verteilung der Kategorien hat sich seit dem Vormonat geändert.",
    unknown: "Zu wenig Post, um die Verteilung mit dem Vormonat zu vergleichen.",
  },
  others: "Die anderen",
  ceiling: (share, messages) =>
    `Zwei Personen sind sich bei ${share} von ${n(messages, { one: "1 Nachricht", other: "# Nachrichten" })} einig: Mehr kann man von einem Modell nicht verlangen.`,
  noCeiling: "Wie oft sich zwei Personen einig sind, ist noch nicht bekannt.",
  fairness: {
    even: "Ein Unterschied zu den anderen Abteilungen ist nicht nachweisbar.",
    worse: "Schlechter bedient als die anderen Abteilungen.",
    better: "Besser bedient als die anderen Abteilungen.",
    tooFew: "Zu wenige Prüfungen für einen Vergleich mit anderen Abteilungen.",
  },
  skipped: (budget, urgent) =>
    `Nicht gefragt: ${budget} über dem Tagesmaß, ${urgent} dringende nach den Regeln.`,
  seconds: (value) => `${value} s`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  notYet: "Noch nicht bekannt: keine Blindprüfungen in diesem Zeitraum.",
  beside: "Andere Abteilungen",
  gapToRest: "Zum Rest",
  withheld: "nicht gezeigt",
  besideHint:
    "Nicht gezeigt unter fünf Personen oder 30 Prüfungen. Abteilungen entscheiden, ob andere sie sehen.",
  reach: (opened, saw, answered, assigned, days) =>
    `In den letzten ${days} Tagen öffneten ${opened} Personen Mail mit Concord, ${saw} sahen eine Vorhersage, ${answered} antworteten; ${assigned} sind hier zugeordnet.`,
};
