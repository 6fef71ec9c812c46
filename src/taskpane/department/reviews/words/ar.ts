/** What the reviews page says, in Arabic. */
import { pluralIn } from "../../../locales/plural.ts";
import type { ReviewTexts } from "./en.ts";

const n = pluralIn("ar");

const kinds: ReviewTexts["kinds"] = {
  keepTarget: "إبقاء الهدف",
  changeTarget: "تغيير الهدف",
  retrain: "إعادة تدريب النموذج",
  changeTaxonomy: "تغيير الفئات أو التعريفات",
  rollBack: "العودة إلى نموذج سابق",
  changeBlindShare: "تغيير نسبة الفحوص العمياء",
  stop: "إيقاف",
};
const outcomes: ReviewTexts["outcomes"] = { open: "مفتوح", done: "تم", dropped: "أُلغي" };

export const ar: ReviewTexts = {
  dueOn: (day) => `المراجعة القادمة في ${day}.`,
  isDue: "حان موعد مراجعة.",
  noRhythm: "تتبع المراجعات وتيرة الأهداف؛ اتفقوا على هدف أولًا.",
  prepare: "تحضير المراجعة",
  openNow: "فتح مراجعة الآن",
  isOpen: (day) => `مراجعة مفتوحة منذ ${day}.`,
  goOn: "متابعة المراجعة",
  past: "مراجعات مغلقة",
  none: "لا مراجعات بعد",
  noneHint: "تنظر المراجعة في كل هدف، وفيما قُرر آخر مرة، وفيما يُقرر بعد ذلك.",
  closedBy: (day, who, decisions) =>
    [
      day,
      who,
      n(decisions, {
        zero: "بلا قرارات",
        one: "قرار واحد",
        two: "قراران",
        few: "# قرارات",
        many: "# قرارًا",
        other: "# قرار",
      }),
    ]
      .filter(Boolean)
      .join("، "),
  score: (error, count) =>
    `التقديرات حتى الآن: بُعدها ${error}، من ${n(count, { one: "تقدير محسوم واحد", two: "تقديرين محسومين", few: "# تقديرات محسومة", many: "# تقديرًا محسومًا", other: "# تقدير محسوم" })} (0: صائب دائمًا؛ 0.25: ليس أفضل من رمي عملة).`,
  title: (day) => `مراجعة ${day}`,
  period: (from, to) => `الأدلة من ${from} إلى ${to}`,
  followUps: "ما قُرر آخر مرة",
  noFollowUps: "لم يُقرر شيء آخر مرة.",
  sinceThen: (before, now) => `النسبة حينها ${before} والآن ${now}`,
  foretold: (objective, chance, came) => `${objective}: تقدير ${chance}، ${came}`,
  came: { met: "وقد تحقق", notMet: "ولم يتحقق", open: "غير معروف بعد" },
  objectives: "الأهداف",
  noObjectives: "لا هدف ساريًا الآن.",
  changed: (points) => `${points} نقطة منذ المراجعة الأخيرة`,
  sinceLast: (since, counted, before, points, verdict) =>
    `منذ المراجعة الأخيرة \u2068${since}\u2069، \u2068العدد\u00a0${counted}\u2069؛ وحتى ذلك الحين \u2068${before}\u2069: ${points} نقطة، ${verdict}`,
  likelyReal: "حقيقي على الأرجح",
  couldBeChance: "قد يكون صدفة",
  nothingSince: "لم يُحسب شيء جديد منذ المراجعة الأخيرة.",
  nothingBefore: (since, counted) =>
    `منذ المراجعة الأخيرة \u2068${since}\u2069، \u2068العدد\u00a0${counted}\u2069؛ ولم يُحسب شيء قبلها.`,
  firstTime: "يُنظر إليه أول مرة.",
  agenda: "للنقاش معًا",
  contested: (model, staff, times) => `النموذج ${model}، الفريق ${staff}: ${times}`,
  unclear: (category, times) => `قيل إن التعريف غير واضح: ${category}، ${times}`,
  proposals: (count) =>
    n(count, {
      one: "اقتراح واحد ينتظر قرارًا.",
      two: "اقتراحان ينتظران قرارًا.",
      few: "# اقتراحات تنتظر قرارًا.",
      many: "# اقتراحًا ينتظر قرارًا.",
      other: "# اقتراح ينتظر قرارًا.",
    }),
  noAgenda: "لا شيء للنقاش.",
  model: "النموذج والتصحيحات",
  blind: (share, low, high, checks) =>
    `الفئة الصحيحة في الفحوص العمياء: ${share}، بين ${low} و${high}، \u2068العدد\u00a0${checks}\u2069.`,
  noBlind: "لا فحوص عمياء في هذه المدة.",
  gap: (points, low, high) =>
    `الفئة الصحيحة مع ظهور التوقع مقارنة بالفحص الأعمى: ${points} نقطة، بين ${low} و${high}:`,
  noGap: "لا فحوص بعد من الجانبين: لا يُعرف هل يعتمد الفريق على التوقع.",
  steady: (checks) => `الأخطاء مستقرة في الفحوص العمياء، وعددها ${checks}.`,
  drifted: (before, after, day) =>
    `انتقلت الأخطاء في الفحوص العمياء من ${before} إلى ${after}، ولوحظ ذلك في ${day}.`,
  receipts: (total, right, wrong, waiting, declined, unasked) =>
    `التصحيحات ${total}: صحيح الآن ${right}، ما زال خطأ ${wrong}، في الانتظار ${waiting}، مرفوض ${declined}${unasked ? `، تُعلّمت ولم تُسأل من جديد ${unasked}` : ""}.`,
  version: (version, day, live, state) =>
    [`إصدار النموذج ${version}`, day, live, state].filter(Boolean).join("، "),
  published: (day) => `نُشر ${day}`,
  versionStates: {
    held: "موقوف، غير مستخدم",
    candidate: "ينتظر الموافقة، غير مستخدم",
    retired: "استُبدل بعدها",
    rolledBack: "سُحب بعدها",
    live: "مستخدم الآن",
  },
  noVersions: "لم يُدرَّب أي إصدار للنموذج.",
  decisions: "القرارات",
  noDecisions: "لا قرار بعد.",
  kinds,
  outcomes,
  outcome: "النتيجة",
  leadSettles: "يذكر مسؤول القسم ما آل إليه.",
  ownerDue: (owner, day) => `${owner}، حتى ${day}`,
  what: "ما يُقرر",
  about: "بخصوص",
  nothingSpecial: "لا هدف بعينه",
  note: "ملاحظة (اختيارية)",
  owner: "المسؤول",
  due: "الموعد",
  add: "إضافة",
  needed: "لا بد منه قبل الإضافة.",
  remove: (what) => `إزالة: ${what}`,
  forecasts: "التقدير",
  forecastAsk: "ما احتمال أن يتحقق كل هدف في المراجعة القادمة؟",
  noForecast: "لا تقدير",
  closing: "الإغلاق",
  closeHint: "الإغلاق يثبّت كل هذا؛ بعده لا يمكن إلا وسم القرار بأنه تم أو أُلغي.",
  followUpsOpen: (count) =>
    n(count, {
      one: "ما زال قرار واحد من المرة السابقة مفتوحًا.",
      two: "ما زال قراران من المرة السابقة مفتوحين.",
      few: "ما زالت # قرارات من المرة السابقة مفتوحة.",
      many: "ما زال # قرارًا من المرة السابقة مفتوحًا.",
      other: "ما زال # قرار من المرة السابقة مفتوحًا.",
    }),
  unforeseen: (count) =>
    n(count, {
      one: "هدف واحد بلا تقدير.",
      two: "هدفان بلا تقدير.",
      few: "# أهداف بلا تقدير.",
      many: "# هدفًا بلا تقدير.",
      other: "# هدف بلا تقدير.",
    }),
  close: "إغلاق المراجعة",
  reallyClose: "نعم، أغلقها",
  frozen: (day, who) => [`أُغلقت في ${day}`, who].filter(Boolean).join("، "),
  seal: (seal) => `رقم التحقق ${seal}`,
  tampered: "تغيّر المحفوظ بعد الإغلاق.",
  copyText: "نسخ كنص",
  copied: "نُسخ",
  saveCsv: "حفظ CSV",
  print: "طباعة",
  pack: "حزمة الأدلة (zip)",
  packHint: "الأهداف والفحوص العمياء وإصدارات النموذج والمراجعات وسجل التدقيق مع أداة تحقق. بلا أي بريد.",
  csvHead: [
    "الهدف",
    "القيمة المستهدفة",
    "النسبة",
    "من",
    "إلى",
    "الفحوص",
    "الحالة",
    "النسبة في المراجعة الأخيرة",
  ],
};
