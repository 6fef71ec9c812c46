/** What the pane says of several selected messages, in Arabic. */
import { pluralIn } from "../../locales/plural.ts";
import type { BatchTexts } from "./en.ts";

const n = pluralIn("ar");

export const ar: BatchTexts = {
  selected: (count: number) =>
    n(count, {
      zero: "لا رسائل محددة",
      one: "رسالة واحدة محددة",
      two: "رسالتان محددتان",
      few: "# رسائل محددة",
      many: "# رسالة محددة",
      other: "# رسالة محددة",
    }),
  reading: (read: number, all: number) => `قُرئت ${read} من ${all}`,
  nothingTogether: "لا شيء هنا متشابه",
  nothingTogetherHint:
    "تؤكد ضغطة واحدة ثلاث رسائل أو أكثر يكون النموذج متأكدًا منها ولها الفئة نفسها والأولوية نفسها.",
  subjectsOnly: "يعرض Outlook هذا على Concord المواضيع فقط، لذا يستند ما يقال هنا إليها وحدها.",
  someSubjectsOnly: (count: number) =>
    n(count, {
      one: "تعذّرت قراءة نص رسالة واحدة؛ ما يقال عنها يستند إلى موضوعها.",
      two: "تعذّرت قراءة نصي رسالتين؛ ما يقال عنهما يستند إلى موضوعيهما.",
      few: "تعذّرت قراءة نصوص # رسائل؛ ما يقال عنها يستند إلى مواضيعها.",
      other: "تعذّرت قراءة نصوص # رسالة؛ ما يقال عنها يستند إلى مواضيعها.",
    }),
  atLeast: (count: number, sure: string) =>
    n(count, {
      one: `رسالة واحدة، الفئة: ${sure} على الأقل`,
      two: `رسالتان، الفئة: ${sure} على الأقل`,
      few: `# رسائل، الفئة: ${sure} على الأقل`,
      other: `# رسالة، الفئة: ${sure} على الأقل`,
    }),
  openFirst: "افتح هذه أولًا",
  openFirstWhy: "اختيرت عشوائيًا.",
  theOthers: (count: number) =>
    n(count, { one: "واحدة أخرى", two: "اثنتان أخريان", few: "# أخرى", other: "# أخرى" }),
  open: "فتح",
  opened: "فُتحت",
  openWhat: (subject: string) => `فتح: ${subject}`,
  openedWhat: (subject: string) => `فُتحت: ${subject}`,
  noText: "(بلا نص)",
  inOutlook: "فتح في Outlook",
  notOpened: "لم يفتح Outlook هذه الرسالة. حددها وحدها لقراءتها.",
  confirm: (count: number, what: string) =>
    n(count, {
      one: `${what} لرسالة واحدة`,
      two: `${what} لرسالتين`,
      few: `${what} لـ # رسائل`,
      other: `${what} لـ # رسالة`,
    }),
  missing: (count: number) =>
    n(count, {
      one: "افتح رسالة واحدة أخرى أولًا.",
      two: "افتح رسالتين أولًا.",
      few: "افتح # رسائل أولًا.",
      other: "افتح # رسالة أولًا.",
    }),
  tooFew: "بقي أقل من ثلاث: أجب عنها واحدة واحدة.",
  notAgreement: "تُحسب مُجابًا عنها، ولا تُحسب أبدًا اتفاقًا مع النموذج.",
  confirmed: (count: number, what: string) =>
    n(count, {
      one: `أكدت رسالة واحدة: ${what}`,
      two: `أكدت رسالتين: ${what}`,
      few: `أكدت # رسائل: ${what}`,
      other: `أكدت # رسالة: ${what}`,
    }),
  undoAll: (count: number, what: string) =>
    n(count, {
      one: `التراجع عن رسالة واحدة: ${what}`,
      two: `التراجع عن رسالتين: ${what}`,
      few: `التراجع عن # رسائل: ${what}`,
      other: `التراجع عن # رسالة: ${what}`,
    }),
  unlabelled: (count: number) =>
    n(count, {
      one: "حُفظ. تعذّر تعيين فئة Outlook لرسالة واحدة.",
      two: "حُفظ. تعذّر تعيين فئة Outlook لرسالتين.",
      few: "حُفظ. تعذّر تعيين فئة Outlook لـ # رسائل.",
      other: "حُفظ. تعذّر تعيين فئة Outlook لـ # رسالة.",
    }),
  oneByOne: (count: number) => `واحدة واحدة (${count})`,
  oneByOneHint: "حدد إحداها في Outlook للإجابة عنها.",
  other: "ليست رسالة يمكن فرزها.",
  few: "أقل من ثلاث من الرسائل المحددة لها الفئة نفسها والأولوية نفسها.",
  announced: (groups: number, done: number, alone: number) =>
    `مجموعات للتأكيد: ${groups}، مؤكدة: ${done}، واحدة واحدة: ${alone}`,
};
