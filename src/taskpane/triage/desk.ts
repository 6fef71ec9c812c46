/** The triage screen at work: holds the state, adds time and ids to each press, and carries out what `next` asks for. */
import type { Mailbox } from "../../outlook/mailbox.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import { openMessage } from "../opening/opening.ts";
import type { OpeningParts } from "../opening/parts.ts";
import type { Delivered } from "../outbox/delivery.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Entry } from "../outbox/outboxEntry.ts";
import type { OwedLabel, OwedLabels } from "../outbox/owedLabels.ts";
import type { RecentMove } from "../outbox/recents.ts";
import type { Profile } from "../profile/profile.ts";
import { askingOf, next } from "./next.ts";
import type { Noting } from "./noted.ts";
import {
  begin,
  type Command,
  type Opening,
  type Press,
  type Said,
  type Screen,
  type TriageEvent,
  type TriageState,
} from "./state.ts";
import { keepSubjects } from "./subjects.ts";
import { isLate } from "./verdicts.ts";

export interface DeskParts extends Omit<OpeningParts, "mailbox" | "outbox" | "profile"> {
  mailbox: Mailbox;
  outbox: Outbox;
  profile: Profile;
  owed: OwedLabels;
}

export interface Undoable {
  feedbackId: string;
  predictionId: string;
  departmentId: string;
  category?: string;
}

export interface Desk {
  state(): TriageState;
  subscribe(changed: () => void): () => void;
  choose(picked: { category?: string; priority?: Priority }, generation: number): void;
  unsure(generation: number): void;
  move(to: string, generation: number): void;
  /** Fetches back what was just moved. */
  moveBack(generation: number): void;
  /** A move of whatever message. */
  fetchBack(move: RecentMove): void;
  note(words: Noting, generation: number): void;
  annotate(said: Said, generation: number): void;
  looked(generation: number): void;
  reconsider(generation: number): void;
  undo(given: Undoable): void;
  reopen(): void;
  /** Asks again without taking away what is on the screen; nothing where the model has answered, or somebody has. */
  retry(): void;
  /** Looks at Outlook again because somebody asked: whatever is open now is opened afresh. */
  lookAgain(): void;
  /** Something was stored of a message elsewhere: it is opened afresh, unless something has been begun here. */
  heardOf(messageRef: string): void;
  dismiss(): void;
  /** Of a message opened since the pane was. */
  subjectOf(predictionId: string): string | undefined;
  /** Looks at Outlook and follows it. */
  follow(): void;
}

