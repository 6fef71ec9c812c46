/** What the objectives page says, in Portuguese. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ObjectiveTexts } from "./en.ts";

const n = pluralIn("pt");

export const pt: ObjectiveTexts = {
  states: {
    met: "Cumprido",
    notMet: "Não cumprido",
    notYetKnown: "Ainda não se sabe",
    outOfDate: "Desatualizado",
  },
  stateCount: (state, count) => `${state} ${count}`,
  none: "Ainda não há objetivos",
  noneHint:
    "Um objetivo diz qual proporção é suficiente, quem responde por ela e com que frequência ela é revista.",
  noneHintStaff: "A liderança combina os objetivos com vocês; eles aparecem aqui com suas evidências.",
  add: "Combinar um objetivo",
  titles: {
    category: "Categoria certa",
    priority: "Prioridade certa",
    both: "Categoria e prioridade certas",
    urgentRecall: "O urgente visto como urgente",
    triagedWithin: (time) => `Triado em ${time}`,
    onePress: "Um clique basta",
    imported: (kpi) => `Medido em outro lugar: ${kpi}`,
    satisfaction: "Solicitantes satisfeitos",
  },
  narrowed: (title, to) => `${title}: ${to}`,
  atLeast: (share) => `Meta: pelo menos ${share}`,
  atMost: (share) => `Meta: no máximo ${share}`,
  range: (low, high, checks) => `entre ${low} e ${high}, n\u00a0=\u00a0${checks}`,
  moreChecks: (count) =>
    n(count, {
      one: "Falta cerca de 1 verificação para decidir.",
      other: "Faltam cerca de # verificações para decidir.",
    }),
  tooClose: "Perto demais da meta para decidir.",
  noEvidence: "Ainda sem evidências.",
  fewest: (count) =>
    n(count, {
      one: "É necessária pelo menos 1 verificação.",
      other: "São necessárias pelo menos # verificações.",
    }),
  pace: (weeks) =>
    n(weeks, { one: "Ao ritmo atual, cerca de uma semana.", other: "Ao ritmo atual, cerca de # semanas." }),
  paceLong: "Ao ritmo atual, mais de dois anos.",
  noPace: "Nenhuma chegou nas últimas quatro semanas.",
  staleSince: (day) => ended(`Nada de novo desde ${day}.`),
  caveats: {
    urgentNotAsked:
      "As mensagens urgentes ficam fora das verificações às cegas; por isso não é possível medir.",
    blindChecksOff: "As verificações às cegas estão desativadas neste departamento.",
    manyUnanswered: "Muitas perguntas às cegas ficaram sem resposta.",
  },
  method: "Método e combinado",
  formulas: {
    category: "Das verificações às cegas: quantas vezes a categoria do modelo estava certa.",
    priority: "Das verificações às cegas: quantas vezes a prioridade do modelo estava certa.",
    both: "Das verificações às cegas: quantas vezes categoria e prioridade estavam certas.",
    urgentRecall:
      "Do que a equipe chamou urgente às cegas: quantas vezes o modelo também o tinha chamado urgente.",
    triagedWithin:
      "De tudo o que foi recebido desde o acordo e aberto aqui: quanto foi respondido nesse prazo após o recebimento, a qualquer hora. Sem resposta conta como atraso a partir do dia seguinte; o que tinha mais de 14 dias ao ser aberto fica de fora.",
    onePress: "De todas as respostas: quantas levaram um clique e assim ficaram.",
    imported: "Medido fora do Concord e enviado como tantos de tantos.",
  },
  armed: {
    blind: "Só contam as verificações às cegas: decididas antes de ver a previsão.",
    all: "Contam todas as mensagens, perguntadas ou não.",
    imported: "Contam os períodos iniciados no dia do combinado ou depois.",
    assisted: "",
    open: "",
  },
  counted: {
    blind: "verificações às cegas",
    all: "todas as mensagens",
    opened: "todas as abertas, atrasadas sem resposta",
    imported: "medido em outro lugar",
    assisted: "",
    open: "",
  },
  rangeMethod:
    "O intervalo é de 95% e vale por mais que se olhe. Cumprido: está todo do lado bom. Ninguém pode definir o estado.",
  narrowedMethod: "Só mensagens que a equipe considerou assim.",
  countsFrom: "Conta desde",
  agreed: "Combinado",
  agreedBy: (day, who) => `${day}, ${who}`,
  owner: "Responsável",
  rhythm: "Revisto",
  rhythmDays: (days) => n(days, { one: "todos os dias", other: "a cada # dias" }),
  rhythms: {
    7: "todas as semanas",
    14: "a cada duas semanas",
    28: "a cada quatro semanas",
    91: "a cada trimestre",
  },
  baseline: "Antes",
  measured: (share, checks) => `${share}, n\u00a0=\u00a0${checks}`,
  declared: (share) => `${share}, declarado`,
  unknown: "desconhecido",
  version: "Versão",
  writtenBy: (version, when, who) => [`${version}, ${when}`, who].filter(Boolean).join(", "),
  history: "Versões anteriores",
  noHistory: "Esta é a primeira versão.",
  edit: "Alterar",
  withdraw: "Retirar",
  withdrawSure: "Retirar este objetivo? O histórico fica.",
  withdrawn: "Objetivos retirados",
  withdrawnOn: (day, who) => [`Retirado em ${day}`, who].filter(Boolean).join(", "),
  reason: "Motivo (opcional)",
  cancel: "Cancelar",
  save: "Salvar",
  saving: "Salvando…",
  editorNew: "Um novo objetivo",
  editorChange: "Alterar o objetivo",
  kind: "O que se mede",
  narrowTo: "Só para",
  everything: "todo o departamento",
  minutes: "Em",
  kpi: "Nome do indicador",
  kpiHint: "Minúsculas, números e hifens, tal como é enviado.",
  better: "Bom é",
  betters: { higher: "uma proporção alta", lower: "uma proporção baixa" },
  target: "Meta em porcentagem",
  agreedByField: "Combinado por",
  agreedOnField: "Combinado em",
  baselineField: "Proporção anterior, em porcentagem (opcional)",
  baselineHint: "Se ficar vazio, o Concord mede as últimas doze semanas.",
  beginsAnew:
    "Outra fórmula, âmbito ou meta começa com evidências novas; o que já foi encontrado fica no histórico.",
  checkFields: "Verifique os campos marcados.",
  times: (value, unit) =>
    new Intl.NumberFormat("pt", { style: "unit", unit, unitDisplay: "long" }).format(value),
  decideInReview: "Decidir em uma revisão",
  worse: "Está piorando",
  foundWorse: (day, share, counted, before) =>
    `A revisão de ${day} encontrou ${share}, n\u00a0=\u00a0${counted}, contra ${before} até então: provavelmente real.`,
  became: (state) => `antes: ${state}`,
};
