/** What the form of a department says beside its fields, in Japanese. */
import type { EditingTexts } from "./en.ts";

export const ja: EditingTexts = {
  unsaved: "まだ保存していません。変更は、このパネルを開いている間ここに残ります。",
  unsavedMark: "未保存の変更があります",
  discarded: "変更を破棄しました。",
  limits: (from, to) => `${from} から ${to} まで。`,
  outside: (from, to) => `${from} から ${to} までの数を入力してください。`,
  outsideWhole: (from, to) => `${from} から ${to} までの整数を入力してください。`,
  notSaved: (count) => `保存していません。見直しが必要な値：${count}`,
  faults: {
    empty: "入力してください。",
    long: (most) => `${most} 文字までです。`,
    many: (most) => `${most} 件までです。`,
    few: (fewest) => `分類は ${fewest} つ以上必要です。`,
    form: "書き方が正しくありません。",
    twice: "ほかの分類が同じ短い名前を使っています。",
    sameName: "ほかの分類が同じ名前を使っています。",
    reads: "このプロトコルは本文を読みます。「方針」で、本文がメールボックスから出る設定を選んでください。",
    successor: "閉鎖していない部署を選んでください。",
    refused: "サーバーが受け付けません。",
  },
  inLanguage: (language, what) => `${language}：${what}`,
  saving:
    "保存すると分類の新しいバージョンができます。これまでの回答は残ります。定義や言い回しが変わると内蔵モデルは再学習され、すぐに使われます。名前だけの変更では再学習されません。分類が増減すると、以前のモデルのバージョンは復元できません。モデルの判断が変わるメッセージがあれば、14 日間ブラインド確認が増えます。",
  oldNames: (languages) => `まだ元の名前の言語：${languages}。`,
  oldOutlook: (name) => `Outlook の分類項目は「${name}」のままです。`,
  modelVersions:
    "内蔵モデルのバージョンの公開と復元は、リーダーが「部署」の「修正」、「すべてのバージョン」で行います。",
  split: "この分類を分ける",
  splitHint:
    "新しい分類に名前と定義を付けてください。元の分類の言い回しを引き継いでいます。それぞれで、もう一方に属するものを消し、元の定義を狭めてください。",
  toVersions: "モデルのバージョンへ",
  toMerging: "分類の統合へ",
  merging:
    "分類を 2 つまとめるには、リーダーが「部署」の「修正」、「分類を統合」で行います。分けるには、ここでその分類を開き、「この分類を分ける」を押してください。",
};
