/** What the department room says, in Japanese. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("ja");

export const ja: RoomTexts = {
  pagesLabel: "ページ",
  pages: { summary: "概要", objectives: "目標", corrections: "訂正", reviews: "レビュー" },
  period: "期間",
  periods: {
    weeks4: "過去 4 週間",
    weeks12: "過去 12 週間",
    weeks52: "過去 52 週間",
    today: "今日",
  },
  summaryTitle: (answered, opened) => `開いたメッセージ ${opened} 件中 ${answered} 件に回答`,
  summaryNone: {
    weeks4: "過去 4 週間に開かれたメッセージはありません。",
    weeks12: "過去 12 週間に開かれたメッセージはありません。",
    weeks52: "過去 52 週間に開かれたメッセージはありません。",
    today: "今日はまだメッセージが開かれていません。",
  },
  rightCategory: "正しい分類",
  betweenFrom: (low, high, checks) => `${low}～${high}、${n(checks, { other: "ブラインド確認 # 件" })}`,
  notYetKnown: "まだわかりません",
  blindChecksSoFar: (checks) =>
    checks === 0
      ? "ブラインド確認はまだありません。"
      : n(checks, { other: "これまでのブラインド確認は # 件です。" }),
  checksMissing: (missing) => n(missing, { other: "最初の数値まであと # 件必要です。" }),
  blindChecksOff: "この部署ではオフになっているため、判断の材料がありません。",
  blindChecksHint:
    "ブラインド確認では、予測を見る前に担当者が判断します。Concord は毎日数件だけお願いします。",
  manyUnanswered: (answered, asked) => `未回答が多くあります：${asked} 件中 ${answered} 件に回答。`,
  unansweredBounds: (low, high) => `残りがすべて誤りなら ${low}、すべて正しければ ${high} です。`,
  gapUnknown: (checks) =>
    n(checks, { other: "予測に引きずられているかはまだわかりません：予測を見た確認は # 件です。" }),
  withAndWithout: (shown, blind) => `予測ありで ${shown}、なしで ${blind}：`,
  leaning: {
    leaning: "予測に引きずられています。",
    against: "むしろ予測に逆らう傾向があります。",
    open: "予測に引きずられているかはまだわかりません。",
  },
  gapPoints: (gap, low, high) => `(${gap} ポイント、${low}～${high})`,
  figures: "数値と方法",
  agreement: "一致",
  armNames: { blind: "ブラインド", assisted: "予測あり" },
  bothFields: "両方",
  asksAnswered: "回答された依頼",
  of: (part, whole) => `${whole} 件中 ${part} 件`,
  noChecks: "確認なし",
  range: (low, high) => `${low}～${high}`,
  rangeOf: (low, high, checks) => `${low}～${high}、n\u00a0=\u00a0${checks}`,
  method:
    "ブラインドとは予測を見る前の判断で、モデルの正確さを示します。「わからない」はどちらにも数えません。範囲は 95 % で、何度見ても成り立ちます。",
  byWeek: "週ごとの正しい分類",
  weeksChart: "ブラインド確認で分類が正しかった割合を週ごとに示します。数値は下の表にあります。",
  weeksHint: "点：その週の割合。棒：その範囲。灰色：期間全体の範囲。",
  weeksEmpty: "この期間にブラインド確認はありません。最初の 1 件から推移が始まります。",
  asTable: "表で見る",
  weekFrom: "週の始まり",
  interval: "範囲",
  checks: "確認",
  mostConfused: "混同が多い組",
  modelSaid: "モデル",
  staffSaid: "担当者",
  times: "回数",
  states: {
    confirmed: "確定",
    corrected: "修正",
    unsure: "わからない",
    unpredicted: "予測なしで回答",
    shown: "表示、未回答",
    neverShown: "未表示",
  },
  stateHint: "判断なしで見ただけのものは同意ではなく、別に数えます。",
  byCategory: "予測された分類別",
  category: "分類",
  opened: "開封",
  answered: "回答",
  asOf: (time) => `${time} 現在`,
  refresh: "更新",
};
