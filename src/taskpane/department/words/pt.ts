/** What the department room says, in Portuguese. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("pt");

export const pt: RoomTexts = {
  pagesLabel: "Páginas",
  pages: { summary: "Resumo", objectives: "Objetivos", corrections: "Correções", reviews: "Revisões" },
  period: "Período",
  periods: {
    weeks4: "Últimas 4 semanas",
    weeks12: "Últimas 12 semanas",
    weeks52: "Últimas 52 semanas",
    today: "Hoje",
    custom: "Outras datas…",
  },
  summaryTitle: (answered, opened) => `${answered} de ${opened} mensagens abertas com resposta`,
  summaryNone: {
    weeks4: "Nas últimas 4 semanas não foi aberta nenhuma mensagem.",
    weeks12: "Nas últimas 12 semanas não foi aberta nenhuma mensagem.",
    weeks52: "Nas últimas 52 semanas não foi aberta nenhuma mensagem.",
    today: "Hoje ainda não foi aberta nenhuma mensagem.",
    custom: "Nenhuma mensagem foi aberta nesses dias.",
  },
  rightCategory: "Categoria certa",
  betweenFrom: (low, high, checks) =>
    `entre ${low} e ${high}, de ${n(checks, { one: "# verificação às cegas", other: "# verificações às cegas" })}`,
  notYetKnown: "Ainda não se sabe",
  blindChecksSoFar: (checks) =>
    checks === 0
      ? "Nenhuma verificação às cegas até agora."
      : n(checks, {
          one: "# verificação às cegas até agora.",
          other: "# verificações às cegas até agora.",
        }),
  checksMissing: (missing) =>
    n(missing, {
      one: "Falta # para um primeiro número.",
      other: "Faltam # para um primeiro número.",
    }),
  blindChecksOff: "Estão desativadas neste departamento: não há como avaliar.",
  blindChecksHint:
    "Em uma verificação às cegas, decide-se antes de ver a previsão. O Concord pede algumas por dia.",
  manyUnanswered: (answered, asked) => `Muitas perguntas sem resposta: ${answered} de ${asked} respondidas.`,
  unansweredBounds: (low, high) =>
    `Se todas as outras estivessem erradas, ou todas certas, seria ${low} ou ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      one: "Ainda não se sabe se a equipe se apoia na previsão: # verificação com ela até agora.",
      other: "Ainda não se sabe se a equipe se apoia na previsão: # verificações com ela até agora.",
    }),
  withAndWithout: (shown, blind) => `Com a previsão ${shown}, sem ela ${blind}:`,
  leaning: {
    leaning: "a equipe se apoia nela.",
    against: "a equipe tende a ir contra ela.",
    open: "ainda não se sabe se a equipe se apoia nela.",
  },
  gapPoints: (gap, low, high) => `(${gap} pontos, entre ${low} e ${high})`,
  figures: "Números e método",
  agreement: "Concordância",
  armNames: { blind: "Às cegas", assisted: "Com previsão" },
  bothFields: "Ambas",
  asksAnswered: "Perguntas respondidas",
  of: (part, whole) => `${part} de ${whole}`,
  noChecks: "sem verificações",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "Às cegas: decidido antes de ver a previsão; é a exatidão do modelo. “Sem certeza” não conta a favor nem contra. Os intervalos são de 95 % e valem por mais que se olhe.",
  byWeek: "Categoria certa por semana",
  weeksChart:
    "Proporção de categorias certas nas verificações às cegas, semana a semana. A tabela abaixo dá os números.",
  weeksHint: "Ponto: proporção da semana. Barra: seu intervalo. Faixa cinza: intervalo de todo o período.",
  weeksEmpty: "Sem verificações às cegas nestas semanas; a evolução começa com a primeira.",
  asTable: "Como tabela",
  weekFrom: "Semana de",
  interval: "Intervalo",
  checks: "Verificações",
  mostConfused: "Mais confundidas",
  modelSaid: "O modelo",
  staffSaid: "A equipe",
  times: "Vezes",
  states: {
    confirmed: "Confirmadas",
    corrected: "Corrigidas",
    unsure: "Sem certeza",
    unpredicted: "Respondidas sem previsão",
    shown: "Vistas, sem resposta",
    neverShown: "Não mostradas",
  },
  stateHint: "Vista sem resposta não é concordância e é contada à parte.",
  byCategory: "Por categoria prevista",
  category: "Categoria",
  opened: "Abertas",
  answered: "Respondidas",
  asOf: (time) => `Às ${time}`,
  refresh: "Atualizar",
  fromDay: "De",
  toDay: "Até",
  datesWrong:
    "O primeiro dia não pode vir depois do último, nem o último depois de hoje; no máximo 366 dias.",
  sinceReview: (day) => `Desde a revisão de ${day}`,
  noReviewYet: "Depois da primeira revisão, aqui se lê o que mudou.",
  newVersions: (count) => n(count, { one: "1 nova versão do modelo.", other: "# novas versões do modelo." }),
  toDecide: "O que decidir",
  nothingToDecide: "Nada aguarda decisão.",
  correctionsWait: (count) => n(count, { one: "1 correção para ver", other: "# correções para ver" }),
  candidatesWait: (count) =>
    n(count, {
      one: "1 versão do modelo aguarda publicação",
      other: "# versões do modelo aguardam publicação",
    }),
  overdue: (count) => n(count, { one: "1 decisão passou do prazo", other: "# decisões passaram do prazo" }),
};
