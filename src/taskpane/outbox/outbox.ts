/** Keeps every verdict until the API has stored it, and delivers each exactly once, in order per message. */
import { asksForSignIn, type Failure, passesByItself } from "../../triage/failure.ts";
import type { ApiClient } from "../apiClient.ts";
import { type Delivered, deliver } from "./delivery.ts";
import {
  type Delivery,
  type Entry,
  idOf,
  inOrder,
  longestWaitMs,
  nextOf,
  orderAfter,
  waitMs,
} from "./outboxEntry.ts";
import type { OutboxStore } from "./outboxStore.ts";

export interface OutboxStatus {
  readonly waiting: number;
  readonly isSending: boolean;
  readonly isDurable: boolean;
  /** Why the oldest one waits. */
  readonly failure?: Failure;
  /** Refused for good, kept until the person has seen it. */
  readonly refused: readonly Entry[];
}

/** The newest thing said of a message in this pane, delivered or not. */
export interface Latest {
  readonly entry: Entry;
  /** Epoch milliseconds; undefined while it waits. */
  readonly deliveredAt?: number;
}

export interface OutboxEvents {
  onAdded?(entry: Entry): void;
  onDelivered(entry: Entry, delivered: Delivered): void;
  onRefused(entry: Entry, failure: Failure): void;
}

export interface OutboxParts {
  store: OutboxStore;
  api: Pick<ApiClient, "predict" | "putVerdict" | "undoVerdict" | "move">;
  now: () => number;
  random: () => number;
  newId: () => string;
  /** One tab at a time; where the browser has no locks the ids alone keep the API from storing twice. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  later: (run: () => void, ms: number) => () => void;
}

export type NewEntry = Pick<Entry, "lane" | "predictionId" | "departmentId" | "delivery"> &
  Pick<Partial<Entry>, "opening" | "rewords">;

export interface Outbox {
  add(entry: NewEntry): Promise<void>;
  latest(lane: string): Latest | undefined;
  /** The lane of a verdict given here; undefined for one given elsewhere. */
  laneOf(feedbackId: string): string | undefined;
  status(): OutboxStatus;
  subscribe(changed: () => void): () => void;
  /** Tries now: back online, signed in, or the person asked. */
  hurry(): Promise<void>;
  dismiss(id: string): Promise<void>;
  listen(events: OutboxEvents): void;
  close(): void;
}

const keptLanes = 500;
/** Failures that any other entry would meet as well. */
const meansNobody = (code: Failure["code"]) =>
  code === "offline" || code === "api_unreachable" || asksForSignIn(code);

