/** Corrections, model versions, proposals and figures of the sample department, for tests and pictures. */
import type { Corrections } from "../../triage/correction.ts";
import type { Figures } from "../../triage/figures.ts";
import type { ModelVersions } from "../../triage/model.ts";
import type { Proposals } from "../../triage/proposal.ts";
import { now } from "./samples.ts";

const id = (n: number) => `018f4f5e-0000-7000-8000-${String(n).padStart(12, "0")}`;
const hour = 3_600_000;
const day = 24 * hour;

export const correctionsAnswer: Corrections = {
  departmentId: "service",
  corrections: [
    {
      predictionId: id(1),
      feedbackId: id(11),
      at: now - 2 * hour,
      predicted: { category: "billing", priority: "normal" },
      said: { category: "contract", priority: "high" },
      modelVersion: "v12",
      reason: "wrongTopic",
      note: "They end the contract; the invoice is only mentioned.",
      state: "received",
      hasMessage: true,
    },
    {
      predictionId: id(2),
      feedbackId: id(12),
      at: now - day,
      predicted: { category: "contract", priority: "normal" },
      said: { category: "billing", priority: "normal" },
      modelVersion: "v11",
      state: "learned",
      learnedIn: "v12",
      now: "right",
      hasMessage: false,
    },
    {
      predictionId: id(3),
      feedbackId: id(13),
      at: now - 3 * day,
      predicted: { category: "billing", priority: "low" },
      said: { category: "billing", priority: "urgent" },
      modelVersion: "v11",
      reason: "notUrgent",
      state: "declined",
      declinedBecause: "A reminder is not urgent before the due date.",
      hasMessage: false,
    },
  ],
  counts: { received: 1, accepted: 0, declined: 1, learned: 1 },
  hasMore: false,
};

const share = (hits: number, trials: number, low: number, high: number) => ({
  hits,
  trials,
  share: trials === 0 ? null : hits / trials,
  low,
  high,
});

export const versionsAnswer: ModelVersions = {
  departmentId: "service",
  live: 12,
  versions: [
    {
      version: 13,
      state: "held",
      trainedAt: now - hour,
      examples: 471,
      news: 23,
      judgement: {
        basis: "blind",
        passes: false,
        reasons: ["departmentWorse"],
        groups: [
          {
            group: "category",
            pairs: 120,
            better: 2,
            worse: 9,
            gain: -0.058,
            low: -0.12,
            high: 0.0,
            state: "worse",
          },
          {
            group: "overall",
            pairs: 263,
            better: 5,
            worse: 12,
            gain: -0.027,
            low: -0.06,
            high: 0.01,
            state: "fine",
          },
        ],
        calibration: { live: 0.04, candidate: 0.05 },
      },
      changes: { messages: 300, changed: 31, flows: [{ from: "contract", to: "billing", count: 19 }] },
      isKept: true,
    },
    {
      version: 12,
      state: "live",
      trainedAt: now - 2 * day,
      publishedAt: now - 2 * day,
      examples: 448,
      news: 31,
      judgement: {
        basis: "blind",
        passes: true,
        reasons: [],
        groups: [
          {
            group: "overall",
            pairs: 241,
            better: 11,
            worse: 4,
            gain: 0.03,
            low: -0.01,
            high: 0.07,
            state: "fine",
          },
        ],
        calibration: { live: 0.05, candidate: 0.04 },
      },
      changes: {
        messages: 300,
        changed: 14,
        flows: [
          { from: "billing", to: "contract", count: 6 },
          { from: "contract", to: "billing", count: 3 },
        ],
      },
      isKept: true,
    },
    {
      version: 11,
      state: "retired",
      trainedAt: now - 9 * day,
      publishedAt: now - 9 * day,
      examples: 417,
      news: 40,
      isKept: true,
    },
  ],
  blindRaisedUntil: now + 12 * day,
};

