/** Named samples for tests and the storyboard: a department, its people, its mail, and each state of the screen. */
import type { OpenMessage } from "../../outlook/selection.ts";
import { type DepartmentView, defaultPolicy, type Me } from "../../triage/department.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Asking, Question, Screen } from "../triage/state.ts";

export const now = Date.UTC(2026, 10, 23, 9, 30);

const category = (id: string, en: string, de: string, fr: string, es: string, ar: string) => ({
  id,
  name: { en, de, fr, es, ar },
  definition: { en: `Everything about ${en.toLowerCase()}.`, de: `Alles zu ${de}.`, ar: `كل ما يخص ${ar}.` },
  outlookCategory: en,
});

const priorityDefinition = (id: "low" | "normal" | "high" | "urgent") => ({
  id,
  definition: { en: `Priority ${id}.` },
});

export const service: DepartmentView = {
  id: "customer-service",
  name: {
    en: "Customer service",
    de: "Kundendienst",
    fr: "Service client",
    es: "Atención al cliente",
    ar: "خدمة العملاء",
  },
  role: "lead",
  taxonomy: {
    version: 1,
    categories: [
      category("billing", "Billing", "Rechnung", "Facturation", "Facturación", "الفواتير"),
      category("complaint", "Complaint", "Beschwerde", "Réclamation", "Reclamación", "شكوى"),
      category(
        "contract",
        "Contract change",
        "Vertragsänderung",
        "Modification de contrat",
        "Cambio de contrato",
        "تعديل العقد",
      ),
      category("delivery", "Delivery", "Lieferung", "Livraison", "Entrega", "التوصيل"),
      category(
        "return",
        "Return and refund",
        "Rückgabe und Erstattung",
        "Retour et remboursement",
        "Devolución y reembolso",
        "الإرجاع والاسترداد",
      ),
      category(
        "technical",
        "Technical problem",
        "Technisches Problem",
        "Problème technique",
        "Problema técnico",
        "مشكلة تقنية",
      ),
      category(
        "account",
        "Account and access",
        "Konto und Zugang",
        "Compte et accès",
        "Cuenta y acceso",
        "الحساب والدخول",
      ),
      category(
        "product",
        "Product question",
        "Frage zum Produkt",
        "Question produit",
        "Pregunta sobre producto",
        "سؤال عن المنتج",
      ),
      category("praise", "Praise", "Lob", "Compliment", "Elogio", "ثناء"),
      category("other", "Other", "Sonstiges", "Autre", "Otro", "أخرى"),
    ],
    priorities: [
      priorityDefinition("low"),
      priorityDefinition("normal"),
      priorityDefinition("high"),
      priorityDefinition("urgent"),
    ],
  },
  policy: defaultPolicy,
  mailboxes: ["service@northwind.example"],
};

export const helpDesk: DepartmentView = {
  ...service,
  id: "it-help-desk",
  name: {
    en: "IT help desk",
    de: "IT-Support",
    fr: "Assistance informatique",
    es: "Soporte informático",
    ar: "الدعم التقني",
  },
  role: "staff",
  mailboxes: ["helpdesk@northwind.example"],
};

export const me: Me = {
  person: { name: "Amara Okafor" },
  roles: ["staff"],
  departments: [service],
  otherDepartments: [
    { id: service.id, name: service.name },
    { id: helpDesk.id, name: helpDesk.name },
    { id: "human-resources", name: { en: "Human resources", de: "Personal", ar: "الموارد البشرية" } },
  ],
  departmentId: service.id,
  featureKey: "0123456789abcdef0123456789abcdef",
  recent: [
    {
      feedbackId: "01932f5e-7c00-7000-8000-0123456789aa",
      predictionId: "01932f5e-7c00-7000-8000-0123456789ba",
      departmentId: service.id,
      outcome: "confirmed",
      category: "delivery",
      priority: "normal",
      state: "accepted",
      at: now - 600_000,
    },
    {
      feedbackId: "01932f5e-7c00-7000-8000-0123456789ab",
      predictionId: "01932f5e-7c00-7000-8000-0123456789bb",
      departmentId: service.id,
      outcome: "corrected",
      category: "complaint",
      priority: "urgent",
      state: "received",
      at: now - 2_400_000,
    },
  ],
  receipts: { corrections: 14, nowRight: 9, stillWrong: 0, waiting: 3, declined: 2 },
  now,
};

export const invoice: OpenMessage = {
  fingerprint: "invoice",
  internetMessageId: "<invoice-4711@acme.example>",
  itemId: "AAMk-invoice",
  subject: "Invoice 4711: wrong amount",
  senderName: "Acme GmbH",
  senderAddress: "billing@acme.example",
  receivedAt: now - 78 * 60_000,
};

