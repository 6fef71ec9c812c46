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
  manyUnanswered: (answered, asked) => `Pocos controles respondidos: ${answered} de ${asked}.`,
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
    "A ciegas: decidido antes de ver la predicción; es la exactitud del modelo. «No lo sé» no cuenta a favor ni en contra. Los márgenes son al 95 % y valen por mucho que se miren.",
  byWeek: "Categoría correcta por semana",
  weeksChart:
    "Proporción de categorías correctas en los controles a ciegas, por semana. La tabla de abajo da las cifras.",
  weeksHint: "Punto: proporción de la semana. Barra: su margen. Zona gris: margen de todo el periodo.",
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
    unsure: "No lo sé",
    unpredicted: "Respondidos sin predicción",
    shown: "Vistos, sin respuesta",
    neverShown: "No mostrados",
  },
  stateHint: "Visto sin respuesta no es acuerdo, y se cuenta aparte.",
  byCategory: "Por categoría predicha",
  category: "Categoría",
  opened: "Abiertos",
  answered: "Respondidos",
  withoutPrediction: (count) =>
    n(count, {
      one: "1 mensaje se abrió sin predicción y por eso no está en ninguna fila.",
      other: "# mensajes se abrieron sin predicción y por eso no están en ninguna fila.",
    }),
  asOf: (time) => `A las ${time}`,
  refresh: "Actualizar",
  fromDay: "Desde",
  toDay: "Hasta",
  datesWrong: "El primer día no puede ser posterior al último, ni el último a hoy; como máximo 366 días.",
  sinceReview: (day) => `Desde la revisión del ${day}`,
  noReviewYet: "Tras la primera revisión, aquí se verá qué cambió.",
  newVersions: (count) =>
    n(count, { one: "1 versión nueva del modelo.", other: "# versiones nuevas del modelo." }),
  wentBackTo: (version) => `Se volvió a la versión ${version} del modelo.`,
  toDecide: "Qué decidir",
  nothingToDecide: "Nada espera una decisión.",
  offTarget: (objective) => `No cumplido: ${objective}`,
  gotWorse: (objective) => `Empeora: ${objective}`,
  correctionsWait: (count) =>
    n(count, { one: "1 corrección por revisar", other: "# correcciones por revisar" }),
  versionWaits: {
    candidate: (version) => `La versión ${version} espera publicación`,
    held: (version) => `La versión ${version} está retenida: ver por qué`,
  },
  reviewIsOpen: "Hay una revisión abierta: continuarla",
  overdue: (what, owner, day) => `Fuera de plazo: ${what} (${owner}, antes del ${day})`,
  figuresTitle: "Cifras",
  since: (day) => `desde el ${day}`,
  closedSince: (day) =>
    `Este departamento se cerró el ${day}. Todo se puede leer; aquí ya no se decide nada.`,
  explain: (terms) => `Explicar: ${terms.join(", ")}`,
  terms: {
    states: {
      name: "Cumplido y los demás estados",
      meaning:
        "Cumplido: todo el margen está en el lado bueno de la meta. No cumplido: todo está en el otro. Aún no se sabe: la meta cae dentro del margen. Desactualizado: no llegó nada nuevo entre dos revisiones. Empeora: acompaña a uno de estos estados cuando el cambio desde una revisión es probablemente real y a peor. Permanece hasta que el objetivo se cumpla de nuevo o lo nuevo sea con seguridad mejor; junto a «Cumplido», hasta la próxima revisión. Lo calcula Concord; nadie puede fijarlo.",
    },
    range: {
      name: "Margen y n",
      meaning:
        "«86–91» quiere decir: la proporción verdadera está entre el 86 y el 91 %, con un 95 % de seguridad, por mucho que se mire. «n» es cuántos controles o mensajes se contaron; cuantos más, más estrecho el margen. Un objetivo cuenta desde el día en que se acordó, sea cual sea el periodo elegido para las cifras.",
    },
    points: { name: "Puntos", meaning: "Puntos porcentuales: del 80 % al 84 % son +4 puntos." },
    change: {
      name: "Probablemente real, puede ser azar",
      meaning:
        "Lo contado desde la última revisión se compara con lo contado hasta entonces. Probablemente real: todo el margen de la diferencia está a un lado del cero, con un 95 % de seguridad, por mucho que se mire. Puede ser azar: el cero cae dentro, así que no tiene por qué haber cambiado nada.",
    },
    blind: {
      name: "Control a ciegas",
      meaning:
        "Alguien decide antes de ver la predicción. Por sorteo, para que nadie se deje llevar: así de a menudo acierta el modelo.",
    },
    leaning: {
      name: "Apoyarse en la predicción",
      meaning:
        "Es más fácil estar de acuerdo con una predicción que se ve. Por eso unos controles la muestran y otros no, por sorteo; la diferencia dice cuánto se apoya en ella el equipo. Se mide en puntos (porcentuales).",
    },
    f1: {
      name: "F1 medio",
      meaning:
        "«Correcto» y «Hallado» unidos en una cifra por categoría, y la media de ellas. Cada categoría cuenta igual, por rara que sea.",
    },
    calibration: {
      name: "Qué seguro, qué acertado",
      meaning:
        "Cuando el modelo dice «80 % seguro», debería acertar ocho veces de diez. Cada fila es una parte de los controles, del menos seguro al más seguro.",
    },
    kappa: {
      name: "Acuerdo más allá del azar",
      meaning:
        "0 es lo que daría el azar, 1 es siempre la misma prioridad. Dos niveles de distancia pesan cuatro veces más que uno. En estadística se llama kappa ponderado. A diferencia de los demás, este margen vale para una sola mirada.",
    },
    verdict: {
      name: "Respuesta",
      meaning:
        "Lo que alguien dijo de un mensaje: que la predicción era correcta, o qué lo es en su lugar. El modelo aprende de las respuestas aceptadas.",
    },
    held: {
      name: "Retenida",
      meaning:
        "Antes de usarse, una versión nueva se prueba con mensajes que no aprendió. Si fuera peor de lo acordado, se retiene y sigue la anterior. Un responsable puede publicarla de todos modos.",
    },
    candidate: {
      name: "Espera aprobación",
      meaning:
        "Pasó la prueba o no se pudo comparar, y este departamento quiere que un responsable la apruebe antes de usar una versión. Hasta entonces sigue la anterior.",
    },
    forecast: {
      name: "Pronóstico",
      meaning:
        "Cuán probable cree que el objetivo se cumpla en la próxima revisión. Luego se compara: 0 es siempre seguro y acertado; 0,25 es lo que obtendría decir siempre «50 %»; más es peor.",
    },
    seal: {
      name: "Número de control",
      meaning:
        "Hecho con toda esta página al cerrar. Si después cambiara algo guardado, ya no encajaría, y esta página lo diría.",
    },
  },
};
