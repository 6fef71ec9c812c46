/** What the reviews page says, in Portuguese. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { ReviewTexts } from "./en.ts";

const n = pluralIn("pt");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "Manter a meta",
  changeTarget: "Alterar a meta",
  retrain: "Treinar o modelo de novo",
  changeTaxonomy: "Alterar categorias ou definições",
  rollBack: "Voltar a um modelo anterior",
  changeBlindShare: "Alterar a proporção de verificações às cegas",
  stop: "Parar",
};
const outcomes: ReviewTexts["outcomes"] = { open: "Aberta", done: "Feita", dropped: "Abandonada" };

export const pt: ReviewTexts = {
  dueOn: (day) => ended(`Próxima revisão em ${day}.`),
  isDue: "Está na hora de uma revisão.",
  noRhythm: "As revisões seguem o ritmo dos objetivos; combine um primeiro.",
  prepare: "Preparar a revisão",
  openNow: "Abrir uma revisão agora",
  isOpen: (day) => ended(`Há uma revisão aberta desde ${day}.`),
  goOn: "Continuar a revisão",
  past: "Revisões fechadas",
  none: "Ainda sem revisões",
  noneHint:
    "Uma revisão olha para cada objetivo, para o que foi decidido da última vez e para o que decidir agora.",
  closedBy: (day, who, decisions) =>
    [day, who, n(decisions, { one: "1 decisão", other: "# decisões" })].filter(Boolean).join(", "),
  score: (error, count) =>
    `Prognósticos até agora: desvio ${error}, de ${n(count, { one: "1 decidido", other: "# decididos" })} (0: sempre certo; 0,25: não melhor que cara ou coroa).`,
  title: (day) => `Revisão de ${day}`,
  period: (from, to) => `Evidências de ${from} a ${to}`,
  followUps: "Decidido da última vez",
  noFollowUps: "Da última vez nada foi decidido.",
  sinceThen: (before, now) => `proporção então ${before}, agora ${now}`,
  foretold: (objective, chance, came) => `${objective}: prognóstico ${chance} provável, ${came}`,
  came: { met: "e foi cumprido", notMet: "e não foi cumprido", open: "ainda não se sabe" },
  objectives: "Objetivos",
  noObjectives: "Nenhum objetivo em vigor.",
  changed: (points) => `${points} pontos desde a última revisão`,
  sinceLast: (since, counted, before, points, verdict) =>
    `Desde a última revisão ${since}, n\u00a0=\u00a0${counted}; até então ${before}: ${points} pontos, ${verdict}`,
  likelyReal: "provavelmente real",
  couldBeChance: "pode ser acaso",
  nothingSince: "Nada de novo foi contado desde a última revisão.",
  nothingBefore: (since, counted) =>
    `Desde a última revisão ${since}, n\u00a0=\u00a0${counted}; antes nada foi contado.`,
  firstTime: "Visto pela primeira vez.",
  agenda: "Para conversar em equipe",
  contested: (model, staff, times) => `Modelo ${model}, equipe ${staff}: ${times}`,
  unclear: (category, times) => `Definição considerada pouco clara: ${category}, ${times}`,
  proposals: (count) =>
    n(count, { one: "1 proposta aguarda decisão.", other: "# propostas aguardam decisão." }),
  noAgenda: "Nada a conversar.",
  model: "Modelo e correções",
  blind: (share, low, high, checks) =>
    `Categoria certa às cegas: ${share}, entre ${low} e ${high}, n\u00a0=\u00a0${checks}.`,
  noBlind: "Sem verificações às cegas neste período.",
  gap: (points, low, high) =>
    `Categoria certa com a previsão visível, em relação às cegas: ${points} pontos, entre ${low} e ${high}:`,
  noGap: "Ainda não há verificações dos dois lados: não se sabe se a equipe se apoia na previsão.",
  steady: (checks) => `Os erros são estáveis em ${checks} verificações às cegas.`,
  drifted: (before, after, day) => `Os erros às cegas passaram de ${before} para ${after}, notado em ${day}.`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `Correções ${total}: agora certas ${right}, ainda erradas ${wrong}, aguardando ${waiting}, recusadas ${declined}${unasked ? `, aprendidas e não perguntadas de novo ${unasked}` : ""}.`,
  version: (version, day, live, state) =>
    [`Versão do modelo ${version}`, day, live, state].filter(Boolean).join(", "),
  published: (day) => `publicada em ${day}`,
  versionStates: {
    held: "retida, não está em uso",
    candidate: "aguarda aprovação, não está em uso",
    retired: "substituída depois",
    rolledBack: "retirada depois",
    live: "em uso",
  },
  noVersions: "Nenhuma versão do modelo foi treinada.",
  decisions: "Decisões",
  noDecisions: "Ainda sem decisões.",
  kinds,
  outcomes,
  outcome: "Resultado",
  leadSettles: "O que resultou dela é dito por um responsável do departamento.",
  ownerDue: (owner, day) => `${owner}, até ${day}`,
  what: "O que foi decidido",
  about: "Sobre",
  nothingSpecial: "nenhum objetivo em particular",
  note: "Nota (opcional)",
  owner: "Responsável",
  due: "Prazo",
  add: "Adicionar",
  needed: "É preciso preencher antes de adicionar.",
  remove: (what) => `Remover: ${what}`,
  forecasts: "Prognóstico",
  forecastAsk: "Qual a chance de cada um estar cumprido na próxima revisão?",
  noForecast: "sem prognóstico",
  closing: "Fechar",
  closeHint: "Fechar fixa tudo isto; depois, uma decisão só pode ser marcada como feita ou abandonada.",
  followUpsOpen: (count) =>
    n(count, {
      one: "# decisão da última vez ainda está aberta.",
      other: "# decisões da última vez ainda estão abertas.",
    }),
  unforeseen: (count) =>
    n(count, { one: "# objetivo não tem prognóstico.", other: "# objetivos não têm prognóstico." }),
  close: "Fechar a revisão",
  reallyClose: "Sim, fechar",
  frozen: (day, who) => [`Fechada em ${day}`, who].filter(Boolean).join(", "),
  seal: (seal) => `Número de verificação ${seal}`,
  tampered: "O que está guardado foi alterado depois do fechamento.",
  copyText: "Copiar como texto",
  copied: "Copiado",
  saveCsv: "Salvar como CSV",
  print: "Imprimir",
  pack: "Pacote de evidências (zip)",
  packHint:
    "Objetivos, verificações às cegas, versões do modelo, revisões e registro com verificador. Nenhum e-mail.",
  csvHead: [
    "objetivo",
    "meta",
    "proporção",
    "de",
    "a",
    "verificações",
    "estado",
    "proporção na última revisão",
  ],
};
