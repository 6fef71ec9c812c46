/** What the pane says of several selected messages, in Portuguese. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("pt");

export const pt: BatchTexts = {
  selected: (count: number) => n(count, { one: "1 mensagem selecionada", other: "# mensagens selecionadas" }),
  reading: (read: number, all: number) => `Lendo ${read} de ${all}`,
  nothingTogether: "Nada aqui combina entre si",
  nothingTogetherHint:
    "Um só clique confirma três ou mais mensagens das quais o modelo tem certeza e que têm a mesma categoria e prioridade.",
  subjectsOnly: "Este Outlook mostra ao Concord só os assuntos; o que se diz aqui se baseia apenas neles.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "Não foi possível ler o texto de 1 mensagem; o que se diz dela se baseia no assunto.",
      other: "Não foi possível ler os textos de # mensagens; o que se diz delas se baseia nos assuntos.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, {
      one: `1 mensagem, categoria pelo menos ${sure}`,
      other: `# mensagens, categoria pelo menos ${sure}`,
    }),
  openFirst: "Abra estas primeiro",
  openFirstWhy: "Elas foram sorteadas.",
  theOthers: (count: number) => n(count, { one: "mais 1", other: "mais #" }),
  open: "Abrir",
  opened: "Aberta",
  openWhat: (subject: string) => `Abrir: ${subject}`,
  openedWhat: (subject: string) => `Aberta: ${subject}`,
  noText: "(sem texto)",
  inOutlook: "Abrir no Outlook",
  notOpened: "O Outlook não abriu esta mensagem. Selecione só ela para ler.",
  confirm: (count: number, what: string) =>
    n(count, { one: `${what} para 1 mensagem`, other: `${what} para # mensagens` }),
  missing: (count: number) =>
    n(count, { one: "Abra antes mais 1 mensagem.", other: "Abra antes # mensagens." }),
  tooFew: "Restam menos de três: responda uma a uma.",
  notAgreement: "Conta como respondida, nunca como concordância com o modelo.",
  confirmed: (count: number, what: string) =>
    n(count, {
      one: `Você confirmou 1 mensagem como ${what}`,
      other: `Você confirmou # mensagens como ${what}`,
    }),
  undoAll: (count: number, what: string) =>
    n(count, { one: `Desfazer 1 mensagem: ${what}`, other: `Desfazer # mensagens: ${what}` }),
  unlabelled: (count: number) =>
    n(count, {
      one: "Salvo. Não foi possível definir a categoria do Outlook de 1 mensagem.",
      other: "Salvo. Não foi possível definir as categorias do Outlook de # mensagens.",
    }),
  oneByOne: (count: number) => `Uma a uma (${count})`,
  oneByOneHint: "Selecione uma delas no Outlook para respondê-la.",
  other: "Não é uma mensagem que passe pela triagem.",
  few: "Menos de três das selecionadas têm a mesma categoria e prioridade.",
  announced: (groups: number, done: number, alone: number) =>
    `${n(groups, { one: "1 grupo", other: "# grupos" })} a confirmar, ${done} confirmados, ${alone} uma a uma`,
};
