/** What the corrections page and the fuller figures say, in Spanish. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { CorrectionTexts } from "./en.ts";

const n = pluralIn("es");
const count = new Intl.NumberFormat("es");
const verdicts = (count: number) => n(count, { one: "1 respuesta", other: "# respuestas" });

export const es: CorrectionTexts = {
  model: "Modelo",
  live: (version, day) => ended(`La versión ${version} está en uso desde el ${day}.`),
  onlyTaxonomy: "Aún no hay versión en uso: el modelo solo conoce las definiciones.",
  learned: (examples, news) => `Aprendió de ${verdicts(examples)}, ${count.format(news)} de ellas nuevas.`,
  otherwise: (changed, messages) =>
    `De los ${messages} mensajes más recientes, clasifica ${changed} de otro modo que la versión anterior.`,
  judged: (pairs, better, worse) =>
    `Juzgada con ${verdicts(pairs)} que no había aprendido: ${better} ahora correctas, ${worse} ahora erróneas.`,
  bases: {
    blind: "Decidieron los controles a ciegas.",
    verdicts: "Aún pocos controles a ciegas: decidieron todas las respuestas aceptadas.",
    tooFew: "Publicada sin comparación: menos de 30 respuestas para juzgar.",
    taxonomy: "Publicada sin comparación: las categorías cambiaron.",
    lost: "Hecha de nuevo, porque se perdió el archivo de la versión anterior.",
    forgotten: "Hecha de nuevo para olvidar mensajes; no se aprendió nada nuevo.",
  },
  reasons: {
    departmentWorse: "Es peor en más de lo acordado.",
    overallWorse: "En conjunto es peor.",
    calibrationWorse: "Dice estar segura sin estarlo más que antes.",
    calibrationUnknown: "Aún no se sabe cuán segura puede estar.",
    noEvidence: "No hay con qué juzgarla.",
  },
  otherChanges: (count) => `De otro modo: ${count}`,
  chanceToo:
    "Una diferencia tan pequeña puede ser azar; una versión solo entra en uso por sí misma si es al menos igual de buena.",
  unreachable: {
    file: "Ya no puede ponerse en uso: su archivo no está. Se conservan las seis más recientes.",
    categories: "Ya no puede ponerse en uso: se hizo para otras categorías.",
    forgotten: "Ya no puede ponerse en uso: sabe lo que había que olvidar.",
  },
  replaced: (version, state, by) =>
    `La versión ${version} (${state}) nunca estuvo en uso: la versión ${by} ocupó su lugar.`,
  versionStates: {
    candidate: "Espera aprobación",
    held: "Retenida",
    live: "En uso",
    retired: "Anterior",
    rolledBack: "Retirada",
  },
  version: (version) => `Versión ${version}`,
  publish: "Publicar",
  publishAgain: "Volver a publicar",
  goBack: (version) => `Volver a la versión ${version}`,
  goBackMeans: (version, live) =>
    `¿Debe responder desde ahora la versión ${version} para todo el departamento? Lo aprendido desde entonces espera de nuevo, y durante 14 días las versiones nuevas esperan aprobación. La versión ${live} queda aquí y se puede volver a publicar.`,
  reallyGoBack: "Sí, volver",
  raised: (day) => `Hasta el ${day} hay más controles a ciegas, porque el modelo cambió.`,
  paused: (day) => `Hasta el ${day} las versiones nuevas esperan aprobación.`,
  allVersions: "Todas las versiones",
  corrections: "Correcciones",
  counts: (waiting, learned, declined) =>
    `${waiting} en espera, ${learned} aprendidas, ${declined} rechazadas`,
  none: "Aquí no hay correcciones.",
  show: "Mostrar",
  shown: { received: "Por revisar", waiting: "En espera", all: "Todas" },
  states: { received: "Recibida", accepted: "Aceptada", declined: "Rechazada", learned: "Aprendida" },
  learnedIn: (version) => `Aprendida en ${version}`,
  nowRight: "ahora correcta",
  stillWrong: "aún errónea",
  modelSaid: "Modelo",
  staffSaid: "Equipo",
  accept: "Aceptar",
  decline: "Rechazar",
  reason: "Motivo",
  reasonHint: "Lo ve quien corrigió.",
  cancel: "Cancelar",
  noSubjects: "Concord no guarda asuntos: «Abrir mensaje» muestra cuál es.",
  noSubjectsNorOpening:
    "Concord no guarda asuntos: la hora, las categorías y la nota dicen cuál es. Un administrador puede permitir a los responsables abrir los mensajes.",
  openMessage: "Abrir mensaje",
  notOpened: "Outlook no abrió el mensaje. Quizá no tenga acceso al buzón, o ya no existe.",
  more: "Mostrar más",
  done: {
    accept: "Aceptada. La próxima versión del modelo la aprende.",
    decline: "Rechazada. Su autor ve el motivo.",
  },
  proposals: "Propuestas",
  noProposals: "Aún no hay propuestas.",
  acceptMeans:
    "Una propuesta aceptada cambia las categorías al momento, y la próxima versión del modelo la aprende. Tras una categoría nueva, el modelo sigue solo las definiciones hasta que exista esa versión.",
  acceptDrops: (version) => `La versión ${version}, que no está en uso, ya no podrá publicarse.`,
  learningOff:
    "El aprendizaje está desactivado aquí: ninguna versión la aprenderá hasta que un administrador lo active.",
  proposalDone: {
    accept: "Aceptada. Vale desde ahora; la próxima versión del modelo la aprende.",
    decline: "Rechazada. Queda abajo, entre las decididas.",
  },
  decidedProposals: "Propuestas decididas",
  proposalEvidence: (corrected, verdicts) =>
    `En doce semanas: ${corrected} de ${verdicts} respuestas sobre esta categoría fueron correcciones.`,
  calledUnclear: (times) => `Llamada poco clara ${times} veces.`,
  thinEvidence: "Tan pocos dicen poco.",
  noEvidenceYet: "Aún no se puede contar nada de una categoría que no existe.",
  today: "Hoy",
  noneToday: "Aún no hay en este idioma.",
  proposed: "Propuesto",
  acceptAsks: {
    category: "¿Añadir esta categoría para todo el departamento? No se puede deshacer aquí.",
    definition:
      "¿Sustituir el texto de hoy por el propuesto, para todo el departamento? No se puede deshacer aquí.",
  },
  reallyAccept: "Sí, aceptar",
  proposalReasonHint: "Lo ve quien lo propuso.",
  propose: "Proponer",
  proposalKinds: { category: "Categoría nueva", definition: "Definición más clara" },
  name: "Nombre",
  definition: "Definición",
  send: "Enviar",
  proposalStates: { open: "Abierta", accepted: "Aceptada", declined: "Rechazada" },
  merge: "Unir categorías",
  mergeFrom: "Categoría que desaparece",
  mergeInto: "Pasa a",
  mergeTooFew: "Un departamento conserva al menos dos categorías.",
  mergeMeans: (from, into) =>
    `«${from}» ya no se podrá elegir. El resumen y las cifras cuentan sus respuestas como «${into}», también las antiguas, y el modelo las aprende así. Las revisiones cerradas quedan como estaban. Los objetivos conservan lo contado; uno solo sobre «${from}» no recibe nada nuevo. Aquí no se puede deshacer.`,
  reallyMerge: "Sí, unir",
  merged: (from, into) => `«${from}» pasó a «${into}». Las listas lo muestran al abrir de nuevo el panel.`,
  moreFigures: "Más cifras",
  accuracy: "Exactitud por categoría",
  accuracyHint: "De controles a ciegas. Hallado: de lo que lo es. Correcto: de lo que se llamó así.",
  precision: "Correcto",
  recall: "Hallado",
  support: "Controles",
  macroF1: (value) => `Correcto y hallado en una cifra (F1 medio): ${value}`,
  pairs: "Confundidas entre sí",
  noPairs: "En este periodo no se confundió ninguna categoría con otra.",
  noBaseline: "No se saben los minutos ahorrados: nadie ha anotado cuánto llevaba antes un mensaje.",
  evidence: "Ver correcciones",
  priority: "Prioridad",
  kappa: (value, low, high) => `Acuerdo más allá del azar ${value}, entre ${low} y ${high}.`,
  urgentFound: (share, low, high, checks) =>
    `Correo urgente reconocido: ${share}, entre ${low} y ${high}, de ${n(checks, { one: "1 control a ciegas", other: "# controles a ciegas" })}.`,
  urgentExcluded:
    "Lo urgente no puede medirse: las reglas dejan las predicciones urgentes fuera de los controles.",
  missedUrgent: (count) =>
    n(count, {
      one: "1 mensaje urgente no se llamó urgente.",
      other: "# mensajes urgentes no se llamaron urgentes.",
    }),
  ranksOff: (exact, one, more) => `${exact} exactos, ${one} a un nivel, ${more} más lejos.`,
  time: "Tiempo",
  handling: (median, p90) =>
    `De la predicción a la respuesta: la mitad en ${median}, nueve de diez en ${p90}.`,
  wait: (median, p90) =>
    `Donde hubo respuesta, desde la recepción: la mitad en ${median}, nueve de diez en ${p90}.`,
  asked: (minutes) => `Los controles costaron unos ${minutes} minutos al equipo.`,
  saved: (minutes) => `Se ahorraron unos ${minutes} minutos frente al tiempo medido antes.`,
  onePress: (share) => `Bastó una pulsación en ${share}.`,
  fewPeople: "Tiempos y pulsaciones se muestran desde cinco personas.",
  calibration: "Cuán seguro, cuán correcto",
  sure: "Seguro",
  right: "Correcto",
  calibrationError: (error, chance) => `En promedio a ${error}; el azar solo daría ${chance}.`,
  powered: (share, low, high) =>
    `Todo el correo abierto, estimado con los controles: ${share}, entre ${low} y ${high}. Para esta sola mirada; los objetivos no se juzgan con ello.`,
  change: "¿Ha cambiado algo?",
  steady: "Los errores son estables.",
  drifted: (before, after, day) =>
    ended(`Los errores pasaron de ${before} a ${after}${day === undefined ? "" : `, notado el ${day}`}.`),
  mix: {
    steady: "La mezcla de categorías es la del mes pasado.",
    moved: "La mezcla de categorías se ha movido desde el mes pasado.",
    changed: "La mezcla de categorías ha cambiado desde el mes pasado.",
    unknown: "Demasiado poco correo para comparar con el mes pasado.",
  },
  others: "Los demás",
  ceiling: (share, messages) =>
    `Dos colegas coinciden en ${share} de ${n(messages, { one: "1 mensaje", other: "# mensajes" })}: más no se le puede pedir a un modelo.`,
  noCeiling: "Aún no se sabe cuánto coinciden los colegas entre sí.",
  fairness: {
    even: "No se puede demostrar ninguna diferencia con los demás departamentos.",
    worse: "Peor atendido que los demás departamentos.",
    better: "Mejor atendido que los demás departamentos.",
    tooFew: "Pocos controles para comparar con otros departamentos.",
  },
  skipped: (budget, urgent) =>
    `Sin preguntar: ${budget} sobre el cupo diario, ${urgent} urgentes según las reglas.`,
  seconds: (value) => `${value} s`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  notYet: "Aún no se sabe: ningún control a ciegas en este periodo.",
  beside: "Otros departamentos",
  gapToRest: "Frente al resto",
  withheld: "no se muestra",
  besideHint:
    "No se muestra con menos de cinco personas o 30 controles. Cada departamento decide si los demás lo ven.",
  reach: (opened, saw, answered, assigned, days) =>
    `En los últimos ${days} días, ${opened} personas abrieron correo con Concord, ${saw} vieron una predicción, ${answered} respondieron; ${assigned} figuran aquí.`,
};
