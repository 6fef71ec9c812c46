/** What the department room says, in English. The other languages have its type. */
import { pluralIn } from "../../locales/plural.ts";

const n = pluralIn("en");

export const en = {
  pagesLabel: "Pages",
  pages: { summary: "Summary", objectives: "Objectives", corrections: "Corrections", reviews: "Reviews" },
  period: "Period",
  periods: {
    weeks4: "Last 4 weeks",
    weeks12: "Last 12 weeks",
    weeks52: "Last 52 weeks",
    today: "Today",
    custom: "Other dates…",
  },
  summaryTitle: (answered: string, opened: string) => `${answered} of ${opened} opened messages answered`,
  summaryNone: {
    weeks4: "No message was opened in the last 4 weeks.",
    weeks12: "No message was opened in the last 12 weeks.",
    weeks52: "No message was opened in the last 52 weeks.",
    today: "No message was opened today yet.",
    custom: "No message was opened in these days.",
  },
  rightCategory: "Right category",
  betweenFrom: (low: string, high: string, checks: number) =>
    `between ${low} and ${high}, from ${n(checks, { one: "1 blind check", other: "# blind checks" })}`,
  notYetKnown: "Not yet known",
  blindChecksSoFar: (checks: number) =>
    checks === 0
      ? "No blind checks so far."
      : n(checks, { one: "1 blind check so far.", other: "# blind checks so far." }),
  checksMissing: (missing: number) =>
    n(missing, {
      one: "1 more is needed for a first figure.",
      other: "# more are needed for a first figure.",
    }),
  blindChecksOff: "They are switched off for this department, so there is nothing to judge by.",
  blindChecksHint:
    "In a blind check a colleague decides before the prediction is shown. Concord asks for a few each day.",
  manyUnanswered: (answered: string, asked: string) => `Few checks answered: ${answered} of ${asked}.`,
  unansweredBounds: (low: string, high: string) =>
    `Were all the others wrong, or all right, it would be ${low} or ${high}.`,
  gapUnknown: (checks: number) =>
    n(checks, {
      one: "Whether people lean on the prediction is not yet known: 1 check with it shown so far.",
      other: "Whether people lean on the prediction is not yet known: # checks with it shown so far.",
    }),
  withAndWithout: (shown: string, blind: string) => `With the prediction shown ${shown}, without ${blind}:`,
  leaning: {
    leaning: "people lean on it.",
    against: "people rather go against it.",
    open: "whether people lean on it is not yet known.",
  },
  gapPoints: (gap: string, low: string, high: string) => `(${gap} points, between ${low} and ${high})`,
  figures: "Figures and method",
  agreement: "Agreement",
  armNames: { blind: "Blind", assisted: "Prediction shown" },
  bothFields: "Both",
  asksAnswered: "Asks answered",
  of: (part: string, whole: string) => `${part} of ${whole}`,
  noChecks: "no checks",
  range: (low: string, high: string) => `${low}–${high}`,
  rangeOf: (low: string, high: string, checks: string) => `${low}–${high}, n\u00a0=\u00a0${checks}`,
  method:
    "Blind means decided before seeing the prediction: this is the model’s accuracy. “Not sure” counts in neither. Ranges are at 95%, and hold however often you look.",
  byWeek: "Right category by week",
  weeksChart: "Share of right categories in blind checks, week by week. The table below has the figures.",
  weeksHint: "Dot: the week’s share. Bar: its range. Grey area: range of the whole period.",
  weeksEmpty: "No blind checks in these weeks; the trend begins with the first one.",
  asTable: "As a table",
  weekFrom: "Week from",
  interval: "Range",
  checks: "Checks",
  mostConfused: "Most confused",
  modelSaid: "Model said",
  staffSaid: "Staff said",
  times: "Times",
  states: {
    confirmed: "Confirmed",
    corrected: "Corrected",
    unsure: "Not sure",
    unpredicted: "Answered without prediction",
    shown: "Seen, not answered",
    neverShown: "Not shown",
  },
  stateHint: "Seen without an answer is not agreement, and is counted apart.",
  byCategory: "By predicted category",
  category: "Category",
  opened: "Opened",
  answered: "Answered",
  withoutPrediction: (count: number) =>
    n(count, {
      one: "1 message was opened without a prediction, and so is in no row.",
      other: "# messages were opened without a prediction, and so are in no row.",
    }),
  asOf: (time: string) => `As of ${time}`,
  refresh: "Refresh",
  fromDay: "From",
  toDay: "To",
  datesWrong: "The first day cannot be after the last, nor the last after today; 366 days are the most.",
  sinceReview: (day: string) => `Since the review of ${day}`,
  noReviewYet: "After the first review, this tells what changed.",
  newVersions: (count: number) => n(count, { one: "1 new model version.", other: "# new model versions." }),
  wentBackTo: (version: number) => `Gone back to version ${version} of the model.`,
  toDecide: "What to decide",
  nothingToDecide: "Nothing waits for a decision.",
  offTarget: (objective: string) => `Off target: ${objective}`,
  gotWorse: (objective: string) => `Getting worse: ${objective}`,
  correctionsWait: (count: number) =>
    n(count, { one: "1 correction to look at", other: "# corrections to look at" }),
  versionWaits: {
    candidate: (version: string) => `Version ${version} waits to be published`,
    held: (version: string) => `Version ${version} is held back: see why`,
  },
  reviewIsOpen: "A review is open: continue it",
  overdue: (what: string, owner: string, day: string) => `Overdue: ${what} (${owner}, by ${day})`,
  figuresTitle: "Figures",
  since: (day: string) => `since ${day}`,
  closedSince: (day: string) =>
    `This department was closed on ${day}. All of it can be read; nothing is decided here any more.`,
  explain: (terms: readonly string[]) => `Explain: ${terms.join(", ")}`,
  terms: {
    states: {
      name: "On target and the other states",
      meaning:
        "On target: the whole range is on the good side of the target. Off target: all of it is on the bad side. Not yet known: the target lies within the range. Out of date: nothing new came in during the time between two looks. Getting worse: stands beside one of these where the change since a review is likely real and for the worse. It stays until the objective is on target again or new evidence is surely better; beside “On target”, until the next review. Concord computes this; nobody can set it.",
    },
    range: {
      name: "Range and n",
      meaning:
        "“86–91” means: the true share lies between 86 and 91%, at 95% certainty, however often you look. “n” is how many checks or messages were counted; the more, the narrower the range. An objective counts from the day it was agreed, whatever period is chosen for the figures.",
    },
    points: { name: "Points", meaning: "Percentage points: from 80% to 84% is +4 points." },
    change: {
      name: "Likely real, could be chance",
      meaning:
        "What was counted since the last review is compared with what was counted until then. Likely real: the whole range of the difference lies on one side of zero, at 95%, however often you look. Could be chance: zero lies within it, so nothing need have changed.",
    },
    blind: {
      name: "Blind check",
      meaning:
        "A colleague decides before the prediction is shown. Drawn by lot, so nobody is talked into an answer: this is how often the model is right.",
    },
    leaning: {
      name: "Leaning on the prediction",
      meaning:
        "People agree more easily with a prediction they see. So some checks are asked with it shown and some without, by lot; the gap between the two says how far people lean on it. It is measured in points (percentage points).",
    },
    f1: {
      name: "Mean F1",
      meaning:
        "“Right” and “Found” joined into one figure per category, and the mean of these. Each category counts the same, however rare it is.",
    },
    calibration: {
      name: "How sure, how right",
      meaning:
        "Of the times the model says “80% sure”, it should be right eight times in ten. Each row is a part of the checks, from the least sure to the surest.",
    },
    kappa: {
      name: "Agreement beyond chance",
      meaning:
        "0 is what guessing would reach, 1 is always the same priority. Two levels off weigh four times as much as one. Statisticians call it weighted kappa. Unlike the other ranges, this one holds for a single look.",
    },
    verdict: {
      name: "Answer",
      meaning:
        "What a colleague said of one message: that the prediction was right, or what is right instead. The model learns from answers that were accepted.",
    },
    held: {
      name: "Held back",
      meaning:
        "Before it goes live, a new version is tried on messages it has not learned. Where it would do worse than agreed, it is held back, and the version before stays. A lead may publish it all the same.",
    },
    candidate: {
      name: "Waits for approval",
      meaning:
        "It passed or could not be compared, and this department wants a lead to approve it before a version goes live. Until then the version before stays.",
    },
    forecast: {
      name: "Forecast",
      meaning:
        "How likely you hold it that the objective is on target at the next review. Later it is compared with what came: 0 means always sure and right; 0.25 is what “50%” every time would get; more is worse.",
    },
    seal: {
      name: "Check number",
      meaning:
        "Made from all of this page at the closing. If anything stored were changed afterwards, the numbers would no longer fit, and this page would say so.",
    },
  },
};

export type RoomTexts = typeof en;
