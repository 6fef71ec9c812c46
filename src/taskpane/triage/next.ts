/** The triage screen's one decision: state and event in, state and commands out; pure. */

import type { OpenMessage } from "../../outlook/selection.ts";
import { asksForSignIn } from "../../triage/failure.ts";
import { arrived, refusedBy } from "./arrivals.ts";
import { canComeBack } from "./canComeBack.ts";
import { fetchedBack, moved, movedBack } from "./moves.ts";
import { noted } from "./noted.ts";
import type { Asking, Command, Draft, Opening, Screen, TriageEvent, TriageState } from "./state.ts";
import { undone } from "./undo.ts";
import { leftIn, takenUp } from "./unfinished.ts";
import { acted, annotated, chosen, leaving, notedLate, unsureOf } from "./verdicts.ts";

export interface Step {
  readonly state: TriageState;
  readonly commands: readonly Command[];
}

export const stay = (state: TriageState): Step => ({ state, commands: [] });

export function next(state: TriageState, event: TriageEvent): Step {
  switch (event.type) {
    case "selected":
      return event.selection.fingerprint === state.fingerprint ? stay(state) : select(state, event);
    case "reopen":
      return "message" in state.screen || askingOf(state.screen) ? reopen(state) : stay(state);
    case "retry":
      return canComeBack(state.screen) ? asked(state) : stay(state);
    case "opened":
      return opened(state, event);
    case "chose":
      return acted(state, event, (asking) => chosen(state, asking, event));
    case "unsure":
      return acted(state, event, (asking) => unsureOf(state, asking, event));
    case "move":
      return acted(state, event, (asking) => moved(state, asking, event));
    case "moveBack":
      return movedBack(state, event);
    case "fetchBack":
      return fetchedBack(state, event);
    case "noted":
      return state.screen.kind === "answered"
        ? notedLate(state, event)
        : redraft(state, event.generation, (draft) => noted(draft, event));
    case "annotate":
      return annotated(state, event);
    case "looked":
      return redraft(state, event.generation, (draft) => ({ ...draft, presses: draft.presses + 1 }));
    case "reconsider":
      return reconsider(state, event);
    case "undo":
      return undone(state, event);
    case "delivered":
      return arrived(state, event);
    case "refused":
      return refusedBy(state, event);
    case "unlabelled":
      return event.fingerprint === state.fingerprint
        ? stay({ ...state, notice: { kind: "unlabelled" } })
        : stay(state);
    case "dismiss":
      return stay(without(state));
  }
}

const without = ({ notice: _, ...state }: TriageState): TriageState => state;

export const askingOf = (screen: Screen): Asking | undefined => {
  if ("asking" in screen) return screen.asking;
  return "question" in screen ? screen : undefined;
};

function select(state: TriageState, event: Extract<TriageEvent, { type: "selected" }>): Step {
  const { selection } = event;
  const commands = leaving(state, event.id);
  const generation = state.generation + 1;
  const { fingerprint } = selection;
  const base = { generation, fingerprint, ...leftIn(state), ...keptNotice(state) };
  if (selection.kind === "none") return { state: { ...base, screen: { kind: "nothingSelected" } }, commands };
  if (selection.kind !== "message")
    return { state: { ...base, screen: { kind: "notAMessage", what: selection.kind } }, commands };
  const { message } = selection;
  return {
    state: { ...base, screen: { kind: "loading", message } },
    commands: [...commands, { type: "open", generation, message }],
  };
}

/**
 * "That was for the previous message" is said while the next one is already on screen; a refusal stays until seen.
 * Any other concerns the message left behind; a verdict not stored concerns the person.
 */
const keptNotice = ({ notice }: TriageState) =>
  notice?.kind === "movedOn" || notice?.kind === "refused" ? { notice } : {};

const messageOf = (screen: Screen) =>
  "message" in screen ? screen.message : askingOf(screen)?.question.message;

export function reopen(state: TriageState): Step {
  const message = messageOf(state.screen);
  if (!message) return stay(state);
  const generation = state.generation + 1;
  const { begun } = leftIn(state);
  return asked({ ...without(state), generation, screen: { kind: "loading", message }, begun });
}

function asked(state: TriageState): Step {
  const message = messageOf(state.screen);
  return message
    ? { state, commands: [{ type: "open", generation: state.generation, message }] }
    : stay(state);
}

/** An answer that was begun while the API was asked again is never taken away. */
function opened(state: TriageState, event: Extract<TriageEvent, { type: "opened" }>): Step {
  const { screen, generation } = state;
  const message = messageOf(screen);
  if (event.generation !== generation || !message) return stay(state);
  if (screen.kind !== "loading" && !canComeBack(screen)) return stay(state);
  const fresh = screenOf(message, event.opening);
  return isSameTrouble(screen, fresh) ? stay(state) : stay({ ...state, ...takenUp(fresh, state.begun) });
}

const isSameTrouble = (before: Screen, now: Screen) =>
  (before.kind === "chooseDepartment" && now.kind === "chooseDepartment") ||
  (before.kind === "unpredicted" && now.kind === "unpredicted" && before.why === now.why) ||
  (before.kind === "fault" && now.kind === "fault" && before.failure.code === now.failure.code);

function screenOf(message: OpenMessage, opening: Opening): Screen {
  if (opening.kind === "noDepartment") return { kind: "chooseDepartment", message };
  if (opening.kind === "failed")
    return {
      kind: asksForSignIn(opening.failure.code) ? "signInNeeded" : "fault",
      message,
      failure: opening.failure,
    };
  if (opening.kind === "moved") return { ...opening, message };
  const { asking, known, given } = opening;
  if (given) return { kind: "answered", asking, given, ...saidBy(asking) };
  if (known?.by.kind === "colleague") return { kind: "answeredByColleague", asking, known };
  if (!known) return asking;
  const { feedbackId, predictionId, verdict, outcome, wording, at } = known;
  return {
    kind: "answered",
    asking,
    given: {
      feedbackId,
      predictionId,
      verdict,
      outcome,
      isStored: true,
      ...(wording ? { wording: { ...wording, at } } : {}),
    },
    ...saidBy(asking),
  };
}

export const saidBy = (asking: Asking) => ("prediction" in asking ? { said: asking.prediction } : {});

function redraft(state: TriageState, generation: number, change: (draft: Draft) => Draft): Step {
  const { screen } = state;
  if (generation !== state.generation || !("question" in screen)) return stay(state);
  const question = { ...screen.question, draft: change(screen.question.draft) };
  return stay({ ...state, screen: { ...screen, question } });
}

function reconsider(state: TriageState, event: Extract<TriageEvent, { type: "reconsider" }>): Step {
  const { screen } = state;
  if (event.generation !== state.generation || screen.kind !== "answeredByColleague") return stay(state);
  const { asking } = screen;
  return stay({ ...state, screen: { ...asking, question: { ...asking.question, shownAt: event.at } } });
}
