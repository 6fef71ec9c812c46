/** What the reviews page says, in Japanese. */
import type { ReviewTexts } from "./en.ts";

const number = new Intl.NumberFormat("ja");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "目標を維持",
  changeTarget: "目標を変更",
  retrain: "モデルを再学習",
  changeTaxonomy: "分類や定義を変更",
  rollBack: "以前のモデルに戻す",
  changeBlindShare: "ブラインド確認の割合を変更",
  stop: "中止",
};
const outcomes: ReviewTexts["outcomes"] = { open: "未了", done: "完了", dropped: "取りやめ" };

export const ja: ReviewTexts = {
  dueOn: (day) => `次のレビューは${day}です。`,
  isDue: "レビューの時期です。",
  noRhythm: "レビューは目標の頻度に従います。まず目標を合意してください。",
  prepare: "レビューを準備",
  openNow: "今レビューを開く",
  isOpen: (day) => `${day}からレビューが開いています。`,
  goOn: "レビューを続ける",
  past: "終了したレビュー",
  none: "レビューはまだありません",
  noneHint: "レビューでは、各目標、前回の決定、次に決めることを確認します。",
  closedBy: (day, who, decisions) =>
    [day, who, `決定 ${number.format(decisions)} 件`].filter(Boolean).join("、"),
  score: (error, count) =>
    `これまでの見通し：判定済み ${number.format(count)} 件でずれ ${error}（0 は常に正しい、0.25 はコイン投げと同じ）。`,
  title: (day) => `${day}のレビュー`,
  period: (from, to) => `${from}から${to}までの根拠`,
  followUps: "前回の決定",
  noFollowUps: "前回の決定はありません。",
  sinceThen: (before, now) => `当時の割合 ${before}、現在 ${now}`,
  foretold: (objective, chance, came) => `${objective}：見通し ${chance}、${came}`,
  came: { met: "達成されました", notMet: "達成されませんでした", open: "まだ不明です" },
  objectives: "目標",
  noObjectives: "現在有効な目標はありません。",
  changed: (points) => `前回のレビューから ${points} ポイント`,
  sinceLast: (since, counted, before, points, verdict) =>
    `前回のレビュー以降 ${since}（n\u00a0=\u00a0${counted}）、それまで ${before}：${points} ポイント、${verdict}`,
  likelyReal: "おそらく実際の変化",
  couldBeChance: "偶然かもしれません",
  nothingSince: "前回のレビュー以降、新しく数えたものはありません。",
  nothingBefore: (since, counted) =>
    `前回のレビュー以降 ${since}（n\u00a0=\u00a0${counted}）。それ以前は数えていません。`,
  firstTime: "初めての確認です。",
  agenda: "みんなで話し合うこと",
  contested: (model, staff, times) => `モデル ${model}、担当者 ${staff}：${times}`,
  unclear: (category, times) => `定義が不明確との声：${category}、${times}`,
  proposals: (count) => `${number.format(count)} 件の提案が決定を待っています。`,
  noAgenda: "話し合うことはありません。",
  model: "モデルと修正",
  blind: (share, low, high, checks) =>
    `ブラインド確認での正しい分類：${share}、${low} から ${high} の間、n\u00a0=\u00a0${checks}。`,
  noBlind: "この期間のブラインド確認はありません。",
  gap: (points, low, high) =>
    `正しい分類の割合、予測を見た場合とブラインドの差：${points} ポイント（${low} から ${high} の間）：`,
  noGap: "両方の確認がまだそろっていないため、予測に引きずられているかはわかりません。",
  steady: (checks) => `${checks} 件のブラインド確認で誤りは安定しています。`,
  drifted: (before, after, day) =>
    `ブラインド確認の誤りが ${before} から ${after} になりました（${day}に検知）。`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `修正 ${total}：今は正しい ${right}、まだ誤り ${wrong}、待機中 ${waiting}、不承認 ${declined}${unasked ? `、学習済みで再確認前 ${unasked}` : ""}。`,
  version: (version, day, live, state) =>
    [`モデルのバージョン ${version}`, day, live, state].filter(Boolean).join("、"),
  published: (day) => `${day}公開`,
  versionStates: {
    held: "保留中、未公開",
    candidate: "承認待ち、未公開",
    retired: "その後置き換え",
    rolledBack: "その後取り下げ",
    live: "公開中",
  },
  noVersions: "学習されたモデルのバージョンはありません。",
  decisions: "決定",
  noDecisions: "決定はまだありません。",
  kinds,
  outcomes,
  outcome: "結果",
  leadSettles: "その後どうなったかは、部署のリーダーが記録します。",
  ownerDue: (owner, day) => `${owner}、${day}まで`,
  what: "決めること",
  about: "対象",
  nothingSpecial: "特定の目標なし",
  note: "メモ（任意）",
  owner: "責任者",
  due: "期限",
  add: "追加",
  needed: "追加するには入力が必要です。",
  remove: (what) => `削除：${what}`,
  forecasts: "見通し",
  forecastAsk: "それぞれ、次のレビューで達成されている可能性は？",
  noForecast: "見通しなし",
  closing: "終了",
  closeHint: "終了するとすべてが固定されます。その後、決定は完了か取りやめにのみできます。",
  followUpsOpen: (count) => `前回の決定 ${number.format(count)} 件がまだ未完了です。`,
  unforeseen: (count) => `${number.format(count)} 件の目標に見通しがありません。`,
  close: "レビューを終了",
  reallyClose: "はい、終了します",
  frozen: (day, who) => [`${day}に終了`, who].filter(Boolean).join("、"),
  seal: (seal) => `確認番号 ${seal}`,
  tampered: "保存内容が終了後に変更されています。",
  copyText: "テキストをコピー",
  copied: "コピーしました",
  saveCsv: "CSV で保存",
  print: "印刷",
  pack: "根拠一式（zip）",
  packHint:
    "目標、ブラインド確認、モデルのバージョン、レビュー、検証プログラム付き監査ログ。メールは含みません。",
  csvHead: ["目標", "目標値", "割合", "下限", "上限", "確認数", "状態", "前回の割合"],
};
