/** What is known of several selected messages: pure values, and what follows from them. */
import { alikeBy, draw, fewestMembers, type GroupCall, groupsOf, lookedAt } from "../../triage/batch.ts";
import type { Failure, FailureCode } from "../../triage/failure.ts";

/** Predicted, confident, and free to be confirmed together with others. */
export interface Ready {
  readonly kind: "ready";
  readonly call: GroupCall;
  readonly probability: number;
  readonly departmentId: string;
  readonly predictionId: string;
  readonly messageRef: string;
}

/** Why a message is looked at by itself: the API's word, no message at all, or too few that are like it. */
export type Alone = FailureCode | "other" | "few";

export type Standing =
  | { readonly kind: "waiting" }
  | Ready
  | { readonly kind: "alone"; readonly why: Exclude<Alone, "few"> };

export interface Member {
  readonly id: string;
  readonly subject: string;
  readonly sender: string;
  /** The beginning of its text; absent where Outlook did not let it be read. */
  readonly excerpt?: string;
  readonly standing: Standing;
}

/** A verdict of this batch. */
export interface Given {
  readonly feedbackId: string;
  readonly isStored: boolean;
}

export interface BatchState {
  /** Selected now, in Outlook's order. */
  readonly ids: readonly string[];
  readonly members: Readonly<Record<string, Member>>;
  readonly out: readonly string[];
  readonly opened: readonly string[];
  /** By group: who has to be opened. */
  readonly drawn: Readonly<Record<string, readonly string[]>>;
  readonly given: Readonly<Record<string, Given>>;
  /** When the groups were first on the screen, epoch milliseconds. */
  readonly shownAt: number;
  /** Why reading stopped. */
  readonly failure?: Failure;
  /** Stored, but Outlook did not take the category. */
  readonly unlabelled: number;
}

export const nothing: BatchState = {
  ids: [],
  members: {},
  out: [],
  opened: [],
  drawn: {},
  given: {},
  shownAt: 0,
  unlabelled: 0,
};

type ReadyMember = Member & { readonly standing: Ready };

export interface Group {
  readonly key: string;
  readonly call: GroupCall;
  readonly departmentId: string;
  /** Those in it, and those taken out. */
  readonly members: readonly ReadyMember[];
  readonly inside: readonly ReadyMember[];
  /** To be opened first, opened or not. */
  readonly drawn: readonly string[];
  /** How many of these are still to be opened. */
  readonly missing: number;
  readonly isEnough: boolean;
  readonly mayConfirm: boolean;
  /** The least sure of them. */
  readonly probability: number;
}

export interface Done {
  readonly key: string;
  readonly call: GroupCall;
  readonly departmentId: string;
  readonly ids: readonly string[];
  readonly isStored: boolean;
}

const keyOf = ({ departmentId, call }: Ready) => [departmentId, call.category, call.priority].join("\n");
const isReady = (member: Member): member is ReadyMember => member.standing.kind === "ready";

export const selectedIn = ({ ids, members }: BatchState): Member[] => ids.flatMap((id) => members[id] ?? []);

export const isReading = (state: BatchState): boolean =>
  state.failure === undefined && selectedIn(state).some(({ standing }) => standing.kind === "waiting");

const readyIn = (state: BatchState): ReadyMember[] => selectedIn(state).filter(isReady);
const callKey = ({ standing }: ReadyMember) => keyOf(standing);
const unsaid = (state: BatchState) =>
  groupsOf(
    readyIn(state).filter(({ id }) => !state.given[id]),
    callKey,
  );

/** What may be confirmed together, the largest group first. */
export const groupsIn = (state: BatchState): Group[] =>
  unsaid(state).groups.map(([key, members]) => groupFrom(state, key, members));

function groupFrom({ out, opened, drawn }: BatchState, key: string, members: ReadyMember[]): Group {
  const { call, departmentId } = members[0]!.standing;
  const inside = members.filter(({ id }) => !out.includes(id));
  const wanted = (drawn[key] ?? []).filter((id) => inside.some((one) => one.id === id));
  const missing = Math.max(lookedAt, wanted.length) - wanted.filter((id) => opened.includes(id)).length;
  const isEnough = inside.length >= fewestMembers;
  return {
    key,
    call,
    departmentId,
    members,
    inside,
    drawn: wanted,
    missing,
    isEnough,
    mayConfirm: isEnough && missing === 0,
    probability: Math.min(...members.map(({ standing }) => standing.probability)),
  };
}

/** What was confirmed here and can be taken back. */
export const doneIn = (state: BatchState): Done[] =>
  alikeBy(
    readyIn(state).filter(({ id }) => state.given[id]),
    callKey,
  ).map(([key, members]) => ({
    key,
    call: members[0]!.standing.call,
    departmentId: members[0]!.standing.departmentId,
    ids: members.map(({ id }) => id),
    isStored: members.every(({ id }) => state.given[id]!.isStored),
  }));

/** Everything that is answered by itself, and why. */
export function aloneIn(state: BatchState): { member: Member; why: Alone }[] {
  const few = new Set(unsaid(state).few.map(({ id }) => id));
  return selectedIn(state).flatMap((member): { member: Member; why: Alone }[] => {
    if (member.standing.kind === "alone") return [{ member, why: member.standing.why }];
    return few.has(member.id) ? [{ member, why: "few" }] : [];
  });
}

/** Draws who is to be opened where that is still open; what was drawn before stays. */
export function redrawn(state: BatchState, random: () => number): BatchState {
  if (isReading(state)) return state;
  const drawn = groupsIn(state).map(({ key, inside }) => [
    key,
    draw(
      inside.map(({ id }) => id),
      state.drawn[key] ?? [],
      random,
    ),
  ]);
  return { ...state, drawn: { ...state.drawn, ...Object.fromEntries(drawn) } };
}
