/** The triage screen at work: holds the state, adds time and ids to each press, and carries out what `next` asks for. */
import type { Mailbox } from "../../outlook/mailbox.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import { type OpeningParts, openMessage } from "../opening.ts";
import type { Outbox } from "../outbox.ts";
import type { Profile } from "../profile.ts";
import { next } from "./next.ts";
import type { Noting } from "./noted.ts";
import { begin, type Command, type Press, type Said, type TriageEvent, type TriageState } from "./state.ts";

export interface DeskParts extends Omit<OpeningParts, "mailbox" | "outbox" | "profile"> {
  mailbox: Mailbox;
  outbox: Outbox;
  profile: Profile;
}

export interface Desk {
  state(): TriageState;
  subscribe(changed: () => void): () => void;
  choose(picked: { category?: string; priority?: Priority }, generation: number): void;
  unsure(generation: number): void;
  move(to: string, generation: number): void;
  note(words: Noting, generation: number): void;
  annotate(said: Said, generation: number): void;
  looked(generation: number): void;
  reconsider(generation: number): void;
  undo(given: { feedbackId: string; predictionId: string; departmentId: string }): void;
  reopen(): void;
  /** Looks at Outlook again because somebody asked: whatever is open now is opened afresh. */
  lookAgain(): void;
  dismiss(): void;
  /** Looks at Outlook and follows it. */
  follow(): void;
}

export function openDesk(parts: DeskParts): Desk {
  let state = begin;
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
    if (opening) return send({ type: "opened", generation: command.generation, opening });
    follow();
    // Outlook went away and came back: the same message is opened once more.
    if (state.generation === command.generation) send({ type: "reopen" });
  }

  const follow = () => send({ type: "selected", selection: parts.mailbox.current() });
  const press = (generation: number): Press => ({
    generation,
    current: parts.mailbox.current().fingerprint,
    id: parts.newId(),
    at: parts.now(),
  });

  parts.outbox.listen({
    onDelivered: (entry, delivered) => send({ type: "delivered", id: entry.id, delivered }),
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
    note: (words, generation) => send({ type: "noted", ...words, generation }),
    looked: (generation) => send({ type: "looked", generation }),
    reconsider: (generation) => send({ type: "reconsider", generation, at: parts.now() }),
    undo(given) {
      const lane = parts.outbox.laneOf(given.feedbackId);
      const { feedbackId, predictionId, departmentId } = given;
      send({
        type: "undo",
        feedbackId,
        predictionId,
        departmentId,
        ...(lane ? { lane } : {}),
        at: parts.now(),
      });
    },
    annotate: (said, generation) => send({ type: "annotate", said, ...press(generation) }),
    reopen: () => send({ type: "reopen" }),
    lookAgain() {
      const { generation } = state;
      follow();
      if (state.generation === generation) send({ type: "reopen" });
    },
    dismiss: () => send({ type: "dismiss" }),
    follow,
  };
}

const fault = { kind: "failed", failure: { code: "internal" } } as const;

/** Best effort: the verdict is stored already, and the label is only its shadow in Outlook. False where Outlook refused. */
async function label(
  { mailbox, profile }: DeskParts,
  command: Extract<Command, { type: "label" }>,
): Promise<boolean> {
  const department = profile.peek()?.departments.find(({ id }) => id === command.departmentId);
  const name = department?.taxonomy.categories.find(({ id }) => id === command.category)?.outlookCategory;
  if (!department?.policy.categoryWriting || !name) return true;
  const { how, fingerprint } = command;
  const written =
    how === "add"
      ? await mailbox.addCategory(fingerprint, name)
      : await mailbox.removeCategory(fingerprint, name);
  return how === "remove" || written !== "notWritten";
}
