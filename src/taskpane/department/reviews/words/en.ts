/** What the reviews page says, in English. The other languages have its type. */
import type { DecisionKind, Outcome } from "../../../../triage/review.ts";
import { pluralIn } from "../../../locales/plural.ts";

const n = pluralIn("en");

const kinds: Record<DecisionKind, string> = {
  keepTarget: "Keep the target",
  changeTarget: "Change the target",
  retrain: "Retrain the model",
  changeTaxonomy: "Change categories or definitions",
  rollBack: "Go back to an earlier model",
  changeBlindShare: "Change the share of blind checks",
  stop: "Stop",
};
const outcomes: Record<Outcome, string> = { open: "Open", done: "Done", dropped: "Dropped" };

export const en = {
  dueOn: (day: string) => `Next review on ${day}.`,
  isDue: "A review is due.",
  noRhythm: "Objectives say how often to review; agree on one first.",
  prepare: "Prepare the review",
  openNow: "Open a review now",
  isOpen: (day: string) => `A review is open since ${day}.`,
  goOn: "Continue the review",
  past: "Closed reviews",
  none: "No review yet",
  noneHint: "A review looks at every objective, at what was decided last time, and at what to decide next.",
  closedBy: (day: string, who: string, decisions: number) =>
    [day, who, n(decisions, { one: "1 decision", other: "# decisions" })].filter(Boolean).join(", "),
  score: (error: string, count: number) =>
    `Forecasts so far: ${error} off, from ${n(count, { one: "1 that was decided", other: "# that were decided" })} (0: always right; 0.25: no better than tossing a coin).`,
  title: (day: string) => `Review of ${day}`,
  period: (from: string, to: string) => `Evidence from ${from} to ${to}`,
  followUps: "Decided last time",
  noFollowUps: "Nothing was decided last time.",
  sinceThen: (before: string, now: string) => `share then ${before}, now ${now}`,
  foretold: (objective: string, chance: string, came: string) =>
    `${objective}: forecast ${chance} likely, ${came}`,
  came: { met: "and it was on target", notMet: "and it was off target", open: "not yet known" },
  objectives: "Objectives",
  noObjectives: "No objective holds now.",
  changed: (points: string) => `${points} points since the last review`,
  sinceLast: (since: string, counted: string, before: string, points: string, verdict: string) =>
    `Since the last review ${since}, n\u00a0=\u00a0${counted}; until then ${before}: ${points} points, ${verdict}`,
  likelyReal: "likely real",
  couldBeChance: "could be chance",
  nothingSince: "Nothing new was counted since the last review.",
  nothingBefore: (since: string, counted: string) =>
    `Since the last review ${since}, n\u00a0=\u00a0${counted}; nothing was counted before.`,
  firstTime: "Looked at for the first time.",
  agenda: "To discuss together",
  contested: (model: string, staff: string, times: string) => `Model ${model}, staff ${staff}: ${times}`,
  unclear: (category: string, times: string) => `Definition called unclear: ${category}, ${times}`,
  proposals: (count: number) =>
    n(count, { one: "1 proposal waits for a decision.", other: "# proposals wait for a decision." }),
  noAgenda: "Nothing to discuss.",
  model: "Model and corrections",
  blind: (share: string, low: string, high: string, checks: string) =>
    `Right category in blind checks: ${share}, between ${low} and ${high}, n\u00a0=\u00a0${checks}.`,
  noBlind: "No blind checks in this time.",
  gap: (points: string, low: string, high: string) =>
    `Right category with the prediction shown, against blind: ${points} points, between ${low} and ${high}:`,
  noGap: "No checks on both sides yet: whether people lean on the prediction is not known.",
  steady: (checks: string) => `Blind errors are steady over ${checks} checks.`,
  drifted: (before: string, after: string, day: string) =>
    `Blind errors went from ${before} to ${after}, noticed on ${day}.`,
  receipts: (
    total: string,
    right: string,
    wrong: string,
    waiting: string,
    declined: string,
    unasked?: string,
  ) =>
    `Corrections ${total}: now right ${right}, still wrong ${wrong}, waiting ${waiting}, declined ${declined}${unasked ? `, learned and not asked again ${unasked}` : ""}.`,
  version: (version: string, day: string, live: string, state: string) =>
    [`Model version ${version}`, day, live, state].filter(Boolean).join(", "),
  published: (day: string) => `published ${day}`,
  versionStates: {
    held: "held back, not live",
    candidate: "waits for approval, not live",
    retired: "since replaced",
    rolledBack: "since taken back",
    live: "live now",
  } as Record<string, string>,
  noVersions: "No model version was trained.",
  decisions: "Decisions",
  noDecisions: "No decision yet.",
  kinds,
  outcomes,
  outcome: "Outcome",
  leadSettles: "A lead of the department says what came of it.",
  ownerDue: (owner: string, day: string) => `${owner}, by ${day}`,
  what: "What is decided",
  about: "About",
  nothingSpecial: "no single objective",
  note: "Note (optional)",
  owner: "Owner",
  due: "Due on",
  add: "Add",
  needed: "Needed before it can be added.",
  remove: (what: string) => `Remove: ${what}`,
  forecasts: "Forecast",
  forecastAsk: "How likely is each to be on target at the next review?",
  noForecast: "no forecast",
  closing: "Close",
  closeHint: "Closing locks all of this; afterwards a decision can only be marked done or dropped.",
  followUpsOpen: (count: number) =>
    n(count, {
      one: "1 decision of last time is still open.",
      other: "# decisions of last time are still open.",
    }),
  unforeseen: (count: number) =>
    n(count, { one: "1 objective has no forecast.", other: "# objectives have no forecast." }),
  close: "Close the review",
  reallyClose: "Yes, close it",
  frozen: (day: string, who: string) => [`Closed on ${day}`, who].filter(Boolean).join(", "),
  seal: (seal: string) => `Check number ${seal}`,
  tampered: "What is stored was changed after the closing.",
  copyText: "Copy as text",
  copied: "Copied",
  saveCsv: "Save as CSV",
  print: "Print",
  pack: "Evidence pack (zip)",
  packHint: "Objectives, blind checks, model versions, reviews and the audit log with a verifier. No mail.",
  csvHead: ["objective", "target", "share", "low", "high", "checks", "state", "share at the last review"],
};

export type ReviewTexts = typeof en;