export async function openOutbox(parts: OutboxParts): Promise<Outbox> {
  const { store, now } = parts;
  const latest = new Map<string, Latest>();
  const watchers = new Set<() => void>();
  const listeners = new Set<OutboxEvents>();
  const writing = new Map<string, Entry>();
  /** Ids the API replaced by earlier ones. */
  const knownAs = new Map<string, string>();
  let entries = inOrder(await store.all());
  let failure: Failure | undefined;
  let isSending = false;
  let draining: Promise<void> | undefined;
  let again = false;
  let isRushing = false;
  let cancelTimer = () => {};
  let status = statusNow();

  for (const entry of entries) remember(entry);

  function statusNow(): OutboxStatus {
    const refused = entries.filter((entry) => entry.refused !== undefined);
    return {
      waiting: entries.length - refused.length,
      isSending,
      isDurable: store.isDurable,
      ...(failure ? { failure } : {}),
      refused,
    };
  }
  function changed() {
    status = statusNow();
    for (const watcher of watchers) watcher();
  }
  function remember(entry: Entry, deliveredAt?: number) {
    const newer = latest.get(entry.lane);
    if (newer && newer.entry.order > entry.order) return;
    latest.delete(entry.lane);
    latest.set(entry.lane, { entry, ...(deliveredAt === undefined ? {} : { deliveredAt }) });
    for (const lane of latest.keys()) {
      if (latest.size <= keptLanes) break;
      latest.delete(lane);
    }
  }
  async function save(entry: Entry) {
    writing.set(entry.id, entry);
    entries = inOrder([...entries.filter(({ id }) => id !== entry.id), entry]);
    await store.put(entry).finally(() => writing.delete(entry.id));
  }
  /** What is stored, with what is being stored right now; another tab may have delivered, or added, meanwhile. */
  async function reload() {
    const stored = (await store.all()).filter(({ id }) => !writing.has(id));
    entries = inOrder([...stored, ...writing.values()]);
    const waiting = new Set(entries.map(({ id }) => id));
    for (const [lane, { entry, deliveredAt }] of latest)
      if (deliveredAt === undefined && !waiting.has(entry.id))
        latest.set(lane, { entry, deliveredAt: now() });
    if (!isRushing) return;
    isRushing = false;
    for (const entry of entries) if (entry.notBefore > now()) await save({ ...entry, notBefore: 0 });
  }
  async function forget(id: string) {
    entries = entries.filter((entry) => entry.id !== id);
    await store.remove(id);
  }

  async function sendOne(entry: Entry): Promise<"next" | "stop"> {
    const result = await deliver(parts.api, entry, async (known) => {
      // The API may know the message under an earlier id: everything said of it goes there.
      knownAs.set(entry.predictionId, known);
      for (const other of entries.filter(
        (e) => e.lane === entry.lane && e.predictionId === entry.predictionId,
      )) {
        const { opening: _, ...rest } = other;
        await save({ ...rest, predictionId: known });
      }
    });
    if (result.ok) {
      failure = undefined;
      await forget(entry.id);
      const mine = latest.get(entry.lane);
      if (mine?.entry.id === entry.id) latest.set(entry.lane, { entry: mine.entry, deliveredAt: now() });
      for (const listener of listeners) listener.onDelivered(entry, result.value);
      return "next";
    }
    const current = entries.find(({ id }) => id === entry.id) ?? entry;
    if (passesByItself(result.failure.code)) {
      failure = result.failure;
      const wait = waitMs(entry.tries, result.failure.retryAfter, parts.random);
      await save({ ...current, tries: entry.tries + 1, notBefore: now() + wait });
      return meansNobody(result.failure.code) ? "stop" : "next";
    }
    await save({ ...current, refused: result.failure.code });
    if (latest.get(entry.lane)?.entry.id === entry.id) latest.delete(entry.lane);
    for (const listener of listeners) listener.onRefused(entry, result.failure);
    return "next";
  }

  async function pass() {
    await reload();
    for (let entry = nextOf(entries, now()); entry; entry = nextOf(entries, now())) {
      isSending = true;
      changed();
      if ((await sendOne(entry)) === "stop") break;
    }
    isSending = false;
    changed();
  }
  function schedule() {
    cancelTimer();
    const waiting = entries.filter((entry) => entry.refused === undefined);
    if (waiting.length === 0) return;
    const soonest = Math.min(...waiting.map((entry) => entry.notBefore));
    const waitFor = Math.min(longestWaitMs, Math.max(250, soonest - now()));
    cancelTimer = parts.later(() => void drain(), waitFor);
  }
  function drain(): Promise<void> {
    if (draining) {
      again = true;
      return draining;
    }
    draining = parts
      .alone(async () => {
        do {
          again = false;
          await pass();
        } while (again);
      })
      .catch(() => void 0)
      .finally(() => {
        draining = undefined;
        isSending = false;
        schedule();
        changed();
      });
    return draining;
  }

  const outbox: Outbox = {
    async add({ lane, predictionId, departmentId, delivery, opening, rewords }) {
      const id = idOf(delivery);
      if (entries.some((entry) => entry.id === id)) return;
      const entry: Entry = {
        id,
        order: orderAfter(entries, parts.newId()),
        lane,
        predictionId: knownAs.get(predictionId) ?? predictionId,
        departmentId,
        delivery,
        ...(rewords === undefined ? {} : { rewords }),
        ...(opening && !knownAs.has(predictionId) ? { opening } : {}),
        tries: 0,
        notBefore: 0,
      };
      remember(entry);
      for (const listener of listeners) listener.onAdded?.(entry);
      const saving = save(entry);
      changed();
      await saving;
      void drain();
    },
    latest: (lane) => latest.get(lane),
    laneOf: (feedbackId) =>
      [...latest.values()].find(({ entry }) => verdictId(entry.delivery) === feedbackId)?.entry.lane,
    status: () => status,
    subscribe(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    async hurry() {
      isRushing = true;
      await drain();
    },
    async dismiss(id) {
      await forget(id);
      changed();
    },
    listen: (events) => void listeners.add(events),
    close: () => cancelTimer(),
  };
  void drain();
  return outbox;
}

const verdictId = (delivery: Delivery) =>
  delivery.kind === "verdict" ? delivery.request.feedbackId : undefined;
