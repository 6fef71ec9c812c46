/** What the form of a department says beside its fields, in French. */
import { pluralIn } from "../../../locales/plural.ts";
import type { EditingTexts } from "./en.ts";

const n = pluralIn("fr");

export const fr: EditingTexts = {
  unsaved: "Pas encore enregistré. Vos modifications restent ici tant que ce volet est ouvert.",
  unsavedMark: "Modifications pas encore enregistrées",
  discarded: "Vos modifications ont été abandonnées.",
  limits: (from, to) => `De ${from} à ${to}.`,
  outside: (from, to) => `Saisissez un nombre de ${from} à ${to}.`,
  outsideWhole: (from, to) => `Saisissez un nombre entier de ${from} à ${to}.`,
  notSaved: (count) =>
    n(count, {
      one: "Non enregistré : # valeur est à revoir.",
      other: "Non enregistré : # valeurs sont à revoir.",
    }),
  faults: {
    empty: "À remplir.",
    long: (most) => `${most} caractères au plus.`,
    many: (most) => `${most} entrées au plus.`,
    few: (fewest) => `Au moins ${fewest} catégories.`,
    form: "Ce n’est pas écrit comme il le faut.",
    twice: "Une autre catégorie porte ce nom court.",
    sameName: "Une autre catégorie porte déjà ce nom.",
    reads: "Ce protocole lit le texte. Sous Règles, choisissez que le texte quitte la boîte.",
    successor: "Choisissez un service ouvert.",
    refused: "Le serveur ne l’accepte pas.",
  },
  inLanguage: (language, what) => `${language} : ${what}`,
  saving:
    "L’enregistrement crée une version des catégories. Les avis donnés restent. Si des définitions ou des expressions changent, le modèle intégré est entraîné de nouveau et utilisé aussitôt ; un nom seul n’y change rien. Si des catégories s’ajoutent ou disparaissent, les versions précédentes du modèle ne peuvent pas être rétablies. Si le modèle voit ensuite certains messages autrement, davantage sont contrôlés à l’aveugle pendant 14 jours.",
  oldNames: (languages) => `Encore l’ancien nom en : ${languages}.`,
  oldOutlook: (name) => `La catégorie Outlook reste « ${name} ».`,
  modelVersions:
    "Les responsables publient et rétablissent les versions du modèle intégré : Service, Corrections, Toutes les versions.",
  split: "Diviser cette catégorie",
  splitHint:
    "Nommez et définissez la nouvelle catégorie. Elle reprend les expressions de l’ancienne : supprimez dans chacune ce qui relève de l’autre, et resserrez l’ancienne définition.",
  toVersions: "Aller aux versions du modèle",
  toMerging: "Aller à la fusion des catégories",
  merging:
    "Les responsables réunissent deux catégories sous Service, Corrections, Fusionner des catégories. Pour en diviser une, ouvrez-la ici et appuyez sur « Diviser cette catégorie ».",
};
