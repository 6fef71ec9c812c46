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
  summaryTitle: (answered, opened) => `${answered} messages ouverts sur ${opened} ont reçu un avis`,
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
  blindChecksOff: "Ils sont désactivés pour ce service : rien ne permet de juger.",
  blindChecksHint:
    "Dans un contrôle à l’aveugle, on décide avant de voir la prédiction. Concord en demande quelques-uns chaque jour.",
  manyUnanswered: (answered, asked) => `Peu de contrôles avec un avis : ${answered} sur ${asked}.`,
  unansweredBounds: (low, high) =>
    `Si tous les autres étaient faux, ou tous justes, ce serait ${low} ou ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      one: "On ne sait pas encore si l’équipe s’appuie sur la prédiction : # contrôle avec elle jusqu’ici.",
      other:
        "On ne sait pas encore si l’équipe s’appuie sur la prédiction : # contrôles avec elle jusqu’ici.",
    }),
  withAndWithout: (shown, blind) => `Avec la prédiction ${shown}, sans elle ${blind} :`,
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
  asksAnswered: "Demandes avec un avis",
  of: (part, whole) => `${part} sur ${whole}`,
  noChecks: "aucun contrôle",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "À l’aveugle : décidé avant de voir la prédiction ; c’est l’exactitude du modèle. « Incertain » ne compte ni pour ni contre. Les fourchettes valent à 95 %, aussi souvent qu’on les regarde.",
  byWeek: "Catégorie juste par semaine",
  weeksChart:
    "Part de catégories justes dans les contrôles à l’aveugle, par semaine. Le tableau ci-dessous donne les chiffres.",
  weeksHint:
    "Point : part de la semaine. Barre : sa fourchette. Zone grise : fourchette de toute la période.",
  weeksEmpty: "Aucun contrôle à l’aveugle ces semaines-là ; la courbe commence avec le premier.",
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
    unpredicted: "Avis sans prédiction",
    shown: "Vus, sans avis",
    neverShown: "Non montrés",
  },
  stateHint: "Vu sans avis n’est pas un accord, et se compte à part.",
  byCategory: "Par catégorie prédite",
  category: "Catégorie",
  opened: "Ouverts",
  answered: "Avec avis",
  withoutPrediction: (count) =>
    n(count, {
      one: "# message a été ouvert sans prédiction et n’est donc dans aucune ligne.",
      other: "# messages ont été ouverts sans prédiction et ne sont donc dans aucune ligne.",
    }),
  asOf: (time) => `État à ${time}`,
  refresh: "Actualiser",
  fromDay: "Du",
  toDay: "Au",
  datesWrong:
    "Le premier jour ne peut pas suivre le dernier, ni le dernier dépasser aujourd’hui ; 366 jours au plus.",
  sinceReview: (day) => `Depuis la revue du ${day}`,
  noReviewYet: "Après la première revue, on lira ici ce qui a changé.",
  newVersions: (count) =>
    n(count, { one: "# nouvelle version du modèle.", other: "# nouvelles versions du modèle." }),
  wentBackTo: (version) => `Retour à la version ${version} du modèle.`,
  toDecide: "À décider",
  nothingToDecide: "Rien n’attend de décision.",
  offTarget: (objective) => `Manqué : ${objective}`,
  gotWorse: (objective) => `Se dégrade : ${objective}`,
  correctionsWait: (count) => n(count, { one: "# correction à examiner", other: "# corrections à examiner" }),
  versionWaits: {
    candidate: (version) => `La version ${version} attend d’être publiée`,
    held: (version) => `La version ${version} est retenue : voir pourquoi`,
  },
  reviewIsOpen: "Une revue est ouverte : la poursuivre",
  overdue: (what, owner, day) => `Date dépassée : ${what} (${owner}, avant le ${day})`,
  figuresTitle: "Chiffres",
  since: (day) => `depuis le ${day}`,
  closedSince: (day) => `Ce service a été fermé le ${day}. Tout peut être lu ; plus rien ne s’y décide.`,
  explain: (terms) => `Expliquer : ${terms.join(", ")}`,
  terms: {
    states: {
      name: "Atteint et les autres états",
      meaning:
        "Atteint : toute la fourchette est du bon côté de la cible. Manqué : elle est tout entière de l’autre. Pas encore connu : la cible est dans la fourchette. Périmé : rien de nouveau entre deux revues. Se dégrade : s’ajoute à l’un de ces états quand le changement depuis une revue est sans doute réel et en pire. Cela reste jusqu’à ce que l’objectif soit de nouveau atteint ou que de nouveaux résultats soient sûrement meilleurs ; à côté de « Atteint », jusqu’à la revue suivante. Concord le calcule ; personne ne peut le fixer.",
    },
    range: {
      name: "Fourchette et n",
      meaning:
        "« 86–91 » veut dire : la vraie part est entre 86 et 91 %, sûr à 95 %, aussi souvent qu’on regarde. « n » est le nombre de contrôles ou de messages comptés ; plus il y en a, plus la fourchette est étroite. Un objectif compte à partir du jour de l’accord, quelle que soit la période choisie pour les chiffres.",
    },
    points: { name: "Points", meaning: "Points de pourcentage : de 80 % à 84 %, c’est +4 points." },
    change: {
      name: "Sans doute réel, peut-être dû au hasard",
      meaning:
        "Ce qui a été compté depuis la dernière revue est comparé à ce qui l’avait été jusque-là. Sans doute réel : toute la fourchette de l’écart est du même côté de zéro, sûr à 95 %, aussi souvent qu’on regarde. Peut-être dû au hasard : zéro est dedans, rien n’a donc forcément changé.",
    },
    blind: {
      name: "Contrôle à l’aveugle",
      meaning:
        "Quelqu’un décide avant de voir la prédiction. Tiré au sort, pour que personne ne soit influencé : c’est la part où le modèle a raison.",
    },
    leaning: {
      name: "S’appuyer sur la prédiction",
      meaning:
        "On approuve plus facilement une prédiction qu’on voit. Certains contrôles la montrent donc, d’autres non, par tirage au sort ; l’écart dit combien l’équipe s’appuie sur elle. Il se mesure en points (de pourcentage).",
    },
    f1: {
      name: "F1 moyen",
      meaning:
        "« Juste » et « Trouvé » réunis en un chiffre par catégorie, puis leur moyenne. Chaque catégorie compte autant, même rare.",
    },
    calibration: {
      name: "À quel point sûr, à quel point juste",
      meaning:
        "Quand le modèle se dit « sûr à 80 % », il devrait avoir raison huit fois sur dix. Chaque ligne est une partie des contrôles, du moins sûr au plus sûr.",
    },
    kappa: {
      name: "Accord au-delà du hasard",
      meaning:
        "0 est ce que donnerait le hasard, 1 veut dire toujours la même priorité. Deux niveaux d’écart pèsent quatre fois plus qu’un. Les statisticiens disent kappa pondéré. Contrairement aux autres, cette fourchette vaut pour un seul regard.",
    },
    verdict: {
      name: "Avis",
      meaning:
        "Ce qu’un collègue a dit d’un message : que la prédiction était juste, ou ce qui l’est à la place. Le modèle apprend des avis acceptés.",
    },
    held: {
      name: "Retenue",
      meaning:
        "Avant d’entrer en service, une nouvelle version est essayée sur des messages qu’elle n’a pas appris. Si elle faisait moins bien que convenu, elle est retenue et la précédente reste. Un responsable peut la publier malgré tout.",
    },
    candidate: {
      name: "Attend une approbation",
      meaning:
        "Elle a réussi ou n’a pu être comparée, et ce service veut qu’un responsable l’approuve avant qu’une version entre en service. D’ici là, la précédente reste.",
    },
    forecast: {
      name: "Pronostic",
      meaning:
        "À quel point vous jugez probable que l’objectif soit atteint à la prochaine revue. On compare ensuite : 0 veut dire toujours sûr et juste ; 0,25 est ce qu’obtiendrait « 50 % » chaque fois ; plus est moins bon.",
    },
    seal: {
      name: "Numéro de contrôle",
      meaning:
        "Calculé sur toute cette page à la clôture. Si ce qui est conservé changeait ensuite, il ne correspondrait plus, et cette page le dirait.",
    },
  },
};
