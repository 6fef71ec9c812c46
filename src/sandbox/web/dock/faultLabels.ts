/** What the sandbox's panel calls each fault and each thing it can be, and where it stands. */
import type { Faults } from "../../faults.ts";

export const faultLabels: Record<keyof Faults, string> = {
  answerDelayMs: "Outlook answers after",
  host: "Outlook",
  body: "Reading the body",
  bodyTimes: "Body fails",
  itemChanged: "News of the selection",
  item: "Selected item",
  signals: "Events of the selection",
  pin: "Pin of the pane",
  version: "Build of the pane",
  calls: "Every call to Outlook",
  several: "Several selected",
  categories: "Writing categories",
  sharedProperties: "Owner of a shared mailbox",
  officeTheme: "News of the theme",
  office: "Microsoft's office.js",
  storage: "Browser storage",
  network: "Network",
  api: "Concord API",
  apiDelayMs: "API answers after",
  signIn: "Sign-in",
  token: "Access token",
};

const choiceLabels: Record<string, string> = {
  off: "usual manifest: not allowed",
  subjects: "older Outlook: subjects only",
  unreadable: "texts cannot be read",
  ok: "works",
  hung: "hangs",
  lost: "lost",
  stale: "does not come",
  doubled: "comes twice",
  late: "comes late",
  null: "none, whatever is open",
  second: "only the second one (Mac)",
  older: "older than the server’s",
  failing: "fails (9020)",
  blocked: "blocked",
  offline: "offline",
  unavailable: "down (503)",
  destroyed: "connection cut",
  challenged: "demands a stronger sign-in",
  silent: "silent",
  popup: "asks the person",
  cancelled: "person cancels",
  noBridge: "no bridge",
  noAccount: "no account",
  wrongAccount: "wrong account",
  good: "good",
  expired: "expired",
  notYetValid: "not yet valid",
  wrongAudience: "wrong audience",
  wrongIssuer: "wrong issuer",
  wrongTenant: "wrong tenant",
  wrongClient: "wrong client",
  otherKey: "signed by another key",
  unsigned: "unsigned",
  missingScope: "without scope",
  missingRoles: "without roles",
  version1: "version 1.0",
  once: "once",
  always: "always",
};

export function choiceLabel(name: keyof Faults, value: Faults[keyof Faults]): string {
  if (name === "api" && value === "expired") return "the token in use has expired";
  if (typeof value === "number") return value === 0 ? "at once" : `${value / 1000} s`;
  if (name === "body" && value !== "ok") return `fails (${value})`;
  if (name === "calls" && value === "failing") return "fails (5001)";
  if (name === "pin" && value === "lost") return "forgotten";
  if (name === "signIn" && value === "blocked") return "dialog blocked";
  return choiceLabels[value] ?? value;
}

export const faultGroups: readonly { title: string; names: readonly (keyof Faults)[] }[] = [
  {
    title: "Outlook",
    names: [
      "host",
      "answerDelayMs",
      "calls",
      "itemChanged",
      "signals",
      "item",
      "pin",
      "several",
      "officeTheme",
      "office",
    ],
  },
  { title: "Message", names: ["body", "bodyTimes", "categories", "sharedProperties"] },
  { title: "Sign-in", names: ["signIn", "token"] },
  { title: "Surroundings", names: ["api", "apiDelayMs", "network", "storage", "version"] },
];
