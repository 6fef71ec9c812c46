/** What the pane says of several selected messages, in French. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("fr");

export const fr: BatchTexts = {
  selected: (count: number) =>
    n(count, {
      one: "1 message sélectionné",
      many: "# messages sélectionnés",
      other: "# messages sélectionnés",
    }),
  reading: (read: number, all: number) => `Lecture : ${read} sur ${all}`,
  nothingTogether: "Rien ici ne va ensemble",
  nothingTogetherHint:
    "Un clic confirme au moins trois messages dont le modèle est sûr et qui ont la même catégorie et la même priorité.",
  subjectsOnly: "Cet Outlook ne montre à Concord que les objets ; ce qui est dit ici ne repose que sur eux.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "Le texte de 1 message n’a pas pu être lu ; ce qui en est dit repose sur son objet.",
      other: "Les textes de # messages n’ont pas pu être lus ; ce qui en est dit repose sur leurs objets.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, {
      one: `1 message, catégorie au moins ${sure}`,
      other: `# messages, catégorie au moins ${sure}`,
    }),
  openFirst: "Ouvrez d’abord ceux-ci",
  openFirstWhy: "Ils ont été tirés au sort.",
  theOthers: (count: number) => n(count, { one: "1 autre", other: "# autres" }),
  open: "Ouvrir",
  opened: "Ouvert",
  openWhat: (subject: string) => `Ouvrir : ${subject}`,
  openedWhat: (subject: string) => `Ouvert : ${subject}`,
  noText: "(pas de texte)",
  inOutlook: "Ouvrir dans Outlook",
  notOpened: "Outlook n’a pas ouvert ce message. Sélectionnez-le seul pour le lire.",
  confirm: (count: number, what: string) =>
    n(count, { one: `${what} pour 1 message`, other: `${what} pour # messages` }),
  missing: (count: number) =>
    n(count, { one: "Ouvrez d’abord encore 1 message.", other: "Ouvrez d’abord # messages." }),
  tooFew: "Il en reste moins de trois : donnez votre avis un par un.",
  notAgreement: "Compté comme avis, jamais comme accord avec le modèle.",
  confirmed: (count: number, what: string) =>
    n(count, {
      one: `Vous avez confirmé 1 message : ${what}`,
      other: `Vous avez confirmé # messages : ${what}`,
    }),
  undoAll: (count: number, what: string) =>
    n(count, { one: `Annuler 1 message : ${what}`, other: `Annuler # messages : ${what}` }),
  unlabelled: (count: number) =>
    n(count, {
      one: "Enregistré. La catégorie Outlook de 1 message n’a pas pu être définie.",
      other: "Enregistré. Les catégories Outlook de # messages n’ont pas pu être définies.",
    }),
  oneByOne: (count: number) => `Un par un (${count})`,
  oneByOneHint: "Sélectionnez l’un d’eux dans Outlook pour donner votre avis.",
  other: "Pas un message à trier.",
  few: "Moins de trois des messages sélectionnés ont la même catégorie et la même priorité.",
  announced: (groups: number, done: number, alone: number) =>
    `${n(groups, { one: "1 groupe", other: "# groupes" })} à confirmer, ${done} confirmés, ${alone} un par un`,
};
