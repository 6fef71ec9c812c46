/** What the objectives page says, in French. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ObjectiveTexts } from "./en.ts";

const n = pluralIn("fr");

export const fr: ObjectiveTexts = {
  states: { met: "Atteint", notMet: "Manqué", notYetKnown: "Pas encore connu", outOfDate: "Périmé" },
  stateCount: (state, count) => `${state} ${count}`,
  none: "Aucun objectif",
  noneHint: "Un objectif dit quelle part suffit, qui en répond et à quel rythme on le regarde.",
  noneHintStaff:
    "Votre responsable convient des objectifs avec vous ; ils paraissent ici avec leurs preuves.",
  add: "Convenir d’un objectif",
  titles: {
    category: "Catégorie juste",
    priority: "Priorité juste",
    both: "Catégorie et priorité justes",
    urgentRecall: "L’urgent vu comme urgent",
    triagedWithin: (time) => `Trié en ${time}`,
    onePress: "Un clic suffit",
    imported: (kpi) => `Mesuré ailleurs : ${kpi}`,
    satisfaction: "Demandeurs satisfaits",
  },
  narrowed: (title, to) => `${title} : ${to}`,
  atLeast: (share) => `Cible : au moins ${share}`,
  atMost: (share) => `Cible : au plus ${share}`,
  range: (low, high, checks) => `entre ${low} et ${high}, n\u00a0=\u00a0${checks}`,
  moreChecks: (count) =>
    n(count, {
      one: "Encore environ # contrôle pour trancher.",
      other: "Encore environ # contrôles pour trancher.",
    }),
  tooClose: "Trop près de la cible pour trancher.",
  noEvidence: "Pas encore de preuve.",
  fewest: (count) =>
    n(count, { one: "Il faut au moins # contrôle.", other: "Il faut au moins # contrôles." }),
  pace: (weeks) =>
    n(weeks, { one: "Au rythme actuel, environ # semaine.", other: "Au rythme actuel, environ # semaines." }),
  paceLong: "Au rythme actuel, plus de deux ans.",
  noPace: "Aucun ces quatre dernières semaines.",
  staleSince: (day) => ended(`Rien de nouveau depuis le ${day}.`),
  caveats: {
    urgentNotAsked: "Les messages urgents sont exclus des contrôles à l’aveugle ; ceci ne peut être mesuré.",
    blindChecksOff: "Les contrôles à l’aveugle sont désactivés pour ce service.",
    manyUnanswered: "Beaucoup de demandes à l’aveugle sont restées sans avis.",
  },
  method: "Méthode et accord",
  formulas: {
    category: "Parmi les contrôles à l’aveugle : la part où la catégorie du modèle était juste.",
    priority: "Parmi les contrôles à l’aveugle : la part où la priorité du modèle était juste.",
    both: "Parmi les contrôles à l’aveugle : la part où catégorie et priorité étaient justes.",
    urgentRecall:
      "Parmi les messages jugés urgents à l’aveugle : la part que le modèle avait aussi dite urgente.",
    triagedWithin:
      "Parmi tout ce qui a été reçu depuis l’accord et ouvert ici : la part traitée dans ce délai après réception, jour et nuit. Sans avis, c’est en retard dès le lendemain ; ce qui avait plus de 14 jours à la première ouverture est écarté.",
    onePress: "Parmi tous les avis : la part donnée d’un clic et laissée ainsi.",
    imported: "Mesuré hors de Concord et transmis comme tant sur tant.",
  },
  armed: {
    blind: "Seuls comptent les contrôles à l’aveugle : décidés avant de voir la prédiction.",
    all: "Tous les messages comptent, demandés ou non.",
    imported: "Comptent les périodes commencées le jour de l’accord ou après.",
    assisted: "",
    open: "",
  },
  counted: {
    blind: "contrôles à l’aveugle",
    all: "tous les messages",
    opened: "tous les messages ouverts, en retard sans avis",
    imported: "mesuré ailleurs",
    assisted: "",
    open: "",
  },
  rangeMethod:
    "La fourchette vaut à 95 %, aussi souvent que l’on regarde. Atteint : elle est tout entière du bon côté. Personne ne peut fixer l’état.",
  narrowedMethod: "Seulement les messages que l’équipe a jugés tels.",
  countsFrom: "Compte depuis",
  agreed: "Convenu",
  agreedBy: (day, who) => `${day}, ${who}`,
  owner: "Responsable",
  rhythm: "Revue",
  rhythmDays: (days) => n(days, { one: "chaque jour", other: "tous les # jours" }),
  rhythms: {
    7: "chaque semaine",
    14: "toutes les deux semaines",
    28: "toutes les quatre semaines",
    91: "chaque trimestre",
  },
  baseline: "Avant",
  measured: (share, checks) => `${share}, n\u00a0=\u00a0${checks}`,
  declared: (share) => `${share}, déclaré`,
  unknown: "inconnu",
  version: "Version",
  writtenBy: (version, when, who) => [`${version}, ${when}`, who].filter(Boolean).join(", "),
  history: "Versions antérieures",
  noHistory: "C’est la première version.",
  edit: "Modifier",
  withdraw: "Retirer",
  withdrawSure: "Retirer cet objectif ? Son histoire reste.",
  withdrawn: "Objectifs retirés",
  withdrawnOn: (day, who) => [`Retiré le ${day}`, who].filter(Boolean).join(", "),
  reason: "Motif (facultatif)",
  cancel: "Annuler",
  save: "Enregistrer",
  saving: "Enregistrement…",
  editorNew: "Un nouvel objectif",
  editorChange: "Modifier l’objectif",
  kind: "Ce qui est mesuré",
  narrowTo: "Seulement pour",
  everything: "tout le service",
  minutes: "En",
  kpi: "Nom de l’indicateur",
  kpiHint: "Minuscules, chiffres et tirets, comme il est transmis.",
  better: "Le bon sens",
  betters: { higher: "une part élevée", lower: "une part faible" },
  target: "Cible en pour cent",
  agreedByField: "Convenu par",
  agreedOnField: "Convenu le",
  baselineField: "Part d’avant, en pour cent (facultatif)",
  baselineHint: "Laissé vide, Concord mesure les douze dernières semaines.",
  beginsAnew:
    "Une autre formule, portée ou cible commence avec de nouvelles preuves ; ce qui a été trouvé reste dans l’histoire.",
  checkFields: "Veuillez vérifier les champs signalés.",
  times: (value, unit) =>
    new Intl.NumberFormat("fr", { style: "unit", unit, unitDisplay: "long" }).format(value),
  decideInReview: "Décider lors d’une revue",
  worse: "Se dégrade",
  foundWorse: (day, share, counted, before) =>
    `La revue du ${day} a trouvé ${share}, n\u00a0=\u00a0${counted}, contre ${before} jusque-là : sans doute réel.`,
  became: (state) => `était : ${state}`,
};