const spread = (top: [string, number][], rest: number): Prediction["categories"] => {
  const named = top.map(([id, probability]) => ({ category: id, probability }));
  const others = service.taxonomy.categories.filter(({ id }) => !top.some(([name]) => name === id));
  return [...named, ...others.map(({ id }) => ({ category: id, probability: rest / others.length }))];
};

export const sure: Prediction = {
  categories: spread(
    [
      ["billing", 0.92],
      ["complaint", 0.04],
      ["contract", 0.02],
    ],
    0.02,
  ),
  priorities: [
    { priority: "high", probability: 0.8 },
    { priority: "normal", probability: 0.1 },
    { priority: "urgent", probability: 0.08 },
    { priority: "low", probability: 0.02 },
  ],
  likely: ["billing"],
  modelVersion: "11",
  evidence: [],
};

export const torn: Prediction = {
  ...sure,
  categories: spread(
    [
      ["complaint", 0.38],
      ["return", 0.33],
      ["billing", 0.17],
      ["delivery", 0.08],
    ],
    0.04,
  ),
  likely: ["complaint", "return", "billing"],
};

export const question: Question = {
  message: invoice,
  messageRef: "r".repeat(43),
  departmentId: service.id,
  predictionId: "01932f5e-7c00-7000-8000-0123456789ab",
  bodyRead: true,
  shownAt: now,
  draft: { presses: 0 },
};

const evidence = ["invoice", "wrong amount", "credit note"];
export const predicted: Asking = { kind: "predicted", question, prediction: sure, evidence };
export const severalFit: Asking = {
  kind: "severalFit",
  question,
  prediction: torn,
  evidence: ["refund", "third time"],
};
export const yourCallFirst: Asking = { kind: "yourCallFirst", question };

const given = {
  feedbackId: "01932f5e-7c00-7000-8000-0123456789ac",
  predictionId: question.predictionId,
  verdict: { kind: "holds", category: "billing", priority: "high" },
  isStored: true,
} as const;

const complaint = { kind: "holds", category: "complaint", priority: "urgent" } as const;

/** Every state the design names, by the name it is called there. */
export const screens = {
  loading: { kind: "loading", message: invoice },
  predicted,
  "several fit": severalFit,
  answered: { kind: "answered", asking: predicted, given, said: sure },
  corrected: { kind: "answered", asking: predicted, given: { ...given, verdict: complaint }, said: sure },
  "not sure": {
    kind: "answered",
    asking: predicted,
    given: { ...given, verdict: { kind: "unsure" } },
    said: sure,
  },
  "answered by a colleague": {
    kind: "answeredByColleague",
    asking: predicted,
    known: {
      feedbackId: given.feedbackId,
      predictionId: given.predictionId,
      verdict: complaint,
      outcome: "corrected",
      by: { kind: "colleague", name: "Jonas Weber" },
      at: now - 1_200_000,
    },
  },
  "your call first": yourCallFirst,
  "your call, half": {
    kind: "yourCallFirst",
    question: { ...question, draft: { category: "billing", presses: 1 } },
  },
  "blind, storing": { kind: "answered", asking: yourCallFirst, given: { ...given, isStored: false } },
  "blind, revealed": { kind: "answered", asking: yourCallFirst, given, said: sure },
  "blind, revealed otherwise": {
    kind: "answered",
    asking: yourCallFirst,
    given: { ...given, verdict: complaint },
    said: sure,
  },
  "nothing selected": { kind: "nothingSelected" },
  meeting: { kind: "notAMessage", what: "meeting" },
  report: { kind: "notAMessage", what: "report" },
  encrypted: { kind: "notAMessage", what: "encrypted" },
  "body unreadable": { ...predicted, question: { ...question, bodyRead: false } },
  offline: { kind: "unpredicted", question, why: "offline" },
  "sign-in needed": { kind: "signInNeeded", message: invoice, failure: { code: "sign_in_needed" } },
  "no department": { kind: "chooseDepartment", message: invoice },
  "model unavailable": { kind: "unpredicted", question, why: "modelUnavailable" },
  moved: { ...question, kind: "moved", to: helpDesk.id, moveId: given.feedbackId },
  fault: { kind: "fault", message: invoice, failure: { code: "internal" } },
} satisfies Record<string, Screen>;

export type ScreenName = keyof typeof screens;
export const screenNames = Object.keys(screens) as ScreenName[];
