/** What the form of a department says beside its fields, in Arabic. */
import { pluralIn } from "../../../locales/plural.ts";
import type { EditingTexts } from "./en.ts";

const n = pluralIn("ar");

export const ar: EditingTexts = {
  unsaved: "لم يُحفظ بعد. تبقى تغييراتك هنا ما دام هذا الجزء مفتوحًا.",
  unsavedMark: "تغييرات لم تُحفظ بعد",
  discarded: "تم تجاهل التغييرات.",
  limits: (from, to) => `من ${from} إلى ${to}.`,
  outside: (from, to) => `أدخل عددًا من ${from} إلى ${to}.`,
  outsideWhole: (from, to) => `أدخل عددًا صحيحًا من ${from} إلى ${to}.`,
  notSaved: (count) =>
    n(count, {
      one: "لم يُحفظ: قيمة واحدة تحتاج إلى مراجعة.",
      two: "لم يُحفظ: قيمتان تحتاجان إلى مراجعة.",
      few: "لم يُحفظ: # قيم تحتاج إلى مراجعة.",
      other: "لم يُحفظ: # قيمة تحتاج إلى مراجعة.",
    }),
  faults: {
    empty: "املأ هذا الحقل.",
    long: (most) => `${most} حرف على الأكثر.`,
    many: (most) => `${most} إدخال على الأكثر.`,
    few: (fewest) => `الحد الأدنى للفئات: ${fewest}.`,
    form: "هذا غير مكتوب كما ينبغي.",
    twice: "لفئة أخرى هذا الاسم القصير.",
    reads: "هذا البروتوكول يقرأ النص. في القواعد، اختر أن يغادر النص صندوق البريد.",
    successor: "اختر قسمًا مفتوحًا.",
    refused: "لا يقبل الخادم هذا.",
  },
  inLanguage: (language, what) => `${language}: ${what}`,
  saving:
    "الحفظ يصنع إصدارًا جديدًا من الفئات. تبقى الإجابات السابقة. يُدرَّب النموذج المدمج من جديد ويُستخدم فورًا. إذا أُضيفت فئات أو أزيلت فلا يمكن استعادة إصدارات النموذج السابقة. وإذا رأى النموذج بعض الرسائل على نحو آخر فتزداد الفحوص دون توقع لمدة 14 يومًا.",
  oldNames: (languages) => `لا يزال الاسم القديم في: ${languages}.`,
  oldOutlook: (name) => `تبقى فئة Outlook «${name}».`,
  modelVersions: "ينشر المسؤولون إصدارات النموذج المدمج ويستعيدونها: القسم، التصحيحات، كل الإصدارات.",
  merging:
    "يدمج المسؤولون فئتين من القسم، التصحيحات، دمج الفئات. لتقسيم فئة، أضف هنا فئة وضيّق تعريف القديمة.",
};