export function openDesk(parts: DeskParts): Desk {
  let state = begin;
  const subjects = keepSubjects();
  const watchers = new Set<() => void>();

  function send(event: TriageEvent) {
    const step = next(state, event);
    if (step.state === state && step.commands.length === 0) return;
    state = step.state;
    for (const watcher of watchers) watcher();
    for (const command of step.commands) void run(command);
  }

  async function run(command: Command): Promise<void> {
    if (command.type === "store") return parts.outbox.add(command.entry);
    if (command.type === "reselect") return follow();
    if (command.type === "label") {
      const { fingerprint } = command;
      if (!(await label(parts, command))) send({ type: "unlabelled", fingerprint });
      return;
    }
    const opening = await openMessage(parts, command.message).catch(() => fault);
    if (opening) {
      if (opening.kind === "asking")
        subjects.note(opening.asking.question.predictionId, command.message.subject);
      send({ type: "opened", generation: command.generation, opening });
      return payLabel(parts, command.message.fingerprint, opening);
    }
    follow();
    // Outlook went away and came back: the same message is opened once more.
    if (state.generation === command.generation) send({ type: "reopen" });
  }

  const follow = () =>
    send({
      type: "selected",
      selection: parts.mailbox.current(),
      id: parts.newId(),
    });
  const press = (generation: number): Press => ({
    generation,
    current: parts.mailbox.current().fingerprint,
    id: parts.newId(),
    at: parts.now(),
  });

  parts.outbox.listen({
    onDelivered(entry, delivered) {
      // The API may know the opening under an earlier id.
      const subject = subjects.of(entry.predictionId);
      if (delivered.kind === "receipt" && subject !== undefined)
        subjects.note(delivered.receipt.predictionId, subject);
      oweLabel(parts, state.screen, entry, delivered);
      send({ type: "delivered", id: entry.id, delivered });
    },
    onRefused: (entry, failure) => send({ type: "refused", id: entry.id, failure }),
  });

  return {
    state: () => state,
    subscribe(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    choose: (picked, generation) => send({ type: "chose", ...picked, ...press(generation) }),
    unsure: (generation) => send({ type: "unsure", ...press(generation) }),
    move: (to, generation) => send({ type: "move", to, ...press(generation) }),
    moveBack: (generation) => send({ type: "moveBack", ...press(generation) }),
    fetchBack(move) {
      const subject = subjects.of(move.predictionId);
      const said = subject === undefined ? {} : { subject };
      send({ type: "fetchBack", move, ...said, id: parts.newId(), at: parts.now() });
    },
    note: (words, generation) => send({ type: "noted", ...words, generation }),
    looked: (generation) => send({ type: "looked", generation }),
    reconsider: (generation) => send({ type: "reconsider", generation, at: parts.now() }),
    undo(given) {
      const lane = parts.outbox.laneOf(given.feedbackId);
      const subject = subjects.of(given.predictionId);
      const { feedbackId, predictionId, departmentId, category } = given;
      const { screen } = state;
      const isOpen = screen.kind === "answered" && screen.given.feedbackId === feedbackId;
      const isLabelled =
        !isOpen && category !== undefined && outlookName(parts, departmentId, category) !== undefined;
      if (isLabelled) parts.owed.owe({ ...(lane ? { lane } : {}), predictionId, category, how: "remove" });
      send({
        type: "undo",
        feedbackId,
        predictionId,
        departmentId,
        isLabelled,
        ...(lane ? { lane } : {}),
        ...(subject === undefined ? {} : { subject }),
        at: parts.now(),
      });
    },
    annotate: (said, generation) => send({ type: "annotate", said, ...press(generation) }),
    reopen: () => send({ type: "reopen" }),
    retry: () => send({ type: "retry" }),
    lookAgain() {
      const { generation } = state;
      follow();
      if (state.generation === generation) send({ type: "reopen" });
    },
    heardOf(messageRef) {
      const { screen } = state;
      if (!isBegun(screen) && askingOf(screen)?.question.messageRef === messageRef) send({ type: "reopen" });
    },
    dismiss: () => send({ type: "dismiss" }),
    subjectOf: subjects.of,
    follow,
  };
}

/** Words or presses that would be lost, or the way back of a move. */
function isBegun(screen: Screen): boolean {
  if (screen.kind === "answered") return isLate(screen);
  if (!("question" in screen)) return screen.kind === "moved";
  const { presses, reason, note } = screen.question.draft;
  return presses > 0 || reason !== undefined || Boolean(note);
}

const fault = { kind: "failed", failure: { code: "internal" } } as const;

/** The category's name in Outlook; undefined where none is written. */
function outlookName({ profile }: DeskParts, departmentId: string, category: string): string | undefined {
  const department = profile.peek()?.departments.find(({ id }) => id === departmentId);
  if (!department?.policy.categoryWriting) return undefined;
  return department.taxonomy.categories.find(({ id }) => id === category)?.outlookCategory;
}

const write = ({ mailbox }: DeskParts, how: OwedLabel["how"], fingerprint: string, name: string) =>
  how === "add" ? mailbox.addCategory(fingerprint, name) : mailbox.removeCategory(fingerprint, name);

/** Best effort: the verdict is stored already, and the label is only its shadow in Outlook. False where Outlook refused. */
async function label(parts: DeskParts, command: Extract<Command, { type: "label" }>): Promise<boolean> {
  const { how, fingerprint, departmentId, category } = command;
  const name = outlookName(parts, departmentId, category);
  if (!name) return true;
  const written = await write(parts, how, fingerprint, name);
  return how === "remove" || written !== "notWritten";
}

/** Stored when another message was open already: its category is written when it is opened again. */
function oweLabel(
  parts: DeskParts,
  screen: Screen,
  { id, lane, departmentId, delivery }: Entry,
  delivered: Delivered,
) {
  if (delivery.kind !== "verdict" || delivered.kind !== "receipt" || delivery.request.batch) return;
  const isOpen = screen.kind === "answered" && screen.given.feedbackId === id;
  const { verdict } = delivery.request;
  if (isOpen || verdict.kind !== "holds" || !outlookName(parts, departmentId, verdict.category)) return;
  const { predictionId } = delivered.receipt;
  parts.owed.owe({ lane, predictionId, category: verdict.category, how: "add" });
}

/** What is still to be written on this message, or to be taken off: as what is said of it now has it. */
async function payLabel(parts: DeskParts, fingerprint: string, opening: Opening): Promise<void> {
  if (opening.kind !== "asking") return;
  const { messageRef, predictionId, departmentId } = opening.asking.question;
  const owed = parts.owed.take(messageRef, predictionId);
  if (!owed) return;
  const stands = opening.given?.verdict ?? opening.known?.verdict;
  const isSaid = stands?.kind === "holds" && stands.category === owed.category;
  if (isSaid !== (owed.how === "add")) return;
  const name = outlookName(parts, departmentId, owed.category);
  if (!name) return;
  if ((await write(parts, owed.how, fingerprint, name)) !== "written") parts.owed.owe(owed);
}
