/** A whole pane without a browser: a fake Outlook, a fake API, the real desk and the real outbox. */
import type { Mailbox } from "../../outlook/mailbox.ts";
import { type Selection, selectionOf } from "../../outlook/selection.ts";
import { openOutbox } from "../outbox/outbox.ts";
import type { Entry } from "../outbox/outboxEntry.ts";
import { memoryStore, type OutboxStore } from "../outbox/outboxStore.ts";
import { openOwedLabels } from "../outbox/owedLabels.ts";
import { readHere } from "../reading/reader.ts";
import { openDesk } from "../triage/desk.ts";
import type { FakeApi } from "./fakeApi.ts";
import { me } from "./samples.ts";

/** What is open in the fake Outlook; the tests turn it. */
export interface FakeOutlook {
  mailbox: Mailbox;
  open(name: string | undefined): void;
  openName(): string | undefined;
  labels: Map<string, Set<string>>;
  isBodyBroken: boolean;
  isLabelRefused: boolean;
  pause: () => Promise<void>;
}

const itemOf = (name: string) => ({
  itemId: `id-${name}`,
  internetMessageId: `<${name}@example>`,
  itemClass: "IPM.Note",
  subject: `About ${name}`,
  from: { displayName: "Sender", emailAddress: "sender@example.com" },
});

export function makeFakeOutlook(pause: () => Promise<void> = async () => {}): FakeOutlook {
  let name: string | undefined;
  const labels = new Map<string, Set<string>>();
  const current = (): Selection => selectionOf(name === undefined ? null : itemOf(name));
  const outlook: FakeOutlook = {
    open: (wanted) => {
      name = wanted;
    },
    openName: () => name,
    labels,
    isBodyBroken: false,
    isLabelRefused: false,
    pause,
    mailbox: {
      ownAddress: "amara@northwind.example",
      current,
      async ownerOf() {
        await outlook.pause();
        return "amara@northwind.example";
      },
      async readBody(fingerprint) {
        await outlook.pause();
        if (current().fingerprint !== fingerprint) return { kind: "movedOn" };
        return outlook.isBodyBroken
          ? { kind: "unreadable", code: 9020 }
          : { kind: "text", text: `Text of ${name}` };
      },
      async addCategory(fingerprint, category) {
        if (current().fingerprint !== fingerprint) return "movedOn";
        if (outlook.isLabelRefused) return "notWritten";
        labels.set(name!, (labels.get(name!) ?? new Set()).add(category));
        return "written";
      },
      async removeCategory(fingerprint, category) {
        if (current().fingerprint !== fingerprint) return "movedOn";
        labels.get(name!)?.delete(category);
        return "written";
      },
      show: async () => true,
      tell: async () => "written",
      watch: () => () => {},
    },
  };
  return outlook;
}

export interface FakeClock {
  now: () => number;
  pass(ms: number): void;
}

export function makeClock(start = 1_800_000_000_000): FakeClock {
  let at = start;
  return {
    now: () => at,
    pass: (ms) => {
      at += ms;
    },
  };
}

/** Sorts as UUIDv7 does: by the order of making. */
export function makeIds(after = 0): () => string {
  let made = after;
  return () => `01932f5e-7c00-7000-8000-${(++made).toString(16).padStart(12, "0")}`;
}

export interface Running {
  desk: ReturnType<typeof openDesk>;
  outbox: Awaited<ReturnType<typeof openOutbox>>;
}

export interface FakePaneParts {
  outlook: FakeOutlook;
  api: FakeApi;
  clock: FakeClock;
  newId: () => string;
  entries: Map<string, Entry>;
  /** Wraps each call to the API, to let other things happen in between. */
  slow?: (() => Promise<void>) | undefined;
  store?: OutboxStore;
  /** What the browser keeps beside it; its own where absent. */
  storage?: Storage;
}

/** Started again over the same entries, it is the pane after a reload. */
export async function startFakePane(parts: FakePaneParts): Promise<Running> {
  const { api, clock, newId, outlook, slow = async () => {}, storage = keeping() } = parts;
  const slowly =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await slow();
      const answer = await call(...args);
      await slow();
      return answer;
    };
  const slowApi = {
    predict: slowly(api.predict),
    putVerdict: slowly(api.putVerdict),
    undoVerdict: slowly(api.undoVerdict),
    move: slowly(api.move),
  };
  const outbox = await openOutbox({
    store: parts.store ?? memoryStore(parts.entries),
    api: slowApi,
    now: clock.now,
    random: () => 0.5,
    newId,
    alone: (work) => work(),
    later: () => () => {},
  });
  const desk = openDesk({
    mailbox: outlook.mailbox,
    outbox,
    profile: {
      atHand: async () => me,
      get: async () => ({ ok: true, value: me }),
      peek: () => me,
      refresh: async () => ({ ok: true, value: me }),
      choose: async () => ({ ok: true, value: me }),
      subscribe: () => () => {},
    },
    api: slowApi,
    reader: readHere,
    refOf: async (_, message) => refOfName(message.internetMessageId ?? ""),
    digest: async (text) => `digest of ${text}`,
    owed: openOwedLabels("amara", () => storage),
    now: clock.now,
    newId,
  });
  return { desk, outbox };
}

/** A browser's storage, empty. */
export function keeping(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

export const refOfName = (internetMessageId: string): string => `ref ${internetMessageId}`;

/** Lets everything that is under way finish. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}
