/** Several selected messages at work: reads them one after the other, asks what is predicted, confirms and takes back together. */

import type { Mailbox } from "../../outlook/mailbox.ts";
import type { SelectedItemDetails } from "../../outlook/office.ts";
import type { Read, Several } from "../../outlook/several.ts";
import type { Failure } from "../../triage/failure.ts";
import { passesByItself } from "../../triage/failure.ts";
import type { OpeningParts } from "../opening/parts.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Profile } from "../profile/profile.ts";
import { confirmed, takenBack } from "./entries.ts";
import { seenOf } from "./excerpt.ts";
import { type Judged, judge } from "./judge.ts";
import {
  type BatchState,
  doneIn,
  type Given,
  groupsIn,
  type Member,
  nothing,
  redrawn,
  type Standing,
  selectedIn,
} from "./state.ts";

export interface BatchParts
  extends Pick<OpeningParts, "api" | "refOf" | "digest" | "reader" | "now" | "newId"> {
  several: Several;
  mailbox: Pick<Mailbox, "ownAddress" | "show">;
  profile: Pick<Profile, "get" | "peek" | "refresh">;
  outbox: Pick<Outbox, "add" | "listen">;
  /** In [0, 1): who is to be opened. */
  random: () => number;
}

export interface Batch {
  state(): BatchState;
  subscribe(changed: () => void): () => void;
  /** Other messages are selected. */
  follow(items: readonly SelectedItemDetails[]): void;
  /** Somebody looks at a member: its text is on the screen, or Outlook shows it. False where neither can be. */
  open(id: string, where: "here" | "outlook"): Promise<boolean>;
  /** Takes a member out of its group, or back in. */
  toggle(id: string): void;
  confirm(key: string): void;
  undo(key: string): void;
  retry(): void;
}

/** Asked of the API at the same time. */
const atOnce = 4;

