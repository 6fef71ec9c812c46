/** What the department room says, in Arabic. */
import { pluralIn } from "../../locales/plural.ts";
import type { RoomTexts } from "./en.ts";

const n = pluralIn("ar");

export const ar: RoomTexts = {
  pagesLabel: "الصفحات",
  pages: { summary: "نظرة عامة", objectives: "الأهداف", corrections: "التصحيحات", reviews: "المراجعات" },
  period: "الفترة",
  periods: {
    weeks4: "آخر 4 أسابيع",
    weeks12: "آخر 12 أسبوعًا",
    weeks52: "آخر 52 أسبوعًا",
    today: "اليوم",
  },
  summaryTitle: (answered, opened) => `أُجيب عن ${answered} من ${opened} رسالة مفتوحة`,
  summaryNone: {
    weeks4: "لم تُفتح أي رسالة في آخر 4 أسابيع.",
    weeks12: "لم تُفتح أي رسالة في آخر 12 أسبوعًا.",
    weeks52: "لم تُفتح أي رسالة في آخر 52 أسبوعًا.",
    today: "لم تُفتح أي رسالة اليوم بعد.",
  },
  rightCategory: "الفئة الصحيحة",
  betweenFrom: (low, high, checks) =>
    `بين ${low} و${high}، من ${n(checks, { one: "فحص أعمى واحد", two: "فحصين أعميين", few: "# فحوص عمياء", many: "# فحصًا أعمى", other: "# فحص أعمى" })}`,
  notYetKnown: "غير معروف بعد",
  blindChecksSoFar: (checks) =>
    n(checks, {
      zero: "لا فحوص عمياء حتى الآن.",
      one: "فحص أعمى واحد حتى الآن.",
      two: "فحصان أعميان حتى الآن.",
      few: "# فحوص عمياء حتى الآن.",
      many: "# فحصًا أعمى حتى الآن.",
      other: "# فحص أعمى حتى الآن.",
    }),
  checksMissing: (missing) =>
    n(missing, {
      one: "يلزم فحص واحد آخر لأول رقم.",
      two: "يلزم فحصان آخران لأول رقم.",
      few: "يلزم # فحوص أخرى لأول رقم.",
      many: "يلزم # فحصًا آخر لأول رقم.",
      other: "يلزم # فحص آخر لأول رقم.",
    }),
  blindChecksOff: "إنها متوقفة في هذا القسم، فلا شيء يُقاس به.",
  blindChecksHint: "في الفحص الأعمى يقرر الزميل قبل أن يظهر التوقع. يطلب Concord عددًا قليلًا منها كل يوم.",
  manyUnanswered: (answered, asked) => `أسئلة كثيرة بلا إجابة: أُجيب عن ${answered} من ${asked}.`,
  unansweredBounds: (low, high) => `لو كان الباقي كله خطأ، أو كله صوابًا، لكانت ${low} أو ${high}.`,
  gapUnknown: (checks) =>
    n(checks, {
      zero: "لا يُعرف بعد هل يعتمد الفريق على التوقع: لا فحوص مع ظهوره حتى الآن.",
      one: "لا يُعرف بعد هل يعتمد الفريق على التوقع: فحص واحد مع ظهوره حتى الآن.",
      two: "لا يُعرف بعد هل يعتمد الفريق على التوقع: فحصان مع ظهوره حتى الآن.",
      few: "لا يُعرف بعد هل يعتمد الفريق على التوقع: # فحوص مع ظهوره حتى الآن.",
      many: "لا يُعرف بعد هل يعتمد الفريق على التوقع: # فحصًا مع ظهوره حتى الآن.",
      other: "لا يُعرف بعد هل يعتمد الفريق على التوقع: # فحص مع ظهوره حتى الآن.",
    }),
  withAndWithout: (shown, blind) => `مع ظهور التوقع ${shown}، وبدونه ${blind}:`,
  leaning: {
    leaning: "يعتمد الفريق عليه.",
    against: "يميل الفريق إلى مخالفته.",
    open: "لا يُعرف بعد هل يعتمد الفريق عليه.",
  },
  gapPoints: (gap, low, high) => `(${gap} نقطة، بين ${low} و${high})`,
  figures: "الأرقام والطريقة",
  agreement: "التوافق",
  armNames: { blind: "أعمى", assisted: "مع التوقع" },
  bothFields: "كلاهما",
  asksAnswered: "أسئلة مُجابة",
  of: (part, whole) => `${part} من ${whole}`,
  noChecks: "لا فحوص",
  range: (low, high) => `${low}–${high}`,
  rangeOf: (low, high, checks) => `${low}–${high}، العدد ${checks}`,
  method:
    "أعمى: قرار سبق رؤية التوقع، وهو دقة النموذج. «لست متأكدًا» لا تُحسب مع أو ضد. المجالات بثقة 95% وتصح مهما تكرر النظر.",
  byWeek: "الفئة الصحيحة أسبوعيًا",
  weeksChart: "نسبة الفئات الصحيحة في الفحوص العمياء، أسبوعًا بعد أسبوع. الأرقام في الجدول أدناه.",
  weeksHint: "النقطة: نسبة الأسبوع. العمود: مجالها. المساحة الرمادية: مجال الفترة كلها.",
  weeksEmpty: "لا فحوص عمياء في هذه الأسابيع؛ يبدأ المسار بأولها.",
  asTable: "كجدول",
  weekFrom: "أسبوع من",
  interval: "المجال",
  checks: "الفحوص",
  mostConfused: "الأكثر التباسًا",
  modelSaid: "قال النموذج",
  staffSaid: "قال الفريق",
  times: "المرات",
  states: {
    confirmed: "مؤكدة",
    corrected: "مصححة",
    unsure: "غير أكيدة",
    unpredicted: "مُجابة بلا توقع",
    shown: "شوهدت بلا إجابة",
    neverShown: "لم تُعرض",
  },
  stateHint: "المشاهدة بلا حكم ليست موافقة، وتُحسب على حدة.",
  byCategory: "بحسب الفئة المتوقعة",
  category: "الفئة",
  opened: "مفتوحة",
  answered: "مُجابة",
  asOf: (time) => `حتى ${time}`,
  refresh: "تحديث",
};
