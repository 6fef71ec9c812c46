/** From a press to a verdict that names its message and its prediction; or to nothing, when Outlook has moved on. */
import type { Priority } from "../../triage/taxonomy.ts";
import type { Verdict } from "../../triage/verdict.ts";
import { askingOf, type Step, saidBy, stay } from "./next.ts";
import { noted } from "./noted.ts";
import type {
  Asking,
  Command,
  Draft,
  Given,
  GivenWording,
  Press,
  Said,
  TriageEvent,
  TriageState,
} from "./state.ts";

/** A press counts only for the question it was made on, and only while Outlook still shows that message. */
export function acted(state: TriageState, press: Press, act: (asking: Asking) => Step): Step {
  const { screen, generation, fingerprint } = state;
  const isFor = press.generation === generation && "question" in screen;
  if (isFor && press.current === fingerprint) return act(screen);
  // A second press on what is answered already is no new answer.
  if (press.generation === generation && press.current === fingerprint && askingOf(screen))
    return stay(state);
  return { state: { ...state, notice: { kind: "movedOn" } }, commands: [{ type: "reselect" }] };
}

/** What the row's presses add up to: a whole verdict, or still a draft. */
export function chosen(
  state: TriageState,
  asking: Asking,
  event: Extract<TriageEvent, { type: "chose" }>,
): Step {
  const draft: Draft = {
    ...asking.question.draft,
    presses: asking.question.draft.presses + 1,
    ...(event.category === undefined ? {} : { category: event.category }),
    ...(event.priority === undefined ? {} : { priority: event.priority }),
  };
  const verdict = wholeVerdict(asking, draft, event.category);
  if (!verdict) return stay({ ...state, screen: { ...asking, question: { ...asking.question, draft } } });
  return give(state, asking, draft, verdict, event);
}

/**
 * Where the model speaks, its priority stands until another is picked, and a category completes the verdict. Where it
 * does not, nothing stands: both are picked, in either order, so that no default leans on the answer.
 */
function wholeVerdict(asking: Asking, draft: Draft, pressed: string | undefined): Verdict | undefined {
  const priority = priorityIn(asking, draft);
  const category = "prediction" in asking ? pressed : draft.category;
  return category && priority ? { kind: "holds", category, priority } : undefined;
}

export const priorityIn = (asking: Asking, draft: Draft): Priority | undefined =>
  draft.priority ?? ("prediction" in asking ? asking.prediction.priorities[0]?.priority : undefined);

export const unsureOf = (state: TriageState, asking: Asking, press: Press): Step =>
  give(
    state,
    asking,
    { ...asking.question.draft, presses: asking.question.draft.presses + 1 },
    { kind: "unsure" },
    press,
  );

const longestMs = 86_400_000;

function give(state: TriageState, asking: Asking, draft: Draft, verdict: Verdict, press: Press): Step {
  const wording = {
    ...saidOf(draft),
    presses: Math.min(draft.presses, 1_000),
    handlingMs: Math.min(longestMs, Math.max(0, Math.round(press.at - asking.question.shownAt))),
    at: press.at,
  };
  const { predictionId } = asking.question;
  const given: Given = { feedbackId: press.id, predictionId, verdict, isStored: false, wording };
  const { notice: _, ...rest } = state;
  return {
    state: { ...rest, screen: { kind: "answered", asking, given, ...saidBy(asking) } },
    commands: [storing(asking, given, wording)],
  };
}

const storing = (
  { question }: Asking,
  given: Given,
  { at, ...wording }: GivenWording,
  rewords?: string,
): Command => ({
  type: "store",
  entry: {
    ...(rewords === undefined ? {} : { rewords }),
    lane: question.messageRef,
    predictionId: given.predictionId,
    departmentId: question.departmentId,
    ...(question.opening ? { opening: question.opening } : {}),
    delivery: {
      kind: "verdict",
      request: {
        feedbackId: given.feedbackId,
        messageRef: question.messageRef,
        ...(question.itemId === undefined ? {} : { itemId: question.itemId }),
        verdict: given.verdict,
        ...wording,
        decidedAt: at,
      },
    },
  },
});

function saidOf({ reason, note }: Said): Said {
  const words = note?.trim().slice(0, 1_000);
  return { ...(reason ? { reason } : {}), ...(words ? { note: words } : {}) };
}

/** Words begun after the answer; they are kept apart until they are added. */
export function notedLate(state: TriageState, event: Extract<TriageEvent, { type: "noted" }>): Step {
  const { screen, generation } = state;
  if (screen.kind !== "answered" || !screen.given.wording || event.generation !== generation)
    return stay(state);
  return stay({ ...state, screen: { ...screen, late: noted(lateOf(screen), event) } });
}

type Answered = Extract<TriageState["screen"], { kind: "answered" }>;

export const lateOf = ({ late, given }: Answered): Said => late ?? saidOf(given.wording ?? {});

/** There are words beside the answer that have not been added to it. */
export function isLate(screen: Answered): boolean {
  const { late, given } = screen;
  if (!late || !given.wording) return false;
  const [now, before] = [saidOf(late), saidOf(given.wording)];
  return now.reason !== before.reason || now.note !== before.note;
}

/** Who goes on to another message has not thrown the begun words away. */
export function leaving({ screen }: TriageState, id: string): Command[] {
  if (screen.kind !== "answered" || !screen.late || !isLate(screen)) return [];
  return reworded(screen, screen.late, id).commands;
}

/** The same verdict in a newer wording, of the message that is open: decided when it was, with what it took. */
export function annotated(state: TriageState, event: Extract<TriageEvent, { type: "annotate" }>): Step {
  const { screen, generation, fingerprint } = state;
  if (screen.kind !== "answered" || event.generation !== generation || event.current !== fingerprint)
    return stay(state);
  const { given, commands } = reworded(screen, event.said, event.id);
  if (!given) return stay(state);
  const { late: _, ...answered } = screen;
  return { state: { ...state, screen: { ...answered, given } }, commands };
}

function reworded({ given, asking }: Answered, said: Said, id: string) {
  if (!given.wording) return { commands: [] };
  const { presses, handlingMs, at } = given.wording;
  const wording = { ...saidOf(said), presses, handlingMs, at };
  const newer: Given = {
    ...given,
    feedbackId: id,
    isStored: false,
    wording,
    ...(given.isStored ? { before: given } : {}),
  };
  return { given: newer, commands: [storing(asking, newer, wording, given.feedbackId)] };
}
