/** What may be confirmed together: how sure the model has to be, how large a group is, and how many are opened first. */
import { confidenceWord } from "./choices.ts";
import type { Prediction } from "./prediction.ts";
import type { Priority } from "./taxonomy.ts";

/** Fewer are as quickly looked at one by one. */
export const fewestMembers = 3;
/** Outlook hands over no more selected messages than this. */
export const mostMembers = 100;
/** Members, drawn at random, that are opened before a group may be confirmed. */
export const lookedAt = 2;

/** What a whole group is said to be. */
export interface GroupCall {
  category: string;
  priority: Priority;
}

export const callOf = ({ categories, priorities }: Prediction): GroupCall | undefined => {
  const [category] = categories;
  const [priority] = priorities;
  return category && priority && { category: category.category, priority: priority.priority };
};

/** The category at least "very likely", the priority at least "likely": only then one press may speak for many. */
export function isConfident({ categories, priorities }: Prediction): boolean {
  const category = confidenceWord(categories[0]?.probability ?? 0);
  const priority = confidenceWord(priorities[0]?.probability ?? 0);
  return (category === "almostCertain" || category === "veryLikely") && priority !== "unsure";
}

/** Members with the same key, the most first. */
export function alikeBy<M>(
  members: readonly M[],
  keyOf: (member: M) => string,
): [key: string, members: M[]][] {
  const groups = new Map<string, M[]>();
  for (const member of members) {
    const own = groups.get(keyOf(member));
    if (own) own.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** What may be confirmed together, the largest group first, and those of which there are fewer than `fewestMembers`. */
export function groupsOf<M>(
  members: readonly M[],
  keyOf: (member: M) => string,
): { groups: [key: string, members: M[]][]; few: M[] } {
  const alike = alikeBy(members, keyOf);
  return {
    groups: alike.filter(([, own]) => own.length >= fewestMembers),
    few: alike.flatMap(([, own]) => (own.length < fewestMembers ? own : [])),
  };
}

/**
 * The members to open before the group may be confirmed: as many as are missing to `lookedAt`, drawn at random from those
 * that nobody has opened. One that was opened and taken out counts no more, so another one is drawn for it.
 *
 * @param drawn what was drawn before and still belongs to the group
 * @param random in [0, 1)
 */
export function draw(members: readonly string[], drawn: readonly string[], random: () => number): string[] {
  const kept = drawn.filter((one) => members.includes(one));
  const rest = members.filter((one) => !kept.includes(one));
  while (kept.length < lookedAt && rest.length > 0)
    kept.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return kept;
}
