/** What the pane says of several selected messages, in Spanish. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("es");

export const es: BatchTexts = {
  selected: (count: number) => n(count, { one: "1 mensaje seleccionado", other: "# mensajes seleccionados" }),
  reading: (read: number, all: number) => `Leyendo ${read} de ${all}`,
  nothingTogether: "Aquí nada va junto",
  nothingTogetherHint:
    "Una pulsación confirma tres mensajes o más de los que el modelo está seguro y que tienen la misma categoría y prioridad.",
  subjectsOnly:
    "Este Outlook solo muestra a Concord los asuntos; lo que se dice aquí se basa únicamente en ellos.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "No se pudo leer el texto de 1 mensaje; lo que se dice de él se basa en su asunto.",
      other: "No se pudieron leer los textos de # mensajes; lo que se dice de ellos se basa en sus asuntos.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, {
      one: `1 mensaje, categoría al menos ${sure}`,
      other: `# mensajes, categoría al menos ${sure}`,
    }),
  openFirst: "Abra primero estos",
  openFirstWhy: "Se han elegido al azar.",
  theOthers: (count: number) => n(count, { one: "1 más", other: "# más" }),
  open: "Abrir",
  opened: "Abierto",
  openWhat: (subject: string) => `Abrir: ${subject}`,
  openedWhat: (subject: string) => `Abierto: ${subject}`,
  noText: "(sin texto)",
  inOutlook: "Abrir en Outlook",
  notOpened: "Outlook no abrió este mensaje. Selecciónelo solo para leerlo.",
  confirm: (count: number, what: string) =>
    n(count, { one: `${what} para 1 mensaje`, other: `${what} para # mensajes` }),
  missing: (count: number) => n(count, { one: "Abra antes 1 mensaje más.", other: "Abra antes # mensajes." }),
  tooFew: "Quedan menos de tres: respóndalos uno a uno.",
  notAgreement: "Cuenta como respondido, nunca como acuerdo con el modelo.",
  confirmed: (count: number, what: string) =>
    n(count, { one: `Ha confirmado 1 mensaje como ${what}`, other: `Ha confirmado # mensajes como ${what}` }),
  undoAll: (count: number, what: string) =>
    n(count, { one: `Deshacer 1 mensaje: ${what}`, other: `Deshacer # mensajes: ${what}` }),
  unlabelled: (count: number) =>
    n(count, {
      one: "Guardado. No se pudo asignar la categoría de Outlook de 1 mensaje.",
      other: "Guardado. No se pudieron asignar las categorías de Outlook de # mensajes.",
    }),
  oneByOne: (count: number) => `Uno a uno (${count})`,
  oneByOneHint: "Seleccione uno de ellos en Outlook para responderlo.",
  other: "No es un mensaje que se pueda clasificar.",
  few: "Menos de tres de los seleccionados tienen la misma categoría y prioridad.",
  announced: (groups: number, done: number, alone: number) =>
    `${n(groups, { one: "1 grupo", other: "# grupos" })} por confirmar, ${done} confirmados, ${alone} uno a uno`,
};
