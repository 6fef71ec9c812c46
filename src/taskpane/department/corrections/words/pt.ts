/** What the corrections page and the fuller figures say, in Portuguese. */
import { ended } from "../../../locales/ended.ts";
import { pluralIn } from "../../../locales/plural.ts";
import type { CorrectionTexts } from "./en.ts";

const n = pluralIn("pt");
const count = new Intl.NumberFormat("pt");
const verdicts = (count: number) => n(count, { one: "1 resposta", other: "# respostas" });

export const pt: CorrectionTexts = {
  model: "Modelo",
  live: (version, day) => ended(`A versão ${version} está em uso desde ${day}.`),
  onlyTaxonomy: "Ainda não há versão em uso: o modelo só conhece as definições.",
  learned: (examples, news) => `Aprendeu com ${verdicts(examples)}, ${count.format(news)} delas novas.`,
  otherwise: (changed, messages) =>
    `Das ${messages} mensagens mais recentes, classifica ${changed} de modo diferente da versão anterior.`,
  judged: (pairs, better, worse) =>
    `Avaliada com ${verdicts(pairs)} que ela não tinha aprendido: ${better} agora certas, ${worse} agora erradas.`,
  bases: {
    blind: "As verificações às cegas decidiram.",
    verdicts: "Ainda poucas verificações às cegas: decidiram todas as respostas aceitas.",
    tooFew: "Publicada sem comparação: menos de 30 respostas para avaliar.",
    taxonomy: "Publicada sem comparação: as categorias mudaram.",
    lost: "Feita de novo, porque o arquivo da versão anterior se perdeu.",
    forgotten: "Feita de novo para esquecer mensagens; nada de novo foi aprendido.",
  },
  reasons: {
    departmentWorse: "É pior além da margem combinada.",
    overallWorse: "No conjunto é pior.",
    calibrationWorse: "Afirma mais certeza do que tem, mais do que antes.",
    calibrationUnknown: "Ainda não se sabe quanta certeza ela pode ter.",
    noEvidence: "Não há como avaliá-la.",
  },
  otherChanges: (count) => `De outra forma: ${count}`,
  chanceToo:
    "Uma diferença tão pequena pode ser acaso; uma versão só entra em uso sozinha se for pelo menos tão boa.",
  unreachable: {
    file: "Ela não pode mais entrar em uso: o arquivo não está mais aqui. As seis mais recentes ficam.",
    categories: "Ela não pode mais entrar em uso: foi feita para outras categorias.",
    forgotten: "Ela não pode mais entrar em uso: sabe o que devia ser esquecido.",
  },
  replaced: (version, state, by) =>
    `A versão ${version} (${state}) nunca entrou em uso: a versão ${by} tomou o seu lugar.`,
  versionStates: {
    candidate: "Aguarda aprovação",
    held: "Retida",
    live: "Em uso",
    retired: "Anterior",
    rolledBack: "Retirada",
  },
  version: (version) => `Versão ${version}`,
  publish: "Publicar",
  publishAgain: "Publicar de novo",
  goBack: (version) => `Voltar à versão ${version}`,
  goBackMeans: (version, live) =>
    `A versão ${version} deve responder a partir de agora para todo o departamento? O que foi aprendido desde então volta a aguardar, e por 14 dias as novas versões aguardam aprovação. A versão ${live} fica aqui e pode ser publicada de novo.`,
  reallyGoBack: "Sim, voltar",
  raised: (day) => `Até ${day} há mais verificações às cegas, porque o modelo mudou.`,
  paused: (day) => `Até ${day} as novas versões aguardam aprovação.`,
  allVersions: "Todas as versões",
  corrections: "Correções",
  counts: (waiting, learned, declined) =>
    `${waiting} aguardando, ${learned} aprendidas, ${declined} recusadas`,
  none: "Aqui não há correções.",
  show: "Mostrar",
  shown: { received: "Para ver", waiting: "Aguardando", all: "Todas" },
  states: { received: "Recebida", accepted: "Aceita", declined: "Recusada", learned: "Aprendida" },
  learnedIn: (version) => `Aprendida em ${version}`,
  nowRight: "agora certa",
  stillWrong: "ainda errada",
  modelSaid: "Modelo",
  staffSaid: "Equipe",
  accept: "Aceitar",
  decline: "Recusar",
  reason: "Motivo",
  reasonHint: "Quem corrigiu verá isto.",
  cancel: "Cancelar",
  noSubjects: "O Concord não guarda assuntos: “Abrir mensagem” mostra qual é.",
  noSubjectsNorOpening:
    "O Concord não guarda assuntos: a hora, as categorias e a nota dizem qual é. Um administrador pode permitir que os líderes abram as mensagens.",
  openMessage: "Abrir mensagem",
  notOpened:
    "O Outlook não abriu a mensagem. Talvez você não tenha acesso à caixa de correio, ou a mensagem não exista mais.",
  more: "Mostrar mais",
  done: {
    accept: "Aceita. A próxima versão do modelo a aprende.",
    decline: "Recusada. Quem a fez vê o seu motivo.",
  },
  proposals: "Propostas",
  noProposals: "Ainda não há propostas.",
  acceptMeans:
    "Uma proposta aceita muda as categorias na hora, e a próxima versão do modelo a aprende. Depois de uma categoria nova, o modelo segue só as definições até existir essa versão.",
  acceptDrops: (version) => `A versão ${version}, que não está em uso, não poderá mais ser publicada.`,
  learningOff:
    "O aprendizado está desligado aqui: nenhuma versão a aprenderá até que um administrador o ligue.",
  proposalDone: {
    accept: "Aceita. Vale a partir de agora; a próxima versão do modelo a aprende.",
    decline: "Recusada. Ela fica abaixo, entre as decididas.",
  },
  decidedProposals: "Propostas decididas",
  proposalEvidence: (corrected, verdicts) =>
    `Em doze semanas: ${corrected} de ${verdicts} respostas sobre esta categoria foram correções.`,
  calledUnclear: (times) => `Chamada de pouco clara ${times} vezes.`,
  thinEvidence: "Tão poucos dizem pouco.",
  noEvidenceYet: "Ainda não há o que contar para uma categoria que não existe.",
  today: "Hoje",
  noneToday: "Ainda não há neste idioma.",
  proposed: "Proposto",
  acceptAsks: {
    category: "Adicionar esta categoria para todo o departamento? Não pode ser desfeito aqui.",
    definition: "Trocar o texto de hoje pelo proposto, para todo o departamento? Não pode ser desfeito aqui.",
  },
  reallyAccept: "Sim, aceitar",
  proposalReasonHint: "Quem propôs verá isto.",
  propose: "Propor",
  proposalKinds: { category: "Nova categoria", definition: "Definição mais clara" },
  name: "Nome",
  definition: "Definição",
  send: "Enviar",
  proposalStates: { open: "Aberta", accepted: "Aceita", declined: "Recusada" },
  merge: "Juntar categorias",
  mergeFrom: "Categoria que desaparece",
  mergeInto: "Passa para",
  mergeTooFew: "Um departamento mantém pelo menos duas categorias.",
  mergeMeans: (from, into) =>
    `“${from}” deixa de poder ser escolhida. O resumo e os números contam suas respostas como “${into}”, também as antigas, e o modelo as aprende assim. As revisões fechadas ficam como estavam. Os objetivos mantêm o que contaram; um só sobre “${from}” não recebe nada de novo. Aqui não é possível desfazer.`,
  reallyMerge: "Sim, juntar",
  merged: (from, into) =>
    `“${from}” passou para “${into}”. As listas mostram isto quando o painel for aberto de novo.`,
  moreFigures: "Mais números",
  accuracy: "Exatidão por categoria",
  accuracyHint: "De verificações às cegas. Encontrado: do que é de fato. Certo: do que foi chamado assim.",
  precision: "Certo",
  recall: "Encontrado",
  support: "Verificações",
  macroF1: (value) => `Certo e encontrado em um número (F1 médio): ${value}`,
  pairs: "Confundidas entre si",
  noPairs: "Neste período nenhuma categoria foi confundida com outra.",
  noBaseline:
    "Não se sabe quantos minutos foram poupados: ninguém informou quanto tempo uma mensagem levava antes.",
  evidence: "Ver correções",
  priority: "Prioridade",
  kappa: (value, low, high) => `Concordância além do acaso ${value}, entre ${low} e ${high}.`,
  urgentFound: (share, low, high, checks) =>
    `Mensagens urgentes reconhecidas: ${share}, entre ${low} e ${high}, de ${n(checks, { one: "1 verificação às cegas", other: "# verificações às cegas" })}.`,
  urgentExcluded:
    "O urgente não pode ser medido: as regras deixam as previsões urgentes fora das verificações.",
  missedUrgent: (count) =>
    n(count, {
      one: "1 mensagem urgente não foi chamada urgente.",
      other: "# mensagens urgentes não foram chamadas urgentes.",
    }),
  ranksOff: (exact, one, more) => `${exact} exatas, ${one} a um nível, ${more} mais distantes.`,
  time: "Tempo",
  handling: (median, p90) => `Da previsão à resposta: metade em ${median}, nove em cada dez em ${p90}.`,
  wait: (median, p90) =>
    `Onde houve resposta, desde o recebimento: metade em ${median}, nove em cada dez em ${p90}.`,
  asked: (minutes) => `As verificações custaram cerca de ${minutes} minutos à equipe.`,
  saved: (minutes) => `Cerca de ${minutes} minutos economizados em relação ao tempo medido antes.`,
  onePress: (share) => `Um clique bastou em ${share}.`,
  fewPeople: "Tempos e cliques são mostrados a partir de cinco pessoas.",
  calibration: "Quanta certeza, quanto acerto",
  sure: "Certeza",
  right: "Acerto",
  calibrationError: (error, chance) => `Em média, distantes ${error}; só o acaso daria ${chance}.`,
  powered: (share, low, high) =>
    `Todas as mensagens abertas, estimativa com as verificações: ${share}, entre ${low} e ${high}. Vale para esta consulta; os objetivos não são julgados por isto.`,
  change: "Mudou alguma coisa?",
  steady: "Os erros estão estáveis.",
  drifted: (before, after, day) =>
    ended(`Os erros passaram de ${before} para ${after}${day === undefined ? "" : `, notado em ${day}`}.`),
  mix: {
    steady: "A mistura de categorias é a do mês passado.",
    moved: "A mistura de categorias se deslocou desde o mês passado.",
    changed: "A mistura de categorias mudou desde o mês passado.",
    unknown: "Poucas mensagens para comparar com o mês passado.",
  },
  others: "Os outros",
  ceiling: (share, messages) =>
    `Dois colegas concordam em ${share} de ${n(messages, { one: "1 mensagem", other: "# mensagens" })}: não se pode pedir mais a um modelo.`,
  noCeiling: "Ainda não se sabe quanto os colegas concordam entre si.",
  fairness: {
    even: "Não se pode demonstrar diferença em relação aos outros departamentos.",
    worse: "Pior atendido do que os outros departamentos.",
    better: "Mais bem atendido do que os outros departamentos.",
    tooFew: "Poucas verificações para comparar com outros departamentos.",
  },
  skipped: (budget, urgent) =>
    `Não perguntadas: ${budget} acima do limite diário, ${urgent} urgentes pelas regras.`,
  seconds: (value) => `${value} s`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  notYet: "Ainda não se sabe: nenhuma verificação às cegas neste período.",
  beside: "Outros departamentos",
  gapToRest: "Frente ao resto",
  withheld: "não mostrado",
  besideHint:
    "Não mostrado com menos de cinco pessoas ou 30 verificações. Cada departamento decide se os outros o veem.",
  reach: (opened, saw, answered, assigned, days) =>
    `Nos últimos ${days} dias, ${opened} pessoas abriram mensagens com o Concord, ${saw} viram uma previsão, ${answered} responderam; ${assigned} constam aqui.`,
};
