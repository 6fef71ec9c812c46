/** What the form of a department says beside its fields, in Portuguese. */
import { pluralIn } from "../../../locales/plural.ts";
import type { EditingTexts } from "./en.ts";

const n = pluralIn("pt");

export const pt: EditingTexts = {
  unsaved: "Ainda não salvo. As alterações ficam aqui enquanto este painel estiver aberto.",
  unsavedMark: "Alterações ainda não salvas",
  discarded: "As alterações foram descartadas.",
  limits: (from, to) => `De ${from} a ${to}.`,
  outside: (from, to) => `Insira um número de ${from} a ${to}.`,
  outsideWhole: (from, to) => `Insira um número inteiro de ${from} a ${to}.`,
  notSaved: (count) =>
    n(count, {
      one: "Não salvo: # valor precisa ser revisto.",
      other: "Não salvo: # valores precisam ser revistos.",
    }),
  faults: {
    empty: "Preencha este campo.",
    long: (most) => `No máximo ${most} caracteres.`,
    many: (most) => `No máximo ${most} entradas.`,
    few: (fewest) => `Pelo menos ${fewest} categorias.`,
    form: "Isto não está escrito como deve.",
    twice: "Outra categoria tem este nome curto.",
    sameName: "Outra categoria já tem este nome.",
    reads: "Este protocolo lê o texto. Em Regras, escolha que o texto saia da caixa de correio.",
    successor: "Escolha um departamento aberto.",
    refused: "O servidor não aceita isto.",
  },
  inLanguage: (language, what) => `${language}: ${what}`,
  saving:
    "Salvar cria uma versão das categorias. As respostas dadas ficam. Se definições ou expressões mudam, o modelo integrado é treinado de novo e usado logo em seguida; um nome sozinho não muda nada nele. Se categorias entram ou saem, as versões anteriores do modelo não podem ser restauradas. Se o modelo passa a ver algumas mensagens de outro modo, mais delas são verificadas às cegas por 14 dias.",
  oldNames: (languages) => `Ainda o nome antigo em: ${languages}.`,
  oldOutlook: (name) => `A categoria do Outlook continua “${name}”.`,
  modelVersions:
    "Os líderes publicam e restauram as versões do modelo integrado: Departamento, Correções, Todas as versões.",
  split: "Dividir esta categoria",
  splitHint:
    "Dê nome e definição à nova categoria. Ela começa com as expressões da antiga: apague em cada uma o que é da outra e restrinja a definição antiga.",
  toVersions: "Ir para as versões do modelo",
  toMerging: "Ir para a junção de categorias",
  merging:
    "Os líderes juntam duas categorias em Departamento, Correções, Juntar categorias. Para dividir uma, abra-a aqui e pressione “Dividir esta categoria”.",
};
