/** What the form of a department says beside its fields, in Spanish. */
import { pluralIn } from "../../../locales/plural.ts";
import type { EditingTexts } from "./en.ts";

const n = pluralIn("es");

export const es: EditingTexts = {
  unsaved: "Aún sin guardar. Los cambios quedan aquí mientras este panel esté abierto.",
  unsavedMark: "Cambios aún sin guardar",
  discarded: "Los cambios se descartaron.",
  limits: (from, to) => `De ${from} a ${to}.`,
  outside: (from, to) => `Introduzca un número de ${from} a ${to}.`,
  outsideWhole: (from, to) => `Introduzca un número entero de ${from} a ${to}.`,
  notSaved: (count) =>
    n(count, {
      one: "No guardado: hay que revisar # valor.",
      other: "No guardado: hay que revisar # valores.",
    }),
  faults: {
    empty: "Hay que rellenarlo.",
    long: (most) => `${most} caracteres como máximo.`,
    many: (most) => `${most} entradas como máximo.`,
    few: (fewest) => `Al menos ${fewest} categorías.`,
    form: "No está escrito como debe.",
    twice: "Otra categoría tiene este nombre corto.",
    sameName: "Otra categoría ya tiene este nombre.",
    reads: "Este protocolo lee el texto. En Reglas, elija que el texto salga del buzón.",
    successor: "Elija un departamento abierto.",
    refused: "El servidor no lo acepta.",
  },
  inLanguage: (language, what) => `${language}: ${what}`,
  saving:
    "Al guardar se crea una versión de las categorías. Las respuestas dadas se conservan. Si cambian definiciones o expresiones, el modelo integrado se entrena de nuevo y se usa enseguida; un nombre por sí solo no cambia nada en él. Si se añaden o quitan categorías, las versiones anteriores del modelo no se pueden restaurar. Si el modelo ve después algunos mensajes de otro modo, se comprueban más a ciegas durante 14 días.",
  oldNames: (languages) => `Todavía el nombre antiguo en: ${languages}.`,
  oldOutlook: (name) => `La categoría de Outlook sigue siendo «${name}».`,
  modelVersions:
    "Los responsables publican y restauran las versiones del modelo integrado: Departamento, Correcciones, Todas las versiones.",
  split: "Dividir esta categoría",
  splitHint:
    "Dé nombre y definición a la categoría nueva. Empieza con las expresiones de la antigua: borre en cada una lo que es de la otra y acote la definición antigua.",
  toVersions: "Ir a las versiones del modelo",
  toMerging: "Ir a unir categorías",
  merging:
    "Los responsables unen dos categorías en Departamento, Correcciones, Unir categorías. Para dividir una, ábrala aquí y pulse «Dividir esta categoría».",
};
