/** The numbers of a lead's page counted from the raw feedback, without any counter: what the API's answers are held against. */
import { type Contribution, contributionOf } from "../../alignment/contribution.ts";
import { type Stay, staysOf } from "../../api/store/history.ts";
import { dayMs, dayOf, mondayOf } from "../../api/store/periods.ts";
import type { StoredFeedback } from "../../api/store/schema.ts";
import type { Formula } from "../../triage/objective.ts";
import type { Overview } from "../../triage/overview.ts";
import type { Summary } from "../../triage/summary.ts";

/** One message that was opened in the department and has stayed there. */
export interface Counted {
  stay: Stay;
  of: Contribution;
}

export const countedIn = (messages: Iterable<readonly StoredFeedback[]>): Counted[] =>
  [...messages].flatMap((rows) =>
    staysOf(rows).flatMap((stay) => {
      const of = stay.hasMoved ? null : contributionOf(stay.rows);
      return of ? [{ stay, of }] : [];
    }),
  );

type Tally = { hits: number; trials: number };
const tallyOf = (
  all: readonly Counted[],
  isCheck: (one: Counted) => boolean,
  isHit: (one: Counted) => boolean,
): Tally => {
  const trials = all.filter(isCheck);
  return { hits: trials.filter(isHit).length, trials: trials.length };
};

const holds = ({ of: { predicted, said } }: Counted) => predicted !== null && said?.kind === "holds";
const callIs =
  (field: "category" | "priority") =>
  ({ of: { predicted, said } }: Counted) =>
    said?.kind === "holds" && predicted?.[field] === said[field];
const [isCategory, isPriority] = [callIs("category"), callIs("priority")];
const isBoth = (one: Counted) => isCategory(one) && isPriority(one);
const isBlind = (one: Counted) => one.of.arm === "blind" && holds(one);
const said = (one: Counted) => (one.of.said?.kind === "holds" ? one.of.said : undefined);

/** Names the numbers, so that a difference says where it is. */
export type Numbers = Map<string, number>;

/** The summary of the days from `from` to `to`, both inclusive. */
export function summaryNumbers(all: readonly Counted[], from: string, to: string): Numbers {
  const rows = all.filter(({ stay }) => dayOf(stay.openedAt) >= from && dayOf(stay.openedAt) <= to);
  const numbers: Numbers = new Map();
  const add = (name: string, n = 1) => numbers.set(name, (numbers.get(name) ?? 0) + n);
  for (const { of } of rows) add(`state ${of.state}`);
  for (const arm of ["blind", "assisted"] as const)
    for (const [field, isRight] of [
      ["category", isCategory],
      ["priority", isPriority],
      ["both", isBoth],
    ] as const) {
      const { hits, trials } = tallyOf(rows, (one) => one.of.arm === arm && holds(one), isRight);
      add(`${arm} ${field} equal`, hits);
      add(`${arm} ${field} different`, trials - hits);
    }
  for (const one of rows.filter(isBlind)) {
    const monday = mondayOf(one.stay.openedAt);
    add(`week ${monday} ${isCategory(one) ? "equal" : "different"}`);
  }
  return numbers;
}

export function numbersIn({ states, agreement, weeks }: Summary): Numbers {
  const numbers: Numbers = new Map(Object.entries(states).map(([state, n]) => [`state ${state}`, n]));
  for (const arm of ["blind", "assisted"] as const)
    for (const field of ["category", "priority", "both"] as const) {
      numbers.set(`${arm} ${field} equal`, agreement[field][arm].equal);
      numbers.set(`${arm} ${field} different`, agreement[field][arm].different);
    }
  for (const { monday, equal, different } of weeks) {
    numbers.set(`week ${monday} equal`, equal);
    numbers.set(`week ${monday} different`, different);
  }
  return numbers;
}

/** Each counted objective's hits and trials since it was agreed; what is imported has no feedback to count. */
export function objectiveNumbers(all: readonly Counted[], { objectives }: Overview, now: number): Numbers {
  const numbers: Numbers = new Map();
  for (const { id, formula, standing } of objectives) {
    if (formula.kind === "imported") continue;
    // A promise of time is made of mail that came in since; everything else, of mail opened since.
    const beganAt = (one: Counted) => (formula.kind === "triagedWithin" ? cameAt(one) : one.stay.openedAt);
    const since = all.filter((one) => beganAt(one) >= standing.from);
    const { hits, trials } = countFor(formula, since, now);
    numbers.set(`${formula.kind} ${id} hits`, hits);
    numbers.set(`${formula.kind} ${id} trials`, trials);
  }
  return numbers;
}

export const standingNumbers = ({ objectives }: Overview): Numbers =>
  new Map(
    objectives
      .filter(({ formula }) => formula.kind !== "imported")
      .flatMap(({ id, formula, standing: { hits, trials } }): [string, number][] => [
        [`${formula.kind} ${id} hits`, hits],
        [`${formula.kind} ${id} trials`, trials],
      ]),
  );

function countFor(
  formula: Exclude<Formula, { kind: "imported" }>,
  all: readonly Counted[],
  now: number,
): Tally {
  switch (formula.kind) {
    case "category":
      return tallyOf(
        all,
        (one) => isBlind(one) && (!formula.category || said(one)?.category === formula.category),
        isCategory,
      );
    case "priority":
      return tallyOf(
        all,
        (one) => isBlind(one) && (!formula.priority || said(one)?.priority === formula.priority),
        isPriority,
      );
    case "both":
      return tallyOf(all, isBlind, isBoth);
    case "urgentRecall":
      return tallyOf(all, (one) => isBlind(one) && said(one)?.priority === "urgent", isPriority);
    case "onePress":
      return tallyOf(
        all,
        (one) =>
          one.stay.standing.length > 0 && (!formula.category || said(one)?.category === formula.category),
        isOnePress,
      );
    case "triagedWithin":
      return tallyOf(
        all,
        (one) => isTriaged(one, now),
        (one) => minutesOf(one) <= formula.minutes,
      );
  }
}

const firstOf = ({ stay }: Counted) => stay.standing[0] && stay.firsts.get(stay.standing[0].prediction_id);
const isOnePress = (one: Counted) => {
  const [counted] = one.stay.standing;
  const first = firstOf(one);
  const isAlike = first?.kind === counted?.kind && first?.category === counted?.category;
  return first?.presses === 1 && isAlike && first.priority === counted?.priority;
};
const cameAt = ({ stay }: Counted) =>
  Math.min(stay.openings[0]?.received_at ?? Number.POSITIVE_INFINITY, stay.openedAt);
const minutesOf = (one: Counted): number => {
  const first = firstOf(one);
  const receivedAt = one.stay.openings[0]?.received_at ?? null;
  if (!first || receivedAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(first.happened_at, first.stored_at) - receivedAt) / 60_000;
};

/** Received a fortnight before it was opened at the most; without an answer it is late from the next day on. */
function isTriaged(one: Counted, now: number): boolean {
  const receivedAt = one.stay.openings[0]?.received_at ?? null;
  if (receivedAt === null || one.stay.openedAt - receivedAt > 14 * dayMs) return false;
  return firstOf(one) !== undefined || dayOf(one.stay.openedAt) < dayOf(now);
}

/** Sentences; what one side does not name counts as 0. */
export const differing = (told: Numbers, counted: Numbers): string[] =>
  [...new Set([...told.keys(), ...counted.keys()])]
    .filter((name) => (told.get(name) ?? 0) !== (counted.get(name) ?? 0))
    .map((name) => `${name}: the page says ${told.get(name) ?? 0}, the feedback ${counted.get(name) ?? 0}`);
