/** What the objectives page says, in English. The other languages have its type. */
import { pluralIn } from "../../../locales/plural.ts";

const n = pluralIn("en");

export const en = {
  states: { met: "On target", notMet: "Off target", notYetKnown: "Not yet known", outOfDate: "Out of date" },
  stateCount: (state: string, count: string) => `${state} ${count}`,
  none: "No objective yet",
  noneHint: "An objective says what share is good enough, who answers for it, and how often to look.",
  noneHintStaff: "Your team lead agrees on objectives with you; they appear here with their evidence.",
  add: "Agree on an objective",
  titles: {
    category: "Right category",
    priority: "Right priority",
    both: "Right category and priority",
    urgentRecall: "Urgent seen as urgent",
    triagedWithin: (time: string) => `Triaged within ${time}`,
    onePress: "One press is enough",
    imported: (kpi: string) => `Measured elsewhere: ${kpi}`,
    satisfaction: "Satisfied requesters",
  },
  narrowed: (title: string, to: string) => `${title}: ${to}`,
  atLeast: (share: string) => `Target: at least ${share}`,
  atMost: (share: string) => `Target: at most ${share}`,
  range: (low: string, high: string, checks: string) => `between ${low} and ${high}, n\u00a0=\u00a0${checks}`,
  moreChecks: (count: number) =>
    n(count, { one: "About 1 more check to decide.", other: "About # more checks to decide." }),
  tooClose: "Too close to the target to call.",
  noEvidence: "No evidence yet.",
  fewest: (count: number) =>
    n(count, { one: "At least 1 check is needed.", other: "At least # checks are needed." }),
  pace: (weeks: number) =>
    n(weeks, { one: "At the present pace, about a week.", other: "At the present pace, about # weeks." }),
  paceLong: "At the present pace, more than two years.",
  noPace: "None came in during the last four weeks.",
  staleSince: (day: string) => `Nothing new since ${day}.`,
  caveats: {
    urgentNotAsked: "Urgent mail is kept out of blind checks here, so this cannot be measured.",
    blindChecksOff: "Blind checks are switched off for this department.",
    manyUnanswered: "Many blind asks were left unanswered.",
  },
  method: "Method and agreement",
  formulas: {
    category: "Of blind checks: how often the model’s category was right.",
    priority: "Of blind checks: how often the model’s priority was right.",
    both: "Of blind checks: how often category and priority were both right.",
    urgentRecall:
      "Of blind checks of mail that staff called urgent: how often the model had called it urgent.",
    triagedWithin:
      "Of all mail received since the agreement and opened here: how much was answered in that time after it was received, around the clock. Mail without an answer counts as late from the next day; mail older than 14 days when first opened is left out.",
    onePress: "Of all answers: how many took one press and were left so.",
    imported: "Measured outside of Concord and posted as so many of so many.",
  },
  armed: {
    blind: "Only blind checks count: decided before the prediction is shown.",
    all: "All mail counts, asked or not.",
    imported: "Periods that began on or after the day of the agreement count.",
    assisted: "",
    open: "",
  },
  counted: {
    blind: "blind checks",
    all: "all mail",
    opened: "all opened mail, late where unanswered",
    imported: "measured elsewhere",
    assisted: "",
    open: "",
  },
  rangeMethod:
    "The range holds at 95%, however often you look. On target: all of it is on the good side. Nobody can set the state.",
  narrowedMethod: "Only mail that staff held to be this.",
  countsFrom: "Counts from",
  agreed: "Agreed",
  agreedBy: (day: string, who: string) => `${day}, ${who}`,
  owner: "Owner",
  rhythm: "Reviewed",
  rhythmDays: (days: number) => n(days, { one: "every day", other: "every # days" }),
  rhythms: { 7: "every week", 14: "every two weeks", 28: "every four weeks", 91: "every quarter" } as Record<
    number,
    string
  >,
  baseline: "Before",
  measured: (share: string, checks: string) => `${share}, n\u00a0=\u00a0${checks}`,
  declared: (share: string) => `${share}, as stated`,
  unknown: "not known",
  version: "Version",
  writtenBy: (version: string, when: string, who: string) =>
    [`${version}, ${when}`, who].filter(Boolean).join(", "),
  history: "Earlier versions",
  noHistory: "This is the first version.",
  edit: "Change",
  withdraw: "Withdraw",
  withdrawSure: "Withdraw this objective? Its history stays.",
  withdrawn: "Withdrawn objectives",
  withdrawnOn: (day: string, who: string) => [`Withdrawn on ${day}`, who].filter(Boolean).join(", "),
  reason: "Reason (optional)",
  cancel: "Cancel",
  save: "Save",
  saving: "Saving…",
  editorNew: "A new objective",
  editorChange: "Change the objective",
  kind: "What is measured",
  narrowTo: "Only for",
  everything: "the whole department",
  minutes: "Within",
  kpi: "Name of the figure",
  kpiHint: "Lowercase letters, digits and hyphens, as it is sent.",
  better: "Good is",
  betters: { higher: "a high share", lower: "a low share" },
  target: "Target in percent",
  agreedByField: "Agreed by",
  agreedOnField: "Agreed on",
  baselineField: "Share before, in percent (optional)",
  baselineHint: "Left empty, Concord measures the last twelve weeks.",
  beginsAnew:
    "Another formula, scope or target begins with new evidence; what was found so far stays in the history.",
  checkFields: "Please check the marked fields.",
  times: (value: number, unit: "minute" | "hour" | "day") =>
    new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(value),
  decideInReview: "Decide in a review",
  worse: "Getting worse",
  foundWorse: (day: string, share: string, counted: string, before: string) =>
    `The review of ${day} found ${share}, n\u00a0=\u00a0${counted}, against ${before} until then: likely real.`,
  became: (state: string) => `was: ${state}`,
};

export type ObjectiveTexts = typeof en;
