/** The few sentences of the commands, at most 150 characters each: Outlook shows them above the message. */
import type { PaneLanguage } from "../taskpane/locales/catalogue.ts";

export interface CommandTexts {
  saved: (what: string) => string;
  savedHere: (what: string) => string;
  already: string;
  openPane: string;
  notAMessage: string;
  failed: string;
}

export const commandTexts: Record<PaneLanguage, CommandTexts> = {
  en: {
    saved: (what) => `Saved: ${what}.`,
    savedHere: (what) => `${what}: saved on this computer, will be sent when Concord can be reached.`,
    already: "This message has been answered already.",
    openPane: "This one needs a look: please answer it in the Concord pane.",
    notAMessage: "Concord triages messages only.",
    failed: "Nothing was stored. Please try it in the Concord pane.",
  },
  de: {
    saved: (what) => `Gespeichert: ${what}.`,
    savedHere: (what) =>
      `${what}: auf diesem Computer gespeichert, wird gesendet, sobald Concord erreichbar ist.`,
    already: "Diese Nachricht ist schon beantwortet.",
    openPane: "Hier lohnt ein Blick: Bitte antworten Sie im Concord-Bereich.",
    notAMessage: "Concord ordnet nur Nachrichten ein.",
    failed: "Es wurde nichts gespeichert. Bitte versuchen Sie es im Concord-Bereich.",
  },
  fr: {
    saved: (what) => `Enregistré : ${what}.`,
    savedHere: (what) => `${what} : enregistré sur cet ordinateur, envoyé dès que Concord sera joignable.`,
    already: "Ce message a déjà reçu un avis.",
    openPane: "Celui-ci mérite un regard : donnez votre avis dans le volet Concord.",
    notAMessage: "Concord ne trie que les messages.",
    failed: "Rien n’a été enregistré. Veuillez réessayer dans le volet Concord.",
  },
  es: {
    saved: (what) => `Guardado: ${what}.`,
    savedHere: (what) => `${what}: guardado en este equipo; se enviará cuando Concord esté disponible.`,
    already: "Este mensaje ya tiene respuesta.",
    openPane: "Este merece una mirada: responda en el panel de Concord.",
    notAMessage: "Concord solo clasifica mensajes.",
    failed: "No se guardó nada. Inténtelo en el panel de Concord.",
  },
  pt: {
    saved: (what) => `Salvo: ${what}.`,
    savedHere: (what) =>
      `${what}: salvo neste computador; será enviado quando for possível acessar o Concord.`,
    already: "Esta mensagem já tem resposta.",
    openPane: "Esta merece uma olhada: responda no painel do Concord.",
    notAMessage: "O Concord só faz a triagem de mensagens.",
    failed: "Nada foi salvo. Tente no painel do Concord.",
  },
  ja: {
    saved: (what) => `保存しました：${what}。`,
    savedHere: (what) => `${what}：このコンピューターに保存しました。Concord に接続でき次第送信されます。`,
    already: "このメッセージには回答済みです。",
    openPane: "確認が必要です。Concord のウィンドウで回答してください。",
    notAMessage: "Concord が仕分けるのはメッセージだけです。",
    failed: "何も保存されませんでした。Concord のウィンドウでお試しください。",
  },
  ar: {
    saved: (what) => `تم الحفظ: ${what}.`,
    savedHere: (what) => `${what}: محفوظ على هذا الحاسوب، وسيُرسل عند توفر Concord.`,
    already: "تمت الإجابة عن هذه الرسالة من قبل.",
    openPane: "هذه الرسالة تحتاج إلى نظرة: يرجى الإجابة في لوحة Concord.",
    notAMessage: "يفرز Concord الرسائل فقط.",
    failed: "لم يُحفظ شيء. يرجى المحاولة في لوحة Concord.",
  },
};
