/** What the corrections page and the fuller figures say, in Portuguese. */
import { pluralIn } from "../../../locales/plural.ts";
import type { CorrectionTexts } from "./en.ts";

const n = pluralIn("pt");
const verdicts = (count: number) => n(count, { one: "1 veredito", other: "# vereditos" });

export const pt: CorrectionTexts = {
  model: "Modelo",
  live: (version, day) => `A versão ${version} está em uso desde ${day}.`,
  onlyTaxonomy: "Ainda não há versão em uso: o modelo só conhece as definições.",
  learned: (examples, news) => `Aprendeu com ${verdicts(examples)}, ${news} deles novos.`,
  otherwise: (changed, messages) =>
    `Das ${messages} mensagens mais recentes, classifica ${changed} de outro modo que a versão anterior.`,
  judged: (pairs, better, worse) =>
    `Avaliada com ${verdicts(pairs)} que não tinha aprendido: ${better} agora certos, ${worse} agora errados.`,
  bases: {
    blind: "As verificações às cegas decidiram.",
    verdicts: "Ainda poucas verificações às cegas: decidiram todos os vereditos aceites.",
    tooFew: "Publicada sem comparação: menos de 30 vereditos para avaliar.",
    taxonomy: "Publicada sem comparação: as categorias mudaram.",
    lost: "Feita de novo, porque o ficheiro da versão anterior se perdeu.",
    forgotten: "Feita de novo para esquecer mensagens; nada de novo foi aprendido.",
  },
  reasons: {
    departmentWorse: "É pior além da margem acordada.",
    overallWorse: "No conjunto é pior.",
    calibrationWorse: "Diz estar segura sem o estar mais do que antes.",
    calibrationUnknown: "Ainda não se sabe quão segura pode estar.",
    noEvidence: "Não há com que a avaliar.",
  },
  versionStates: {
    candidate: "Espera por uma pessoa",
    held: "Retida",
    live: "Em uso",
    retired: "Anterior",
    rolledBack: "Retirada",
  },
  version: (version) => `Versão ${version}`,
  publish: "Publicar",
  goBack: (version) => `Voltar à versão ${version}`,
  goBackHint:
    "O que foi aprendido desde então espera de novo, e durante 14 dias novas versões esperam por uma pessoa.",
  raised: (day) => `Até ${day} pergunta-se mais às cegas, porque o modelo mudou.`,
  paused: (day) => `Até ${day} novas versões esperam por uma pessoa.`,
  allVersions: "Todas as versões",
  corrections: "Correções",
  counts: (waiting, learned, declined) => `${waiting} à espera, ${learned} aprendidas, ${declined} recusadas`,
  none: "Aqui não há correções.",
  show: "Mostrar",
  shown: { waiting: "À espera", all: "Todas" },
  states: { received: "Recebida", accepted: "Aceite", declined: "Recusada", learned: "Aprendida" },
  learnedIn: (version) => `Aprendida em ${version}`,
  nowRight: "agora certa",
  stillWrong: "ainda errada",
  modelSaid: "Modelo",
  staffSaid: "Equipa",
  accept: "Aceitar",
  decline: "Recusar",
  reason: "Motivo",
  reasonHint: "Quem corrigiu vê-o.",
  cancel: "Cancelar",
  openMessage: "Abrir mensagem",
  notOpened: "O Outlook não abriu a mensagem. Talvez não tenha acesso à caixa de correio, ou já não existe.",
  more: "Mostrar mais",
  proposals: "Propostas",
  noProposals: "Ainda não há propostas.",
  propose: "Propor",
  proposalKinds: { category: "Nova categoria", definition: "Definição mais clara" },
  name: "Nome",
  definition: "Definição",
  send: "Enviar",
  proposalStates: { open: "Aberta", accepted: "Aceite", declined: "Recusada" },
  merge: "Juntar categorias",
  mergeFrom: "Categoria que desaparece",
  mergeInto: "Passa para",
  mergeTooFew: "Um departamento mantém pelo menos duas categorias.",
  mergeMeans: (from, into) =>
    `“${from}” deixa de poder ser escolhida. O resumo e os números contam os seus veredictos como “${into}”, também os antigos, e o modelo aprende-os assim. As revisões fechadas ficam como estavam. Os objetivos mantêm o que contaram; um só sobre “${from}” não recebe nada de novo. Aqui não se pode desfazer.`,
  reallyMerge: "Sim, juntar",
  merged: (from, into) =>
    `“${from}” passou para “${into}”. As listas mostram-no quando o painel voltar a abrir.`,
  moreFigures: "Mais números",
  accuracy: "Exatidão por categoria",
  accuracyHint: "De verificações às cegas. Achado: do que o é. Certo: do que assim foi chamado.",
  precision: "Certo",
  recall: "Achado",
  support: "Verificações",
  macroF1: (value) => `F1 médio das categorias: ${value}`,
  pairs: "Confundidas entre si",
  evidence: "Ver correções",
  priority: "Prioridade",
  kappa: (value, low, high) =>
    `Acordo além do acaso ${value}, entre ${low} e ${high} (ponderado pela distância; intervalo para um só olhar).`,
  urgentFound: (share, low, high, checks) =>
    `Correio urgente reconhecido: ${share}, entre ${low} e ${high}, de ${n(checks, { one: "1 verificação às cegas", other: "# verificações às cegas" })}.`,
  urgentExcluded:
    "O urgente não pode ser medido: a política deixa as previsões urgentes fora das verificações.",
  missedUrgent: (count) =>
    n(count, {
      one: "1 mensagem urgente não foi chamada urgente.",
      other: "# mensagens urgentes não foram chamadas urgentes.",
    }),
  ranksOff: (exact, one, more) => `${exact} exatas, ${one} a um nível, ${more} mais longe.`,
  time: "Tempo",
  handling: (median, p90) => `Da previsão ao veredito: metade em ${median}, nove em dez em ${p90}.`,
  wait: (median, p90) => `Da receção ao veredito: metade em ${median}, nove em dez em ${p90}.`,
  asked: (minutes) => `As verificações custaram cerca de ${minutes} minutos à equipa.`,
  saved: (minutes) => `Pouparam-se cerca de ${minutes} minutos face ao tempo medido antes.`,
  onePress: (share) => `Um toque bastou em ${share}.`,
  fewPeople: "Tempos e toques mostram-se a partir de cinco pessoas.",
  calibration: "Quão seguro, quão certo",
  sure: "Seguro",
  right: "Certo",
  calibrationError: (error, chance) => `Em média a ${error}; só o acaso daria ${chance}.`,
  powered: (share, low, high) =>
    `Todo o correio aberto, estimado com as verificações: ${share}, entre ${low} e ${high}. Para este só olhar; os objetivos não se julgam por isto.`,
  change: "Mudou alguma coisa?",
  steady: "Os erros estão estáveis.",
  drifted: (before, after, day) =>
    `Os erros passaram de ${before} para ${after} por volta da semana de ${day}.`,
  mix: {
    steady: "A mistura de categorias é a do mês passado.",
    moved: "A mistura de categorias moveu-se desde o mês passado.",
    changed: "A mistura de categorias mudou desde o mês passado.",
    unknown: "Pouco correio para comparar com o mês passado.",
  },
  others: "Os outros",
  ceiling: (share, messages) =>
    `Dois colegas concordam em ${share} de ${n(messages, { one: "1 mensagem", other: "# mensagens" })}: mais não se pode pedir a um modelo.`,
  noCeiling: "Ainda não se sabe quanto os colegas concordam entre si.",
  fairness: {
    even: "Tão bem servido como os outros departamentos.",
    worse: "Pior servido do que os outros departamentos.",
    better: "Mais bem servido do que os outros departamentos.",
    tooFew: "Poucas verificações para comparar com outros departamentos.",
  },
  skipped: (budget, urgent) =>
    `Não perguntadas: ${budget} acima do limite diário, ${urgent} urgentes por política.`,
  seconds: (value) => `${value} s`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  notYet: "Ainda não se sabe: nenhuma verificação às cegas neste período.",
};
