/** What the reviews page says, in Spanish. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ReviewTexts } from "./en.ts";

const n = pluralIn("es");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "Mantener la meta",
  changeTarget: "Cambiar la meta",
  retrain: "Volver a entrenar el modelo",
  changeTaxonomy: "Cambiar categorías o definiciones",
  rollBack: "Volver a un modelo anterior",
  changeBlindShare: "Cambiar la proporción de controles a ciegas",
  stop: "Detener",
};
const outcomes: ReviewTexts["outcomes"] = { open: "Abierta", done: "Hecha", dropped: "Descartada" };

export const es: ReviewTexts = {
  dueOn: (day) => ended(`Próxima revisión el ${day}.`),
  isDue: "Toca una revisión.",
  noRhythm: "Las revisiones siguen el ritmo de los objetivos; acuerde antes uno.",
  prepare: "Preparar la revisión",
  openNow: "Abrir una revisión ahora",
  isOpen: (day) => ended(`Hay una revisión abierta desde el ${day}.`),
  goOn: "Continuar la revisión",
  past: "Revisiones cerradas",
  none: "Aún no hay revisiones",
  noneHint: "Una revisión mira cada objetivo, lo que se decidió la última vez y lo que toca decidir ahora.",
  closedBy: (day, who, decisions) =>
    [day, who, n(decisions, { one: "1 decisión", other: "# decisiones" })].filter(Boolean).join(", "),
  score: (error, count) =>
    `Pronósticos hasta ahora: desvío ${error}, de ${n(count, { one: "1 resuelto", other: "# resueltos" })} (0: siempre acertado; 0,25: no mejor que echarlo a suertes).`,
  title: (day) => `Revisión del ${day}`,
  period: (from, to) => `Pruebas del ${from} al ${to}`,
  followUps: "Decidido la última vez",
  noFollowUps: "La última vez no se decidió nada.",
  sinceThen: (before, now) => `proporción entonces ${before}, ahora ${now}`,
  foretold: (objective, chance, came) => `${objective}: pronóstico ${chance} probable, ${came}`,
  came: { met: "y se cumplió", notMet: "y no se cumplió", open: "aún no se sabe" },
  objectives: "Objetivos",
  noObjectives: "Ahora no rige ningún objetivo.",
  changed: (points) => `${points} puntos desde la última revisión`,
  sinceLast: (since, counted, before, points, verdict) =>
    `Desde la última revisión ${since}, n\u00a0=\u00a0${counted}; hasta entonces ${before}: ${points} puntos, ${verdict}`,
  likelyReal: "probablemente real",
  couldBeChance: "puede ser azar",
  nothingSince: "Desde la última revisión no se contó nada nuevo.",
  nothingBefore: (since, counted) =>
    `Desde la última revisión ${since}, n\u00a0=\u00a0${counted}; antes no se había contado nada.`,
  firstTime: "Se mira por primera vez.",
  agenda: "Para hablar en equipo",
  contested: (model, staff, times) => `Modelo ${model}, equipo ${staff}: ${times}`,
  unclear: (category, times) => `Definición llamada poco clara: ${category}, ${times}`,
  proposals: (count) =>
    n(count, { one: "1 propuesta espera decisión.", other: "# propuestas esperan decisión." }),
  noAgenda: "Nada que hablar.",
  model: "Modelo y correcciones",
  blind: (share, low, high, checks) =>
    `Categoría correcta a ciegas: ${share}, entre ${low} y ${high}, n\u00a0=\u00a0${checks}.`,
  noBlind: "Sin controles a ciegas en este tiempo.",
  gap: (points, low, high) =>
    `Categoría correcta con la predicción a la vista, frente a ciegas: ${points} puntos, entre ${low} y ${high}:`,
  noGap: "Aún no hay controles de ambos lados: no se sabe si el equipo se apoya en la predicción.",
  steady: (checks) => `Los errores son estables en ${checks} controles a ciegas.`,
  drifted: (before, after, day) => `Los errores a ciegas pasaron de ${before} a ${after}, notado el ${day}.`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `Correcciones ${total}: ya correctas ${right}, aún incorrectas ${wrong}, en espera ${waiting}, rechazadas ${declined}${unasked ? `, aprendidas y no preguntadas de nuevo ${unasked}` : ""}.`,
  version: (version, day, live, state) =>
    [`Versión del modelo ${version}`, day, live, state].filter(Boolean).join(", "),
  published: (day) => `publicada el ${day}`,
  versionStates: {
    held: "retenida, no en uso",
    candidate: "espera aprobación, no en uso",
    retired: "sustituida después",
    rolledBack: "retirada después",
    live: "en uso",
  },
  noVersions: "No se entrenó ninguna versión del modelo.",
  decisions: "Decisiones",
  noDecisions: "Aún no hay decisiones.",
  kinds,
  outcomes,
  outcome: "Resultado",
  leadSettles: "Qué resultó de ella lo dice un responsable del departamento.",
  ownerDue: (owner, day) => `${owner}, antes del ${day}`,
  what: "Qué se decide",
  about: "Sobre",
  nothingSpecial: "ningún objetivo en particular",
  note: "Nota (opcional)",
  owner: "Responsable",
  due: "Para el",
  add: "Añadir",
  needed: "Hace falta para poder añadir.",
  remove: (what) => `Quitar: ${what}`,
  forecasts: "Pronóstico",
  forecastAsk: "¿Qué probabilidad tiene cada uno de estar cumplido en la próxima revisión?",
  noForecast: "sin pronóstico",
  closing: "Cerrar",
  closeHint:
    "Al cerrar, todo esto queda fijado; después una decisión solo puede darse por hecha o descartada.",
  followUpsOpen: (count) =>
    n(count, {
      one: "1 decisión de la última vez sigue abierta.",
      other: "# decisiones de la última vez siguen abiertas.",
    }),
  unforeseen: (count) =>
    n(count, { one: "1 objetivo no tiene pronóstico.", other: "# objetivos no tienen pronóstico." }),
  close: "Cerrar la revisión",
  reallyClose: "Sí, cerrar",
  frozen: (day, who) => [`Cerrada el ${day}`, who].filter(Boolean).join(", "),
  seal: (seal) => `Número de control ${seal}`,
  tampered: "Lo guardado se cambió después del cierre.",
  copyText: "Copiar como texto",
  copied: "Copiado",
  saveCsv: "Guardar como CSV",
  print: "Imprimir",
  pack: "Paquete de pruebas (zip)",
  packHint:
    "Objetivos, controles a ciegas, versiones del modelo, revisiones y registro con verificador. Ningún correo.",
  csvHead: [
    "objetivo",
    "meta",
    "proporción",
    "desde",
    "hasta",
    "controles",
    "estado",
    "proporción en la última revisión",
  ],
};
