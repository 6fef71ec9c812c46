/** What the pane says of several selected messages, in Japanese. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("ja");

export const ja: BatchTexts = {
  selected: (count: number) => n(count, { other: "# 件のメッセージを選択中" }),
  reading: (read: number, all: number) => `${all} 件中 ${read} 件を読み取りました`,
  nothingTogether: "まとめられるものはありません",
  nothingTogetherHint:
    "1 回の操作で確定できるのは、モデルに確信があり、分類と優先度が同じメッセージが 3 件以上あるときです。",
  subjectsOnly: "この Outlook は件名だけを Concord に渡すため、ここでの候補は件名だけに基づきます。",
  someSubjectsOnly: (count: number) =>
    n(count, { other: "# 件は本文を読めなかったため、件名に基づいています。" }),
  atLeast: (count: number, sure: string) => n(count, { other: `# 件、分類はいずれも「${sure}」以上` }),
  openFirst: "先に開くもの",
  openFirstWhy: "無作為に選ばれました。",
  theOthers: (count: number) => n(count, { other: "ほか # 件" }),
  open: "開く",
  opened: "開封済み",
  openWhat: (subject: string) => `開く：${subject}`,
  openedWhat: (subject: string) => `開封済み：${subject}`,
  noText: "（本文なし）",
  inOutlook: "Outlook で開く",
  notOpened: "Outlook がこのメッセージを開けませんでした。1 件だけ選んで読んでください。",
  confirm: (count: number, what: string) => n(count, { other: `# 件を ${what} に確定` }),
  missing: (count: number) => n(count, { other: "先にあと # 件を開いてください。" }),
  tooFew: "残りが 3 件未満です。1 件ずつ回答してください。",
  notAgreement: "回答済みとして数えますが、モデルとの一致には数えません。",
  confirmed: (count: number, what: string) => n(count, { other: `# 件を ${what} に確定しました` }),
  undoAll: (count: number, what: string) => n(count, { other: `# 件を元に戻す：${what}` }),
  unlabelled: (count: number) =>
    n(count, { other: "保存しました。# 件の Outlook の分類項目は設定できませんでした。" }),
  oneByOne: (count: number) => `個別に確認（${count}）`,
  oneByOneHint: "Outlook で 1 件を選ぶと回答できます。",
  other: "仕分けできるメッセージではありません。",
  few: "選択した中に、分類と優先度が同じものが 3 件ありません。",
  announced: (groups: number, done: number, alone: number) =>
    `確定できるグループ ${groups}、確定済み ${done}、個別 ${alone}`,
};
