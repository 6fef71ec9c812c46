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
  manyUnanswered: (answered, asked) => `Poucas verificações respondidas: ${answered} de ${asked}.`,
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
    "Às cegas: decidido antes de ver a previsão; é a exatidão do modelo. “Não tenho certeza” não conta a favor nem contra. Os intervalos são de 95% e valem por mais que se olhe.",
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
  withoutPrediction: (count) =>
    n(count, {
      one: "1 mensagem foi aberta sem previsão e por isso não está em nenhuma linha.",
      other: "# mensagens foram abertas sem previsão e por isso não estão em nenhuma linha.",
    }),
  asOf: (time) => `Às ${time}`,
  refresh: "Atualizar",
  fromDay: "De",
  toDay: "Até",
  datesWrong:
    "O primeiro dia não pode vir depois do último, nem o último depois de hoje; no máximo 366 dias.",
  sinceReview: (day) => `Desde a revisão de ${day}`,
  noReviewYet: "Depois da primeira revisão, aqui se lê o que mudou.",
  newVersions: (count) => n(count, { one: "1 nova versão do modelo.", other: "# novas versões do modelo." }),
  wentBackTo: (version) => `Voltou-se à versão ${version} do modelo.`,
  toDecide: "O que decidir",
  nothingToDecide: "Nada aguarda decisão.",
  offTarget: (objective) => `Não cumprido: ${objective}`,
  gotWorse: (objective) => `Está piorando: ${objective}`,
  correctionsWait: (count) => n(count, { one: "1 correção para ver", other: "# correções para ver" }),
  versionWaits: {
    candidate: (version) => `A versão ${version} aguarda publicação`,
    held: (version) => `A versão ${version} está retida: ver por quê`,
  },
  reviewIsOpen: "Há uma revisão aberta: continuar",
  overdue: (what, owner, day) => `Fora do prazo: ${what} (${owner}, até ${day})`,
  figuresTitle: "Números",
  since: (day) => `desde ${day}`,
  closedSince: (day) =>
    `Este departamento foi fechado em ${day}. Tudo pode ser lido; aqui nada mais se decide.`,
  explain: (terms) => `Explicar: ${terms.join(", ")}`,
  terms: {
    states: {
      name: "Cumprido e os outros estados",
      meaning:
        "Cumprido: todo o intervalo está do lado bom da meta. Não cumprido: está todo do outro. Ainda não se sabe: a meta está dentro do intervalo. Desatualizado: nada de novo chegou entre duas revisões. Está piorando: acompanha um destes estados quando a mudança desde uma revisão é provavelmente real e para pior. Fica até o objetivo ser cumprido de novo ou o que chegou de novo ser com certeza melhor; ao lado de “Cumprido”, até a próxima revisão. O Concord calcula isso; ninguém pode definir.",
    },
    range: {
      name: "Intervalo e n",
      meaning:
        "“86–91” quer dizer: a proporção verdadeira está entre 86 e 91%, com 95% de certeza, por mais que se olhe. “n” é quantas verificações ou mensagens foram contadas; quanto mais, mais estreito o intervalo. Um objetivo conta a partir do dia em que foi combinado, qualquer que seja o período escolhido para os números.",
    },
    points: { name: "Pontos", meaning: "Pontos percentuais: de 80% para 84% são +4 pontos." },
    change: {
      name: "Provavelmente real, pode ser acaso",
      meaning:
        "O que foi contado desde a última revisão é comparado com o que foi contado até então. Provavelmente real: todo o intervalo da diferença está de um lado do zero, com 95% de certeza, por mais que se olhe. Pode ser acaso: o zero está dentro dele, então nada precisa ter mudado.",
    },
    blind: {
      name: "Verificação às cegas",
      meaning:
        "Alguém decide antes de ver a previsão. Por sorteio, para que ninguém seja levado a uma resposta: é com essa frequência que o modelo acerta.",
    },
    leaning: {
      name: "Apoiar-se na previsão",
      meaning:
        "É mais fácil concordar com uma previsão que se vê. Por isso algumas verificações a mostram e outras não, por sorteio; a diferença diz quanto a equipe se apoia nela. É medida em pontos (percentuais).",
    },
    f1: {
      name: "F1 médio",
      meaning:
        "“Certo” e “Encontrado” reunidos em um número por categoria, e a média deles. Cada categoria conta igual, por mais rara que seja.",
    },
    calibration: {
      name: "Quão seguro, quão certo",
      meaning:
        "Quando o modelo diz “80% seguro”, deveria acertar oito vezes em dez. Cada linha é uma parte das verificações, da menos segura à mais segura.",
    },
    kappa: {
      name: "Concordância além do acaso",
      meaning:
        "0 é o que o acaso daria, 1 é sempre a mesma prioridade. Dois níveis de distância pesam quatro vezes mais que um. Em estatística chama-se kappa ponderado. Ao contrário dos outros, este intervalo vale para uma só consulta.",
    },
    verdict: {
      name: "Resposta",
      meaning:
        "O que alguém disse de uma mensagem: que a previsão estava certa, ou o que está certo no lugar dela. O modelo aprende com as respostas aceitas.",
    },
    held: {
      name: "Retida",
      meaning:
        "Antes de entrar em uso, uma nova versão é testada com mensagens que não aprendeu. Se fosse pior que o combinado, é retida e a anterior continua. Um líder pode publicá-la mesmo assim.",
    },
    candidate: {
      name: "Aguarda aprovação",
      meaning:
        "Passou no teste ou não pôde ser comparada, e este departamento quer que um líder aprove antes de usar uma versão. Até lá a anterior continua.",
    },
    forecast: {
      name: "Prognóstico",
      meaning:
        "Quão provável você acha que o objetivo esteja cumprido na próxima revisão. Depois se compara: 0 é sempre seguro e certo; 0,25 é o que obteria dizer sempre “50%”; mais é pior.",
    },
    seal: {
      name: "Número de verificação",
      meaning:
        "Feito com toda esta página no fechamento. Se depois algo guardado mudasse, ele não bateria mais, e esta página diria.",
    },
  },
};
