/** What the corrections page and the fuller figures say, in French. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { CorrectionTexts } from "./en.ts";

const n = pluralIn("fr");
const count = new Intl.NumberFormat("fr");
const verdicts = (count: number) => n(count, { one: "# avis", other: "# avis" });

export const fr: CorrectionTexts = {
  model: "Modèle",
  live: (version, day) => ended(`La version ${version} est en service depuis le ${day}.`),
  onlyTaxonomy: "Aucune version en service : le modèle ne connaît que les définitions.",
  learned: (examples, news) => `Apprise de ${verdicts(examples)}, dont ${count.format(news)} nouveaux.`,
  otherwise: (changed, messages) =>
    `Sur les ${messages} messages les plus récents, elle en classe ${changed} autrement que la version précédente.`,
  judged: (pairs, better, worse) =>
    `Jugée sur ${verdicts(pairs)} qu’elle n’avait pas appris : ${better} désormais justes, ${worse} désormais faux.`,
  bases: {
    blind: "Les contrôles à l’aveugle ont décidé.",
    verdicts: "Encore trop peu de contrôles à l’aveugle : tous les avis acceptés ont décidé.",
    tooFew: "Publiée sans comparaison : moins de 30 avis pour juger.",
    taxonomy: "Publiée sans comparaison : les catégories ont changé.",
    lost: "Refaite, car le fichier de la version précédente était perdu.",
    forgotten: "Refaite pour oublier des messages ; rien de nouveau n’a été appris.",
  },
  reasons: {
    departmentWorse: "Elle est moins bonne au-delà de la marge convenue.",
    overallWorse: "Dans l’ensemble, elle est moins bonne.",
    calibrationWorse: "Elle se dit plus souvent sûre à tort.",
    calibrationUnknown: "On ne sait pas encore à quel point elle peut être sûre.",
    noEvidence: "Il n’y a rien pour la juger.",
  },
  otherChanges: (count) => `Autrement : ${count}`,
  chanceToo:
    "Un si petit écart peut être dû au hasard ; une version n’entre d’elle-même en service que si elle est au moins aussi bonne.",
  unreachable: {
    file: "Elle ne peut plus être mise en service : son fichier n’est plus là. Les six plus récentes restent.",
    categories: "Elle ne peut plus être mise en service : elle a été faite pour d’autres catégories.",
    forgotten: "Elle ne peut plus être mise en service : elle sait ce qui devait être oublié.",
  },
  replaced: (version, state, by) =>
    `La version ${version} (${state}) n’est jamais entrée en service : la version ${by} a pris sa place.`,
  versionStates: {
    candidate: "Attend une approbation",
    held: "Retenue",
    live: "En service",
    retired: "Ancienne",
    rolledBack: "Retirée",
  },
  version: (version) => `Version ${version}`,
  publish: "Publier",
  publishAgain: "Publier de nouveau",
  goBack: (version) => `Revenir à la version ${version}`,
  goBackMeans: (version, live) =>
    `La version ${version} doit-elle répondre désormais pour tout le service ? Ce qui a été appris depuis attend de nouveau, et pendant 14 jours les nouvelles versions attendent une approbation. La version ${live} reste ici et peut être publiée de nouveau.`,
  reallyGoBack: "Oui, revenir",
  raised: (day) => `Jusqu’au ${day}, davantage de contrôles à l’aveugle, car le modèle a changé.`,
  paused: (day) => `Jusqu’au ${day}, les nouvelles versions attendent une approbation.`,
  allVersions: "Toutes les versions",
  corrections: "Corrections",
  counts: (waiting, learned, declined) => `${waiting} en attente, ${learned} apprises, ${declined} refusées`,
  none: "Aucune correction ici.",
  show: "Afficher",
  shown: { received: "À examiner", waiting: "En attente", all: "Toutes" },
  states: { received: "Reçue", accepted: "Acceptée", declined: "Refusée", learned: "Apprise" },
  learnedIn: (version) => `Apprise en ${version}`,
  nowRight: "désormais juste",
  stillWrong: "encore faux",
  modelSaid: "Modèle",
  staffSaid: "Équipe",
  accept: "Accepter",
  decline: "Refuser",
  reason: "Motif",
  reasonHint: "L’auteur le voit.",
  cancel: "Annuler",
  noSubjects: "Concord ne conserve aucun objet : « Ouvrir le message » montre lequel c’est.",
  noSubjectsNorOpening:
    "Concord ne conserve aucun objet : l’heure, les catégories et la note disent lequel c’est. Un administrateur peut permettre aux responsables d’ouvrir les messages.",
  openMessage: "Ouvrir le message",
  notOpened:
    "Outlook n’a pas ouvert le message. Vous n’avez peut-être pas accès à la boîte, ou il n’existe plus.",
  more: "Afficher plus",
  done: {
    accept: "Acceptée. La prochaine version du modèle l’apprend.",
    decline: "Refusée. Son auteur voit votre motif.",
  },
  proposals: "Propositions",
  noProposals: "Pas encore de propositions.",
  acceptMeans:
    "Une proposition acceptée change aussitôt les catégories, et la prochaine version du modèle l’apprend. Après une nouvelle catégorie, le modèle ne suit que les définitions jusqu’à cette version.",
  acceptDrops: (version) =>
    `La version ${version}, qui n’est pas en service, ne pourra alors plus être publiée.`,
  learningOff:
    "L’apprentissage est désactivé ici : aucune version ne l’apprendra avant qu’un administrateur ne l’active.",
  proposalDone: {
    accept: "Acceptée. Elle vaut dès maintenant ; la prochaine version du modèle l’apprend.",
    decline: "Refusée. Elle reste plus bas, parmi celles qui sont tranchées.",
  },
  decidedProposals: "Propositions tranchées",
  proposalEvidence: (corrected, verdicts) =>
    `En douze semaines : ${corrected} des ${verdicts} avis sur cette catégorie étaient des corrections.`,
  calledUnclear: (times) => `Dite peu claire ${times} fois.`,
  thinEvidence: "Si peu en dit peu.",
  noEvidenceYet: "Rien ne peut encore être compté pour une catégorie qui n’existe pas.",
  today: "Aujourd’hui",
  noneToday: "Aucune encore dans cette langue.",
  proposed: "Proposé",
  acceptAsks: {
    category: "Ajouter cette catégorie pour tout le service ? Cela ne peut pas être annulé ici.",
    definition:
      "Remplacer le texte d’aujourd’hui par celui proposé, pour tout le service ? Cela ne peut pas être annulé ici.",
  },
  reallyAccept: "Oui, accepter",
  proposalReasonHint: "L’auteur le voit.",
  propose: "Proposer",
  proposalKinds: { category: "Nouvelle catégorie", definition: "Définition plus claire" },
  name: "Nom",
  definition: "Définition",
  send: "Envoyer",
  proposalStates: { open: "Ouverte", accepted: "Acceptée", declined: "Refusée" },
  merge: "Fusionner des catégories",
  mergeFrom: "Catégorie qui disparaît",
  mergeInto: "Rejoint",
  mergeTooFew: "Un service garde au moins deux catégories.",
  mergeMeans: (from, into) =>
    `« ${from} » ne pourra plus être choisie. L’aperçu et les chiffres comptent ses avis comme « ${into} », les anciens aussi, et le modèle les apprend ainsi. Les revues closes restent telles quelles. Les objectifs gardent ce qu’ils ont compté ; un objectif sur « ${from} » seule ne reçoit plus rien. Cela ne peut pas être annulé ici.`,
  reallyMerge: "Oui, fusionner",
  merged: (from, into) =>
    `« ${from} » a rejoint « ${into} ». Les listes le montrent à la prochaine ouverture du volet.`,
  moreFigures: "Plus de chiffres",
  accuracy: "Exactitude par catégorie",
  accuracyHint:
    "D’après les contrôles à l’aveugle. Trouvé : de ce qui l’est. Juste : de ce qui est appelé ainsi.",
  precision: "Juste",
  recall: "Trouvé",
  support: "Contrôles",
  macroF1: (value) => `Juste et trouvé en un chiffre (F1 moyen) : ${value}`,
  pairs: "Confondues",
  noPairs: "Aucune catégorie n’a été confondue avec une autre pendant cette période.",
  noBaseline:
    "Les minutes gagnées ne sont pas connues : personne n’a saisi le temps que prenait un message avant.",
  evidence: "Voir les corrections",
  priority: "Priorité",
  kappa: (value, low, high) => `Accord au-delà du hasard ${value}, entre ${low} et ${high}.`,
  urgentFound: (share, low, high, checks) =>
    `Messages urgents reconnus : ${share}, entre ${low} et ${high}, d’après ${n(checks, { one: "# contrôle à l’aveugle", other: "# contrôles à l’aveugle" })}.`,
  urgentExcluded:
    "L’urgent ne peut être mesuré : les règles tiennent les prédictions urgentes hors des contrôles.",
  missedUrgent: (count) =>
    n(count, {
      one: "# message urgent n’a pas été appelé urgent.",
      other: "# messages urgents n’ont pas été appelés urgents.",
    }),
  ranksOff: (exact, one, more) => `${exact} exacts, ${one} à un niveau près, ${more} plus loin.`,
  time: "Temps",
  handling: (median, p90) => `De la prédiction à l’avis : la moitié en ${median}, neuf sur dix en ${p90}.`,
  wait: (median, p90) =>
    `Là où un avis a été donné, depuis la réception : la moitié en ${median}, neuf sur dix en ${p90}.`,
  asked: (minutes) => `Les contrôles ont pris environ ${minutes} minutes à l’équipe.`,
  saved: (minutes) => `Environ ${minutes} minutes gagnées par rapport au temps mesuré avant.`,
  onePress: (share) => `Un clic a suffi pour ${share}.`,
  fewPeople: "Temps et clics sont affichés à partir de cinq personnes.",
  calibration: "Sûr à quel point, juste à quel point",
  sure: "Sûr",
  right: "Juste",
  calibrationError: (error, chance) => `Écart moyen ${error} ; le hasard seul donnerait ${chance}.`,
  powered: (share, low, high) =>
    `Tout le courrier ouvert, estimé avec les contrôles : ${share}, entre ${low} et ${high}. Pour ce seul regard ; les objectifs n’en dépendent pas.`,
  change: "Quelque chose a-t-il changé ?",
  steady: "Les erreurs sont stables.",
  drifted: (before, after, day) =>
    ended(
      `Les erreurs sont passées de ${before} à ${after}${day === undefined ? "" : `, remarqué le ${day}`}.`,
    ),
  mix: {
    steady: "La répartition des catégories est celle du mois dernier.",
    moved: "La répartition des catégories a bougé depuis le mois dernier.",
    changed: "La répartition des catégories a changé depuis le mois dernier.",
    unknown: "Trop peu de courrier pour comparer avec le mois dernier.",
  },
  others: "Les autres",
  ceiling: (share, messages) =>
    `Deux collègues sont d’accord pour ${share} de ${n(messages, { one: "# message", other: "# messages" })} : on ne peut demander plus à un modèle.`,
  noCeiling: "On ne sait pas encore combien de fois les collègues sont d’accord.",
  fairness: {
    even: "Aucune différence avec les autres services n’est démontrable.",
    worse: "Moins bien servi que les autres services.",
    better: "Mieux servi que les autres services.",
    tooFew: "Trop peu de contrôles pour comparer avec les autres services.",
  },
  skipped: (budget, urgent) =>
    `Non demandés : ${budget} au-delà du budget du jour, ${urgent} urgents selon les règles.`,
  seconds: (value) => `${value} s`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  notYet: "Pas encore connu : aucun contrôle à l’aveugle dans cette période.",
  beside: "Autres services",
  gapToRest: "Face au reste",
  withheld: "non montré",
  besideHint:
    "Non montré sous cinq personnes ou 30 contrôles. Chaque service décide s’il est montré aux autres.",
  reach: (opened, saw, answered, assigned, days) =>
    `Ces ${days} derniers jours, ${opened} personnes ont ouvert du courrier avec Concord, ${saw} ont vu une prédiction, ${answered} ont donné un avis ; ${assigned} sont inscrites ici.`,
};