export function openBatch(parts: BatchParts): Batch {
  const { outbox, several, now, newId } = parts;
  const watchers = new Set<() => void>();
  const items = new Map<string, SelectedItemDetails>();
  let state = nothing;
  let run = 0;
  let presses = 0;

  function set(change: Partial<BatchState>) {
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  }
  const settle = () => {
    state = redrawn(state, parts.random);
    set({ shownAt: now() });
  };
  const stand = (id: string, standing: Standing, more: Partial<Member> = {}) =>
    set({ members: { ...state.members, [id]: { ...state.members[id]!, ...more, standing } } });
  const give = (id: string, given: Given | undefined) => {
    const { [id]: _, ...rest } = state.given;
    set({ given: given ? { ...rest, [id]: given } : rest });
  };
  const idOf = (feedbackId: string) =>
    Object.keys(state.given).find((id) => state.given[id]!.feedbackId === feedbackId);
  const readyAt = (id: string) => {
    const standing = state.members[id]?.standing;
    return standing?.kind === "ready" ? standing : undefined;
  };

  /** Of the messages selected now, those of which nothing is known yet. */
  async function work(): Promise<void> {
    const mine = ++run;
    const asked = new Set<Promise<void>>();
    for (const { id, standing } of selectedIn(state)) {
      if (standing.kind !== "waiting") continue;
      const read = await several.read(items.get(id)!);
      if (mine !== run || state.failure) return;
      const asking: Promise<void> = judge(parts, read)
        .then((judged) => mine === run && note(id, read, judged))
        .catch(() => mine === run && stop({ code: "internal" }))
        .then(() => void asked.delete(asking));
      asked.add(asking);
      if (asked.size >= atOnce) await Promise.race(asked);
    }
    await Promise.all(asked);
    if (mine === run && !state.failure) settle();
  }

  function note(id: string, read: Read, judged: Judged): void {
    if (judged.kind === "failed") stop(judged.failure);
    else stand(id, judged, read.kind === "message" ? seenOf(read) : {});
  }
  const stop = (failure: Failure) => set({ failure });

  /** Best effort, after it is stored; Outlook loads one message at a time, so this takes its time. */
  async function label(id: string, how: "add" | "remove"): Promise<void> {
    const ready = readyAt(id);
    const department = parts.profile.peek()?.departments.find((one) => one.id === ready?.departmentId);
    const name = department?.taxonomy.categories.find(
      (one) => one.id === ready?.call.category,
    )?.outlookCategory;
    if (!department?.policy.categoryWriting || !name) return;
    const isDone = await several.label(id, how, name);
    if (!isDone && how === "add") set({ unlabelled: state.unlabelled + 1 });
  }

  outbox.listen({
    onAdded({ lane, delivery }) {
      if (delivery.kind !== "verdict" || delivery.request.batch) return;
      const id = Object.keys(state.members).find((one) => readyAt(one)?.messageRef === lane);
      if (id && !state.given[id]) stand(id, { kind: "alone", why: "answered_already" });
    },
    onDelivered(entry) {
      const id = entry.delivery.kind === "verdict" ? idOf(entry.id) : undefined;
      if (!id) return;
      give(id, { ...state.given[id]!, isStored: true });
      void label(id, "add");
    },
    onRefused(entry, { code }) {
      const id = entry.delivery.kind === "verdict" ? idOf(entry.id) : undefined;
      if (!id) return;
      give(id, undefined);
      stand(id, { kind: "alone", why: code });
    },
  });

  function follow(selected: readonly SelectedItemDetails[]): void {
    const ids = selected.flatMap(({ itemId }) => itemId ?? []);
    if (ids.join("\n") === state.ids.join("\n")) return;
    const { failure: _, ...rest } = state;
    const members = { ...state.members };
    for (const item of selected) {
      if (!item.itemId) continue;
      items.set(item.itemId, item);
      const known = members[item.itemId];
      // What was not free before may be by now.
      if (known?.standing.kind === "ready") continue;
      members[item.itemId] = {
        id: item.itemId,
        subject: item.subject ?? "",
        sender: known?.sender ?? "",
        standing: { kind: "waiting" },
      };
    }
    state = { ...rest, members };
    presses = 0;
    set({ ids, unlabelled: 0 });
    if (ids.length > 0) void work();
  }

  function confirm(key: string): void {
    const group = groupsIn(state).find((one) => one.key === key);
    if (!group?.mayConfirm) return;
    presses += 1;
    const entries = confirmed(group, state, { newId, at: now(), presses });
    const given = { ...state.given };
    for (const { id, feedbackId } of entries) given[id] = { feedbackId, isStored: false };
    set({ given });
    presses = 0;
    for (const { entry } of entries) void outbox.add(entry);
  }

  function undo(key: string): void {
    for (const id of doneIn(state).find((one) => one.key === key)?.ids ?? []) {
      const { feedbackId, isStored } = state.given[id]!;
      if (isStored) void label(id, "remove");
      give(id, undefined);
      void outbox.add(takenBack(readyAt(id)!, feedbackId));
    }
    settle();
  }

  return {
    state: () => state,
    subscribe(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    follow,
    async open(id, where) {
      presses += 1;
      const isOpen = where === "outlook" ? await parts.mailbox.show(id) : true;
      if (isOpen && !state.opened.includes(id)) set({ opened: [...state.opened, id] });
      return isOpen;
    },
    toggle(id) {
      presses += 1;
      const out = state.out.includes(id) ? state.out.filter((one) => one !== id) : [...state.out, id];
      state = redrawn({ ...state, out }, parts.random);
      set({});
    },
    confirm,
    undo,
    retry() {
      const { failure, ...rest } = state;
      if (!failure) return;
      state = rest;
      set({});
      void work();
    },
  };
}

/** Another try can help. */
export const mayRetry = ({ code }: Failure): boolean => passesByItself(code) || code === "internal";
