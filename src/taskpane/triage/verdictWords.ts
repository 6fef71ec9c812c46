/** A verdict or a move in the reader's words, and what became of it. */
import type { Me } from "../../triage/department.ts";
import type { RecentVerdict } from "../../triage/receipt.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import type { Entry } from "../outbox/outboxEntry.ts";
import { isMove, type Recent } from "../outbox/recents.ts";
import type { Words } from "../words.tsx";
import { nameOf } from "./nameOf.ts";

interface Said {
  departmentId: string;
  category?: string | undefined;
  priority?: Priority | undefined;
}

export function saidWords(
  { departmentId, category, priority }: Said,
  departments: Me["departments"],
  words: Words,
): string {
  const taxonomy = departments.find(({ id }) => id === departmentId)?.taxonomy;
  if (!category || !priority) return words.t.notSure;
  return words.t.both(taxonomy ? nameOf(taxonomy, category, words) : category, words.t.priorities[priority]);
}

export function deliveryWords(
  { delivery, departmentId }: Entry,
  departments: Me["departments"],
  words: Words,
) {
  if (delivery.kind === "undo") return words.t.undo;
  if (delivery.kind === "move") return words.t.otherDepartment;
  const { verdict } = delivery.request;
  return saidWords({ departmentId, ...(verdict.kind === "holds" ? verdict : {}) }, departments, words);
}

export const movedWords = (to: string, me: Me | undefined, { t, name }: Words): string => {
  const department = me?.otherDepartments.find(({ id }) => id === to);
  return t.movedTo(department ? name(department.name) : to);
};

export const recentWords = (recent: Recent, me: Me | undefined, words: Words): string =>
  isMove(recent) ? movedWords(recent.to, me, words) : saidWords(recent, me?.departments ?? [], words);

/** Names what is taken back, and the message it is of where that was opened since the pane was. */
export const undoWords = (what: string, about: string | undefined, { t }: Words): string =>
  t.undoWhat(about ? t.both(what, about) : what);

/** A version is stored as v12 and called 12. */
const numberOf = (version: string) => version.replace(/^v(?=\d)/, "");

/** What became of a correction; a confirmation only waits or is done, and that goes without saying. */
export function receiptWords(recent: RecentVerdict, { t }: Pick<Words, "t">): string | undefined {
  const { state, outcome, learnedIn, declinedBecause, unlearnedWith } = recent;
  const texts = t.receiptStates;
  if (outcome !== "corrected" && state !== "declined") return undefined;
  if (state === "declined") return declinedBecause ? texts.declinedBecause(declinedBecause) : texts.declined;
  if (unlearnedWith !== undefined) return texts.unlearned(unlearnedWith);
  if (state !== "learned") return texts[state];
  const now = recent.now === undefined ? "" : recent.now === "right" ? texts.right : texts.wrong;
  return [learnedIn ? texts.learned(numberOf(learnedIn)) : "", now].filter(Boolean).join(" · ");
}
