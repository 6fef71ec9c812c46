/** Everything that can be made to go wrong in the sandbox, as one value that fits into a URL. */
import { type Flaw, flaws } from "./tokenFlaws.ts";

export interface Faults {
  /** Each answer of the host to the pane waits this long. */
  answerDelayMs: number;
  /** The error code body.getAsync fails with, or "ok". */
  body: "ok" | "9020" | "5001" | "9030";
  bodyTimes: "once" | "always";
  itemChanged: "ok" | "lost" | "doubled" | "late";
  /** Outlook tells the pane that nothing is selected, whatever is. */
  item: "ok" | "null";
  /** Second: only SelectedItemsChanged reaches the pane, as in Outlook for Mac. */
  signals: "ok" | "second";
  /** Lost: Outlook forgets with the next message that the pane is pinned. */
  pin: "ok" | "lost";
  /** Older: the pane was loaded before the server got a newer build, whose parts have other names. */
  version: "ok" | "older";
  /** Failing: Outlook refuses every call of the pane with an internal error. */
  calls: "ok" | "failing";
  /**
   * Several messages selected together. Off: the usual manifest, whose permission does not reach it. Subjects: Mailbox 1.13,
   * which hands over subjects only.
   */
  several: "ok" | "off" | "subjects" | "unreadable" | "failing";
  /** A hung host answers nothing at all. */
  host: "ok" | "hung";
  /** Challenged: it demands a stronger sign-in, by a claims challenge. Expired: every token it has seen by now has ended. */
  api: "ok" | "unavailable" | "destroyed" | "challenged" | "expired";
  apiDelayMs: number;
  network: "ok" | "offline";
  categories: "ok" | "failing";
  /** Outlook says that the mailbox is shared, but not whose it is. */
  sharedProperties: "ok" | "failing";
  /** Stale: Outlook tells nothing of a change of its theme. */
  officeTheme: "ok" | "stale";
  /** Blocked: the network keeps office.js back. */
  office: "ok" | "blocked";
  storage: "ok" | "blocked";
  signIn: "silent" | "popup" | "cancelled" | "blocked" | "noBridge" | "noAccount" | "wrongAccount";
  token: "good" | Flaw;
}

export const noFaults: Faults = {
  answerDelayMs: 0,
  body: "ok",
  bodyTimes: "always",
  itemChanged: "ok",
  item: "ok",
  signals: "ok",
  pin: "ok",
  version: "ok",
  calls: "ok",
  several: "ok",
  host: "ok",
  api: "ok",
  apiDelayMs: 0,
  network: "ok",
  categories: "ok",
  sharedProperties: "ok",
  officeTheme: "ok",
  office: "ok",
  storage: "ok",
  signIn: "silent",
  token: "good",
};

/** What each fault can be; a number stands for milliseconds to choose from. */
export const faultChoices: { [Name in keyof Faults]: readonly Faults[Name][] } = {
  answerDelayMs: [0, 500, 2000, 8000],
  body: ["ok", "9020", "5001", "9030"],
  bodyTimes: ["once", "always"],
  itemChanged: ["ok", "lost", "doubled", "late"],
  item: ["ok", "null"],
  signals: ["ok", "second"],
  pin: ["ok", "lost"],
  version: ["ok", "older"],
  calls: ["ok", "failing"],
  several: ["ok", "off", "subjects", "unreadable", "failing"],
  host: ["ok", "hung"],
  api: ["ok", "unavailable", "destroyed", "challenged", "expired"],
  apiDelayMs: [0, 500, 2000, 8000],
  network: ["ok", "offline"],
  categories: ["ok", "failing"],
  sharedProperties: ["ok", "failing"],
  officeTheme: ["ok", "stale"],
  office: ["ok", "blocked"],
  storage: ["ok", "blocked"],
  signIn: ["silent", "popup", "cancelled", "blocked", "noBridge", "noAccount", "wrongAccount"],
  token: ["good", ...flaws],
};

export const faultNames = Object.keys(noFaults) as (keyof Faults)[];

/** `body:9020,bodyTimes:once` → faults; what is not known is left out, so that an old link still opens. */
export function faultsFrom(text: string | null | undefined): Faults {
  const pairs = (text ?? "").split(",").map((pair) => pair.split(":") as [string, string?]);
  return { ...noFaults, ...Object.fromEntries(pairs.flatMap(([name, value]) => known(name, value))) };
}

function known(name: string, value: string | undefined): [string, unknown][] {
  if (value === undefined || !Object.hasOwn(noFaults, name)) return [];
  if (typeof noFaults[name as keyof Faults] === "number") {
    const ms = Number(value);
    return Number.isFinite(ms) && ms >= 0 ? [[name, ms]] : [];
  }
  return (faultChoices[name as keyof Faults] as readonly unknown[]).includes(value) ? [[name, value]] : [];
}

/** The other way round; without a fault the text is empty. */
export const faultsAsText = (faults: Faults): string =>
  faultNames
    .filter((name) => faults[name] !== noFaults[name])
    .map((name) => `${name}:${faults[name]}`)
    .join(",");