export const proposalsAnswer: Proposals = {
  departmentId: "service",
  proposals: [
    {
      id: id(21),
      kind: "category",
      category: "returns",
      language: "en",
      name: "Returns",
      definition: "Goods that come back, with or without a refund.",
      state: "open",
      isOwn: false,
      at: now - day,
    },
    {
      id: id(23),
      kind: "definition",
      category: "complaint",
      language: "en",
      definition: "Somebody is unhappy and says so, whatever it is about.",
      replaces: "Somebody is unhappy with what we did and expects an answer.",
      state: "open",
      isOwn: false,
      at: now - 3 * day,
      evidence: { verdicts: 212, corrected: 57, unclear: 9 },
    },
    {
      id: id(22),
      kind: "definition",
      category: "billing",
      language: "en",
      definition: "Invoices, payments and reminders, not prices of an offer.",
      state: "accepted",
      isOwn: true,
      at: now - 12 * day,
      decidedAt: now - 10 * day,
    },
  ],
};

export const figuresAnswer: Figures = {
  departmentId: "service",
  from: "2026-09-01",
  to: "2026-11-23",
  weeksFrom: "2026-08-31",
  categories: [
    {
      category: "billing",
      precision: share(88, 97, 0.79, 0.97),
      recall: share(88, 100, 0.76, 0.95),
      f1: 0.89,
      support: 100,
    },
    {
      category: "contract",
      precision: share(51, 63, 0.62, 0.92),
      recall: share(51, 60, 0.66, 0.95),
      f1: 0.83,
      support: 60,
    },
  ],
  macroF1: 0.86,
  pairs: [{ first: "billing", second: "contract", firstAsSecond: 12, secondAsFirst: 19, total: 31 }],
  priority: {
    kappa: { value: 0.71, low: 0.62, high: 0.8 },
    urgentRecall: share(17, 20, 0.5, 0.99),
    missedUrgent: 3,
    distances: [
      { ranks: -1, count: 9 },
      { ranks: 0, count: 140 },
      { ranks: 1, count: 8 },
      { ranks: 2, count: 3 },
    ],
  },
  times: {
    handling: { count: 812, median: 3_400, p90: 14_200 },
    wait: { count: 790, median: 22 * 60_000, p90: 5 * hour },
  },
  work: { onePress: share(690, 812, 0.8, 0.9), askedMinutes: 31.4, savedMinutes: 212.7 },
  calibration: {
    bins: [
      { count: 40, meanConfidence: 0.52, agreement: 0.6 },
      { count: 40, meanConfidence: 0.78, agreement: 0.75 },
      { count: 40, meanConfidence: 0.91, agreement: 0.93 },
      { count: 40, meanConfidence: 0.98, agreement: 0.99 },
    ],
    error: 0.036,
    errorByChance: 0.042,
  },
  powered: { estimate: 0.87, low: 0.83, high: 0.91 },
  drift: {
    errors: { before: 0.08, after: 0.19, on: "2026-10-28" },
    mix: { index: 0.04, byChance: 0.06, state: "steady" },
  },
  ceiling: { messages: 41, agreement: 0.93, alpha: 0.88 },
  fairness: { kind: "even", gap: 0.01, low: -0.05, high: 0.07 },
  comparison: [
    {
      departmentId: "it-help-desk",
      name: { en: "IT help desk", de: "IT-Helpdesk" },
      figure: { hits: 70, trials: 100, share: 0.7, low: 0.55, high: 0.82 },
      gap: { kind: "worse", gap: -0.15, low: -0.29, high: -0.02 },
    },
    {
      departmentId: "human-resources",
      name: { en: "Human resources", de: "Personal" },
      figure: null,
      gap: { kind: "tooFew" },
    },
  ],
  reach: { assigned: 14, opened: 12, saw: 12, answered: 9, days: 28, isPartial: false },
  skipped: { budget: 14, urgent: 0, unseen: 3 },
  fewPeople: false,
  computedAt: now,
};
