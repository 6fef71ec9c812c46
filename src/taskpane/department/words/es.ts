/** What the department room says, in Spanish. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("es");

export const es: RoomTexts = {
  pagesLabel: "Páginas",
  pages: { summary: "Resumen", objectives: "Objetivos", corrections: "Correcciones", reviews: "Revisiones" },
  period: "Periodo",
  periods: {
    weeks4: "Últimas 4 semanas",
    weeks12: "Últimas 12 semanas",
    weeks52: "Últimas 52 semanas",
    today: "Hoy",
    custom: "Otras fechas…",
  },
  summaryTitle: (answered, opened) => `${answered} de ${opened} mensajes abiertos con respuesta`,
  summaryNone: {
    weeks4: "En las últimas 4 semanas no se abrió ningún mensaje.",
    weeks12: "En las últimas 12 semanas no se abrió ningún mensaje.",
    weeks52: "En las últimas 52 semanas no se abrió ningún mensaje.",
    today: "Hoy todavía no se abrió ningún mensaje.",
    custom: "En estos días no se abrió ningún mensaje.",
  },
  rightCategory: "Categoría correcta",
  betweenFrom: (low, high, checks) =>
    `entre ${low} y ${high}, de ${n(checks, { one: "# control a ciegas", other: "# controles a ciegas" })}`,
  notYetKnown: "Aún no se sabe",
  blindChecksSoFar: (checks) =>
    checks === 0
      ? "Ningún control a ciegas hasta ahora."
      : n(checks, { one: "# control a ciegas hasta ahora.", other: "# controles a ciegas hasta ahora." }),
  checksMissing: (missing) =>
    n(missing, { one: "Falta # para una primera cifra.", other: "Faltan # para una primera cifra." }),
  blindChecksOff: "Están desactivados en este departamento: no hay con qué juzgar.",
  blindChecksHint:
    "En un control a ciegas se decide antes de ver la predicción. Concord pide unos pocos cada día.",
  manyUnanswered: (answered, asked) => `Muchas preguntas sin respuesta: ${answered} de ${asked} respondidas.`,
  unansweredBounds: (low, high) =>
    `Si todas las demás fueran erróneas, o todas correctas, sería ${low} o ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      one: "Aún no se sabe si el equipo se apoya en la predicción: # control con ella hasta ahora.",
      other: "Aún no se sabe si el equipo se apoya en la predicción: # controles con ella hasta ahora.",
    }),
  withAndWithout: (shown, blind) => `Con la predicción ${shown}, sin ella ${blind}:`,
  leaning: {
    leaning: "el equipo se apoya en ella.",
    against: "el equipo más bien va contra ella.",
    open: "aún no se sabe si el equipo se apoya en ella.",
  },
  gapPoints: (gap, low, high) => `(${gap} puntos, entre ${low} y ${high})`,
  figures: "Cifras y método",
  agreement: "Acuerdo",
  armNames: { blind: "A ciegas", assisted: "Con predicción" },
  bothFields: "Ambas",
  asksAnswered: "Preguntas respondidas",
  of: (part, whole) => `${part} de ${whole}`,
  noChecks: "sin controles",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "A ciegas: decidido antes de ver la predicción; es la exactitud del modelo. «No lo sé» no cuenta a favor ni en contra. Los márgenes son al 95 % y valen por mucho que se miren.",
  byWeek: "Categoría correcta por semana",
  weeksChart:
    "Parte de categorías correctas en los controles a ciegas, por semana. La tabla de abajo da las cifras.",
  weeksHint: "Punto: parte de la semana. Barra: su margen. Zona gris: margen de todo el periodo.",
  weeksEmpty: "Sin controles a ciegas en estas semanas; la evolución empieza con el primero.",
  asTable: "Como tabla",
  weekFrom: "Semana del",
  interval: "Margen",
  checks: "Controles",
  mostConfused: "Las más confundidas",
  modelSaid: "El modelo",
  staffSaid: "El equipo",
  times: "Veces",
  states: {
    confirmed: "Confirmados",
    corrected: "Corregidos",
    unsure: "Inseguros",
    unpredicted: "Respondidos sin predicción",
    shown: "Vistos, sin respuesta",
    neverShown: "No mostrados",
  },
  stateHint: "Visto sin juicio no es acuerdo, y se cuenta aparte.",
  byCategory: "Por categoría predicha",
  category: "Categoría",
  opened: "Abiertos",
  answered: "Respondidos",
  asOf: (time) => `A las ${time}`,
  refresh: "Actualizar",
  fromDay: "Desde",
  toDay: "Hasta",
  datesWrong: "El primer día no puede ser posterior al último, ni el último a hoy; como máximo 366 días.",
  sinceReview: (day) => `Desde la revisión del ${day}`,
  noReviewYet: "Tras la primera revisión, aquí se verá qué cambió.",
  newVersions: (count) =>
    n(count, { one: "1 versión nueva del modelo.", other: "# versiones nuevas del modelo." }),
  toDecide: "Qué decidir",
  nothingToDecide: "Nada espera una decisión.",
  correctionsWait: (count) =>
    n(count, { one: "1 corrección por revisar", other: "# correcciones por revisar" }),
  candidatesWait: (count) =>
    n(count, {
      one: "1 versión del modelo espera publicación",
      other: "# versiones del modelo esperan publicación",
    }),
  overdue: (count) =>
    n(count, { one: "1 decisión ha pasado su fecha", other: "# decisiones han pasado su fecha" }),
};
