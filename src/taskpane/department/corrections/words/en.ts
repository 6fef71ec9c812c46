/** What the corrections page and the fuller figures say, in English. The other languages have its type. */
import { pluralIn } from "../../../locales/plural.ts";

const n = pluralIn("en");
const count = new Intl.NumberFormat("en");
const verdicts = (count: number) => n(count, { one: "1 answer", other: "# answers" });

export const en = {
  model: "Model",
  live: (version: number, day: string) => `Version ${version} is live since ${day}.`,
  onlyTaxonomy: "No version is live yet: the model knows the definitions only.",
  learned: (examples: number, news: number) =>
    `Learned from ${verdicts(examples)}, ${count.format(news)} of them new.`,
  otherwise: (changed: string, messages: string) =>
    `Of the newest ${messages} messages it calls ${changed} differently from the version before.`,
  judged: (pairs: number, better: number, worse: number) =>
    `Judged on ${verdicts(pairs)} it had not learned: ${better} now right that were wrong, ${worse} now wrong that were right.`,
  bases: {
    blind: "Blind checks decided.",
    verdicts: "Too few blind checks yet, so all accepted answers decided.",
    tooFew: "Published without a comparison: fewer than 30 answers to judge by.",
    taxonomy: "Published without a comparison: the categories changed.",
    lost: "Made again, because the file of the version before was lost.",
    forgotten: "Made anew to forget messages; nothing new was learned.",
  },
  reasons: {
    departmentWorse: "It is worse beyond the agreed margin.",
    overallWorse: "On the whole it is worse.",
    calibrationWorse: "It says more often than before that it is sure when it is not.",
    calibrationUnknown: "How sure it may be cannot be told yet.",
    noEvidence: "There is nothing to judge it by.",
  },
  otherChanges: (count: string) => `In other ways: ${count}`,
  chanceToo:
    "So small a difference could be chance; a version goes live by itself only if it is at least as good.",
  unreachable: {
    file: "It can no longer be put live: its file is gone. The newest six are kept.",
    categories: "It can no longer be put live: it was made for other categories.",
    forgotten: "It can no longer be put live: it knows what had to be forgotten.",
  },
  replaced: (version: number, state: string, by: number) =>
    `Version ${version} (${state}) never went live: version ${by} took its place.`,
  versionStates: {
    candidate: "Waits for approval",
    held: "Held back",
    live: "Live",
    retired: "Earlier",
    rolledBack: "Taken back",
  },
  version: (version: number) => `Version ${version}`,
  publish: "Publish",
  publishAgain: "Publish again",
  goBack: (version: number) => `Go back to version ${version}`,
  goBackMeans: (version: number, live: number) =>
    `Let version ${version} answer for everybody in the department from now on? What was learned since then waits again, and for 14 days new versions wait for approval. Version ${live} stays here, to be published again.`,
  reallyGoBack: "Yes, go back",
  raised: (day: string) => `More blind checks until ${day}, because the model changed.`,
  paused: (day: string) => `New versions wait for approval until ${day}.`,
  allVersions: "All versions",
  corrections: "Corrections",
  counts: (waiting: string, learned: string, declined: string) =>
    `${waiting} waiting, ${learned} learned, ${declined} declined`,
  none: "No corrections here.",
  show: "Show",
  shown: { received: "To look at", waiting: "Waiting", all: "All" },
  states: { received: "Received", accepted: "Accepted", declined: "Declined", learned: "Learned" },
  learnedIn: (version: string) => `Learned in ${version}`,
  nowRight: "now right",
  stillWrong: "still wrong",
  modelSaid: "Model",
  staffSaid: "Staff",
  accept: "Accept",
  decline: "Decline",
  reason: "Reason",
  reasonHint: "The author sees it.",
  cancel: "Cancel",
  noSubjects: "Concord keeps no subjects: “Open message” shows which one it is.",
  noSubjectsNorOpening:
    "Concord keeps no subjects: time, categories and note tell which one it is. An admin can let leads open the messages.",
  openMessage: "Open message",
  notOpened: "Outlook did not open the message. You may have no access to the mailbox, or it is gone.",
  more: "Show more",
  done: {
    accept: "Accepted. The next version of the model learns it.",
    decline: "Declined. Its author sees your reason.",
  },
  proposals: "Proposals",
  noProposals: "No proposals yet.",
  acceptMeans:
    "An accepted proposal changes the categories at once, and the next version of the model learns it. After a new category, the model goes by the definitions alone until that version is made.",
  acceptDrops: (version: number) => `Version ${version}, which is not live, can then no longer be published.`,
  learningOff: "Learning is switched off here, so no version will learn it until an admin switches it on.",
  proposalDone: {
    accept: "Accepted. It holds from now on; the next version of the model learns it.",
    decline: "Declined. It stays below, among what was decided.",
  },
  decidedProposals: "Decided proposals",
  proposalEvidence: (corrected: string, verdicts: string) =>
    `In twelve weeks: ${corrected} of ${verdicts} answers on this category were corrections.`,
  calledUnclear: (times: string) => `Called unclear ${times} times.`,
  thinEvidence: "So few say little.",
  noEvidenceYet: "Nothing can be counted yet for a category that is not there.",
  today: "Today",
  noneToday: "None in this language yet.",
  proposed: "Proposed",
  acceptAsks: {
    category: "Add this category for everybody in the department? It cannot be undone here.",
    definition:
      "Put the proposed text in the place of today’s, for everybody in the department? It cannot be undone here.",
  },
  reallyAccept: "Yes, accept",
  proposalReasonHint: "The author sees it.",
  propose: "Propose",
  proposalKinds: { category: "New category", definition: "Clearer definition" },
  name: "Name",
  definition: "Definition",
  send: "Send",
  proposalStates: { open: "Open", accepted: "Accepted", declined: "Declined" },
  merge: "Merge categories",
  mergeFrom: "Category that goes",
  mergeInto: "Goes into",
  mergeTooFew: "A department keeps at least two categories.",
  mergeMeans: (from: string, into: string) =>
    `“${from}” can no longer be chosen. The summary and the figures count its answers as “${into}”, the old ones too, and the model learns them there. Closed reviews stay as they were. Objectives keep what they counted; one about “${from}” alone gets nothing new. This cannot be undone here.`,
  reallyMerge: "Yes, merge",
  merged: (from: string, into: string) =>
    `“${from}” went into “${into}”. Lists show it when the pane is opened again.`,
  moreFigures: "More figures",
  accuracy: "Accuracy by category",
  accuracyHint: "From blind checks. Found: of the mail that is this. Right: of the mail called this.",
  precision: "Right",
  recall: "Found",
  support: "Checks",
  macroF1: (value: string) => `Right and found in one figure (mean F1): ${value}`,
  pairs: "Taken for each other",
  noPairs: "No two categories were taken for each other in this period.",
  noBaseline: "Minutes saved are not known: nobody has entered how long one message took before.",
  evidence: "Show corrections",
  priority: "Priority",
  kappa: (value: string, low: string, high: string) =>
    `Agreement beyond chance ${value}, between ${low} and ${high}.`,
  urgentFound: (share: string, low: string, high: string, checks: number) =>
    `Urgent mail called urgent: ${share}, between ${low} and ${high}, from ${n(checks, { one: "1 blind check", other: "# blind checks" })}.`,
  urgentExcluded: "Urgent mail cannot be measured: by policy, urgent predictions are kept out of the checks.",
  missedUrgent: (count: number) =>
    n(count, {
      one: "1 urgent message was not called urgent.",
      other: "# urgent messages were not called urgent.",
    }),
  ranksOff: (exact: string, one: string, more: string) =>
    `${exact} exact, ${one} one level off, ${more} further off.`,
  time: "Time",
  handling: (median: string, p90: string) =>
    `From prediction to answer: half within ${median}, nine of ten within ${p90}.`,
  wait: (median: string, p90: string) =>
    `Where there was an answer, from receipt: half within ${median}, nine of ten within ${p90}.`,
  asked: (minutes: string) => `Checks took about ${minutes} minutes of staff.`,
  saved: (minutes: string) => `Saved about ${minutes} minutes against the measured time before.`,
  onePress: (share: string) => `One press was enough for ${share}.`,
  fewPeople: "Times and presses are shown from five people on.",
  calibration: "How sure, how right",
  sure: "Sure",
  right: "Right",
  calibrationError: (error: string, chance: string) =>
    `On average ${error} apart; chance alone would make it ${chance}.`,
  powered: (share: string, low: string, high: string) =>
    `All opened mail, estimated with the checks: ${share}, between ${low} and ${high}. For this one look; objectives are not judged by it.`,
  change: "Has something changed?",
  steady: "Errors are steady.",
  drifted: (before: string, after: string, day: string | undefined) =>
    `Errors went from ${before} to ${after}${day === undefined ? "" : `, noticed on ${day}`}.`,
  mix: {
    steady: "The mix of categories is as it was a month ago.",
    moved: "The mix of categories has moved since last month.",
    changed: "The mix of categories has changed since last month.",
    unknown: "Too little mail to compare the mix of categories with last month.",
  },
  others: "Others",
  ceiling: (share: string, messages: number) =>
    `Two colleagues agree with each other on ${share} of ${n(messages, { one: "1 message", other: "# messages" })}: more cannot be asked of a model.`,
  noCeiling: "How often colleagues agree with each other is not known yet.",
  fairness: {
    even: "No difference from the other departments can be shown.",
    worse: "Served worse than the other departments.",
    better: "Served better than the other departments.",
    tooFew: "Too few checks to compare with other departments.",
  },
  skipped: (budget: string, urgent: string) =>
    `Not asked: ${budget} over the daily budget, ${urgent} urgent by policy.`,
  seconds: (value: string) => `${value} s`,
  minutes: (value: string) => `${value} min`,
  hours: (value: string) => `${value} h`,
  notYet: "Not yet known: no blind checks in this period.",
  beside: "Other departments",
  gapToRest: "Against the rest",
  withheld: "withheld",
  besideHint: "Withheld under five people or 30 checks. Departments decide whether they are shown to others.",
  reach: (opened: string, saw: string, answered: string, assigned: string, days: number) =>
    `In the last ${days} days ${opened} people opened mail with Concord, ${saw} saw a prediction, ${answered} answered; ${assigned} are assigned here.`,
};

export type CorrectionTexts = typeof en;
