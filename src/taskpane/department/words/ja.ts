/** What the department room says, in Japanese. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("ja");

export const ja: RoomTexts = {
  pagesLabel: "ページ",
  pages: { summary: "概要", objectives: "目標", corrections: "修正", reviews: "レビュー" },
  period: "期間",
  periods: {
    weeks4: "過去 4 週間",
    weeks12: "過去 12 週間",
    weeks52: "過去 52 週間",
    today: "今日",
    custom: "ほかの期間…",
  },
  summaryTitle: (answered, opened) => `開いたメッセージ ${opened} 件中 ${answered} 件に回答`,
  summaryNone: {
    weeks4: "過去 4 週間に開かれたメッセージはありません。",
    weeks12: "過去 12 週間に開かれたメッセージはありません。",
    weeks52: "過去 52 週間に開かれたメッセージはありません。",
    today: "今日はまだメッセージが開かれていません。",
    custom: "この期間に開かれたメッセージはありません。",
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
  manyUnanswered: (answered, asked) => `回答された確認が少数です：${asked} 件中 ${answered} 件。`,
  unansweredBounds: (low, high) => `残りがすべて誤りなら ${low}、すべて正しければ ${high} です。`,
  gapUnknown: (checks) =>
    n(checks, { other: "予測に引きずられているかはまだわかりません：予測を見た確認は # 件です。" }),
  withAndWithout: (shown, blind) => `予測ありで ${shown}、なしで ${blind}：`,
  leaning: {
    leaning: "予測に引きずられています。",
    against: "むしろ予測に逆らう傾向があります。",
    open: "予測に引きずられているかはまだわかりません。",
  },
  gapPoints: (gap, low, high) => `（${gap} ポイント、${low}～${high}）`,
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
    "ブラインドとは予測を見る前の判断で、モデルの正確さを示します。「わからない」はどちらにも数えません。範囲は 95% で、何度見ても成り立ちます。",
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
  withoutPrediction: (count) =>
    n(count, { other: "# 件のメッセージは予測なしで開かれたため、どの行にも入っていません。" }),
  asOf: (time) => `${time} 現在`,
  refresh: "更新",
  fromDay: "開始日",
  toDay: "終了日",
  datesWrong: "開始日は終了日より前、終了日は今日までにしてください。最長 366 日です。",
  sinceReview: (day) => `${day}のレビュー以降`,
  noReviewYet: "最初のレビューの後、ここに変化が表示されます。",
  newVersions: (count) => n(count, { other: "モデルの新しいバージョン # 件。" }),
  wentBackTo: (version) => `モデルをバージョン ${version} に戻しました。`,
  toDecide: "決めること",
  nothingToDecide: "決定を待つものはありません。",
  offTarget: (objective) => `未達：${objective}`,
  gotWorse: (objective) => `悪化中：${objective}`,
  correctionsWait: (count) => n(count, { other: "確認する修正 # 件" }),
  versionWaits: {
    candidate: (version) => `バージョン ${version} が公開を待っています`,
    held: (version) => `バージョン ${version} は保留中：理由を見る`,
  },
  reviewIsOpen: "開いているレビューを続ける",
  overdue: (what, owner, day) => `期限切れ：${what}（${owner}、${day}まで）`,
  figuresTitle: "数値",
  since: (day) => `${day}から`,
  closedSince: (day) =>
    `この部署は${day}に閉じられました。すべて読めますが、ここではもう何も決められません。`,
  explain: (terms) => `説明：${terms.join("、")}`,
  terms: {
    states: {
      name: "達成とそのほかの状態",
      meaning:
        "達成：範囲のすべてが目標の良い側にあります。未達：すべてが反対側にあります。まだ不明：目標が範囲の中にあります。古い：二つのレビューの間に新しい根拠がありません。悪化中：レビュー以降の変化がおそらく実際のもので、悪い方向であるとき、上の状態に添えて表示します。目標を再び達成するか、新しい根拠が確かに良くなるまで残ります。「達成」に添えたものは次のレビューまでです。Concord が計算し、誰も設定できません。",
    },
    range: {
      name: "範囲と n",
      meaning:
        "「86～91」は、本当の割合が 86% から 91% の間にあるという意味です（95% の確かさで、何度見ても成り立ちます）。「n」は数えた確認またはメッセージの件数で、多いほど範囲は狭くなります。目標は、数値の期間の選択に関係なく、合意した日から数えます。",
    },
    points: { name: "ポイント", meaning: "パーセントポイントです。80% から 84% は +4 ポイントです。" },
    change: {
      name: "おそらく実際の変化、偶然かもしれない",
      meaning:
        "前回のレビュー以降に数えたものを、それまでに数えたものと比べます。おそらく実際の変化：差の範囲のすべてがゼロの片側にあります（95% の確かさで、何度見ても成り立ちます）。偶然かもしれない：ゼロが範囲の中にあり、何も変わっていない可能性があります。",
    },
    blind: {
      name: "ブラインド確認",
      meaning:
        "予測を見る前に担当者が判断します。抽選で選ばれ、誰も答えに引きずられません。これがモデルの正しさの割合です。",
    },
    leaning: {
      name: "予測に引きずられること",
      meaning:
        "見えている予測には同意しやすくなります。そこで抽選により、予測を見せる確認と見せない確認を行い、その差で引きずられる度合いを測ります。単位はポイント（パーセントポイント）です。",
    },
    f1: {
      name: "平均 F1",
      meaning:
        "分類ごとに「正解」と「発見」を一つの数値にまとめ、その平均を取ったものです。まれな分類も同じ重みです。",
    },
    calibration: {
      name: "確かさと正しさ",
      meaning:
        "モデルが「80% 確か」と言うとき、10 回に 8 回は正しいはずです。各行は確認の一部で、確かさの低いものから高いものへ並びます。",
    },
    kappa: {
      name: "偶然を超える一致",
      meaning:
        "0 は当て推量と同じ、1 は優先度がいつも同じという意味です。二段階の違いは一段階の四倍の重みです。統計では重み付きカッパと呼びます。ほかの範囲と違い、この範囲は一度だけ見る場合のものです。",
    },
    verdict: {
      name: "判断",
      meaning:
        "担当者が一つのメッセージについて示したもので、予測が正しいか、代わりに何が正しいかです。モデルは承認された判断から学習します。",
    },
    held: {
      name: "保留",
      meaning:
        "新しいバージョンは、公開前に、学習していないメッセージで試されます。合意より悪くなる場合は保留され、前のバージョンが残ります。リーダーはそれでも公開できます。",
    },
    candidate: {
      name: "承認待ち",
      meaning:
        "試験に合格したか比較できなかったもので、この部署ではリーダーが承認してから使われます。それまでは前のバージョンが残ります。",
    },
    forecast: {
      name: "見通し",
      meaning:
        "次のレビューで目標が達成されている可能性をどう見るかです。後で結果と比べます。0 は常に確信して正しいこと、0.25 は毎回「50%」と言った場合で、大きいほど悪い値です。",
    },
    seal: {
      name: "確認番号",
      meaning:
        "終了時にこのページ全体から作られる確認用の番号です。その後に保存内容が変われば番号が合わなくなり、このページに表示されます。",
    },
  },
};
