/** What the reviews page says, in French. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ReviewTexts } from "./en.ts";

const n = pluralIn("fr");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "Garder la cible",
  changeTarget: "Changer la cible",
  retrain: "Réentraîner le modèle",
  changeTaxonomy: "Changer les catégories ou définitions",
  rollBack: "Revenir à un modèle antérieur",
  changeBlindShare: "Changer la part de contrôles à l’aveugle",
  stop: "Arrêter",
};
const outcomes: ReviewTexts["outcomes"] = { open: "En cours", done: "Fait", dropped: "Abandonné" };

export const fr: ReviewTexts = {
  dueOn: (day) => ended(`Prochaine revue le ${day}.`),
  isDue: "Une revue est due.",
  noRhythm: "Les revues suivent le rythme des objectifs ; convenez-en d’abord d’un.",
  prepare: "Préparer la revue",
  openNow: "Ouvrir une revue maintenant",
  isOpen: (day) => ended(`Une revue est ouverte depuis le ${day}.`),
  goOn: "Poursuivre la revue",
  past: "Revues closes",
  none: "Aucune revue",
  noneHint:
    "Une revue regarde chaque objectif, ce qui a été décidé la dernière fois et ce qu’il faut décider ensuite.",
  closedBy: (day, who, decisions) =>
    [day, who, n(decisions, { one: "# décision", other: "# décisions" })].filter(Boolean).join(", "),
  score: (error, count) =>
    `Pronostics jusqu’ici : écart ${error}, sur ${n(count, { one: "# tranché", other: "# tranchés" })} (0 : toujours juste ; 0,25 : pas mieux qu’à pile ou face).`,
  title: (day) => `Revue du ${day}`,
  period: (from, to) => `Preuves du ${from} au ${to}`,
  followUps: "Décidé la dernière fois",
  noFollowUps: "Rien n’a été décidé la dernière fois.",
  sinceThen: (before, now) => `part alors ${before}, maintenant ${now}`,
  foretold: (objective, chance, came) => `${objective} : pronostic ${chance} de chances, ${came}`,
  came: { met: "et il a été atteint", notMet: "et il a été manqué", open: "pas encore connu" },
  objectives: "Objectifs",
  noObjectives: "Aucun objectif en vigueur.",
  changed: (points) => `${points} points depuis la dernière revue`,
  sinceLast: (since, counted, before, points, verdict) =>
    `Depuis la dernière revue ${since}, n\u00a0=\u00a0${counted} ; jusque-là ${before} : ${points} points, ${verdict}`,
  likelyReal: "sans doute réel",
  couldBeChance: "peut-être dû au hasard",
  nothingSince: "Rien de nouveau n’a été compté depuis la dernière revue.",
  nothingBefore: (since, counted) =>
    `Depuis la dernière revue ${since}, n\u00a0=\u00a0${counted} ; rien n’avait été compté avant.`,
  firstTime: "Regardé pour la première fois.",
  agenda: "À discuter ensemble",
  contested: (model, staff, times) => `Modèle ${model}, équipe ${staff} : ${times}`,
  unclear: (category, times) => `Définition dite peu claire : ${category}, ${times}`,
  proposals: (count) =>
    n(count, { one: "# proposition attend une décision.", other: "# propositions attendent une décision." }),
  noAgenda: "Rien à discuter.",
  model: "Modèle et corrections",
  blind: (share, low, high, checks) =>
    `Catégorie juste à l’aveugle : ${share}, entre ${low} et ${high}, n\u00a0=\u00a0${checks}.`,
  noBlind: "Aucun contrôle à l’aveugle dans cette période.",
  gap: (points, low, high) =>
    `Catégorie juste avec la prédiction affichée, par rapport à l’aveugle : ${points} points, entre ${low} et ${high} :`,
  noGap: "Pas encore de contrôles des deux côtés : on ne sait pas si l’équipe s’appuie sur la prédiction.",
  steady: (checks) => `Les erreurs sont stables sur ${checks} contrôles à l’aveugle.`,
  drifted: (before, after, day) =>
    `Les erreurs à l’aveugle sont passées de ${before} à ${after}, remarqué le ${day}.`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `Corrections ${total} : désormais justes ${right}, encore fausses ${wrong}, en attente ${waiting}, refusées ${declined}${unasked ? `, apprises et pas redemandées ${unasked}` : ""}.`,
  version: (version, day, live, state) =>
    [`Version du modèle ${version}`, day, live, state].filter(Boolean).join(", "),
  published: (day) => `publiée le ${day}`,
  versionStates: {
    held: "retenue, pas en service",
    candidate: "attend une approbation, pas en service",
    retired: "remplacée depuis",
    rolledBack: "retirée depuis",
    live: "en service",
  },
  noVersions: "Aucune version du modèle n’a été entraînée.",
  decisions: "Décisions",
  noDecisions: "Pas encore de décision.",
  kinds,
  outcomes,
  outcome: "Suite",
  leadSettles: "Un responsable du service dit ce qu’il en est advenu.",
  ownerDue: (owner, day) => `${owner}, avant le ${day}`,
  what: "Ce qui est décidé",
  about: "À propos de",
  nothingSpecial: "aucun objectif en particulier",
  note: "Note (facultatif)",
  owner: "Responsable",
  due: "Pour le",
  add: "Ajouter",
  needed: "À remplir avant de pouvoir ajouter.",
  remove: (what) => `Enlever : ${what}`,
  forecasts: "Pronostic",
  forecastAsk: "Quelle chance a chacun d’être atteint à la prochaine revue ?",
  noForecast: "pas de pronostic",
  closing: "Clore",
  closeHint: "Clore fige tout ceci ; ensuite une décision ne peut plus qu’être faite ou abandonnée.",
  followUpsOpen: (count) =>
    n(count, {
      one: "# décision de la dernière fois est encore ouverte.",
      other: "# décisions de la dernière fois sont encore ouvertes.",
    }),
  unforeseen: (count) =>
    n(count, { one: "# objectif est sans pronostic.", other: "# objectifs sont sans pronostic." }),
  close: "Clore la revue",
  reallyClose: "Oui, clore",
  frozen: (day, who) => [`Close le ${day}`, who].filter(Boolean).join(", "),
  seal: (seal) => `Numéro de contrôle ${seal}`,
  tampered: "Ce qui est conservé a été modifié après la clôture.",
  copyText: "Copier en texte",
  copied: "Copié",
  saveCsv: "Enregistrer en CSV",
  print: "Imprimer",
  pack: "Dossier de preuves (zip)",
  packHint:
    "Objectifs, contrôles à l’aveugle, versions du modèle, revues et journal avec vérificateur. Aucun courriel.",
  csvHead: ["objectif", "cible", "part", "de", "à", "contrôles", "état", "part à la dernière revue"],
};
