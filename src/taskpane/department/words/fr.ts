/** What the department room says, in French. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("fr");

export const fr: RoomTexts = {
  pagesLabel: "Pages",
  pages: { summary: "Aperçu", objectives: "Objectifs", corrections: "Corrections", reviews: "Revues" },
  period: "Période",
  periods: {
    weeks4: "4 dernières semaines",
    weeks12: "12 dernières semaines",
    weeks52: "52 dernières semaines",
    today: "Aujourd’hui",
    custom: "Autres dates…",
  },
  summaryTitle: (answered, opened) => `${answered} messages ouverts sur ${opened} ont une réponse`,
  summaryNone: {
    weeks4: "Aucun message n’a été ouvert ces 4 dernières semaines.",
    weeks12: "Aucun message n’a été ouvert ces 12 dernières semaines.",
    weeks52: "Aucun message n’a été ouvert ces 52 dernières semaines.",
    today: "Aucun message n’a encore été ouvert aujourd’hui.",
    custom: "Aucun message n’a été ouvert ces jours-là.",
  },
  rightCategory: "Catégorie juste",
  betweenFrom: (low, high, checks) =>
    `entre ${low} et ${high}, d’après ${n(checks, { one: "# contrôle à l’aveugle", other: "# contrôles à l’aveugle" })}`,
  notYetKnown: "Pas encore connu",
  blindChecksSoFar: (checks) =>
    checks === 0
      ? "Aucun contrôle à l’aveugle jusqu’ici."
      : n(checks, { one: "# contrôle à l’aveugle jusqu’ici.", other: "# contrôles à l’aveugle jusqu’ici." }),
  checksMissing: (missing) =>
    n(missing, {
      one: "Il en manque # pour un premier chiffre.",
      other: "Il en manque # pour un premier chiffre.",
    }),
  blindChecksOff: "Ils sont désactivés pour ce service : rien ne permet de juger.",
  blindChecksHint:
    "Dans un contrôle à l’aveugle, on décide avant de voir la prédiction. Concord en demande quelques-uns chaque jour.",
  manyUnanswered: (answered, asked) =>
    `Beaucoup de demandes sans réponse : ${answered} réponses sur ${asked}.`,
  unansweredBounds: (low, high) =>
    `Si toutes les autres étaient fausses, ou toutes justes, ce serait ${low} ou ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      one: "On ne sait pas encore si l’équipe s’appuie sur la prédiction : # contrôle avec elle jusqu’ici.",
      other:
        "On ne sait pas encore si l’équipe s’appuie sur la prédiction : # contrôles avec elle jusqu’ici.",
    }),
  withAndWithout: (shown, blind) => `Avec la prédiction ${shown}, sans elle ${blind} :`,
  leaning: {
    leaning: "l’équipe s’appuie sur elle.",
    against: "l’équipe va plutôt contre elle.",
    open: "on ne sait pas encore si l’équipe s’appuie sur elle.",
  },
  gapPoints: (gap, low, high) => `(${gap} points, entre ${low} et ${high})`,
  figures: "Chiffres et méthode",
  agreement: "Accord",
  armNames: { blind: "À l’aveugle", assisted: "Avec prédiction" },
  bothFields: "Les deux",
  asksAnswered: "Demandes avec réponse",
  of: (part, whole) => `${part} sur ${whole}`,
  noChecks: "aucun contrôle",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "À l’aveugle : décidé avant de voir la prédiction ; c’est l’exactitude du modèle. « Incertain » ne compte ni pour ni contre. Les fourchettes valent à 95 %, aussi souvent qu’on les regarde.",
  byWeek: "Catégorie juste par semaine",
  weeksChart:
    "Part de catégories justes dans les contrôles à l’aveugle, par semaine. Le tableau ci-dessous donne les chiffres.",
  weeksHint:
    "Point : part de la semaine. Barre : sa fourchette. Zone grise : fourchette de toute la période.",
  weeksEmpty: "Aucun contrôle à l’aveugle ces semaines-là ; la courbe commence avec le premier.",
  asTable: "En tableau",
  weekFrom: "Semaine du",
  interval: "Fourchette",
  checks: "Contrôles",
  mostConfused: "Le plus souvent confondues",
  modelSaid: "Le modèle",
  staffSaid: "L’équipe",
  times: "Fois",
  states: {
    confirmed: "Confirmés",
    corrected: "Corrigés",
    unsure: "Incertains",
    unpredicted: "Répondus sans prédiction",
    shown: "Vus, sans réponse",
    neverShown: "Non montrés",
  },
  stateHint: "Vu sans avis n’est pas un accord, et se compte à part.",
  byCategory: "Par catégorie prédite",
  category: "Catégorie",
  opened: "Ouverts",
  answered: "Répondus",
  asOf: (time) => `État à ${time}`,
  refresh: "Actualiser",
  fromDay: "Du",
  toDay: "Au",
  datesWrong:
    "Le premier jour ne peut pas suivre le dernier, ni le dernier dépasser aujourd’hui ; 366 jours au plus.",
  sinceReview: (day) => `Depuis la revue du ${day}`,
  noReviewYet: "Après la première revue, on lira ici ce qui a changé.",
  newVersions: (count) =>
    n(count, { one: "# nouvelle version du modèle.", other: "# nouvelles versions du modèle." }),
  toDecide: "À décider",
  nothingToDecide: "Rien n’attend de décision.",
  correctionsWait: (count) => n(count, { one: "# correction à examiner", other: "# corrections à examiner" }),
  candidatesWait: (count) =>
    n(count, {
      one: "# version du modèle attend d’être publiée",
      other: "# versions du modèle attendent d’être publiées",
    }),
  overdue: (count) =>
    n(count, { one: "# décision a dépassé sa date", other: "# décisions ont dépassé leur date" }),
};
