/** Agreeing on an objective, changing it, withdrawing it: each a new version, and an entry in the audit log. */
import type { Kysely } from "kysely";
import type { Baseline, Formula, ObjectiveRequest, WithdrawalRequest } from "../../triage/objective.ts";
import { orderedJson } from "../../triage/orderedJson.ts";
import { Refusal } from "../refusal.ts";
import { aliasOf } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import { dayMs } from "../store/periods.ts";
import type { DepartmentKey, ObjectiveRow, PersonKey, Schema } from "../store/schema.ts";
import { gather } from "./evidence.ts";
import { type Agreed, type Line, linesOf } from "./versions.ts";

/** Who changes what, and when. */
export interface Change<Request> {
  department: DepartmentKey;
  objective: string;
  person: PersonKey;
  request: Request;
  now: number;
}

const baselineDays = 84;

/** In a transaction that holds the department. The same request again changes nothing. */
export async function agree(db: Kysely<Schema>, change: Change<ObjectiveRequest>): Promise<void> {
  const { department, objective, request, now } = change;
  const line = (await linesOf(db, department, objective))[0];
  const before = line?.versions.at(-1);
  const { basedOn, declaredBaseline, ...terms } = request;
  const isSameShare = before !== undefined && isSame(before.terms.formula, terms.formula);
  const baseline =
    declaredBaseline !== undefined
      ? ({ kind: "declared", share: declaredBaseline } as const)
      : isSameShare
        ? before.terms.baseline
        : await measuredBaseline(db, department, terms.formula, now);
  const agreed: Agreed = { ...terms, baseline };
  if (isRepeat(line, basedOn) && !line?.withdrawn && isSame(before?.terms, agreed)) return;
  if ((line?.newest ?? 0) !== basedOn) throw new Refusal("changed_meanwhile");
  const keepsEvidence = isSameShare && !line?.withdrawn && before.terms.target === terms.target;
  await write(db, change, "agreed", agreed, keepsEvidence ? before.since : now, basedOn + 1);
}

/** In a transaction that holds the department. */
export async function withdraw(db: Kysely<Schema>, change: Change<WithdrawalRequest>): Promise<void> {
  const { department, objective, request, now } = change;
  const line = (await linesOf(db, department, objective))[0];
  if (!line) throw new Refusal("not_found");
  if (line.withdrawn && isRepeat(line, request.basedOn)) return;
  if (line.newest !== request.basedOn || line.withdrawn) throw new Refusal("changed_meanwhile");
  await write(db, change, "withdrawn", { reason: request.reason ?? null }, now, request.basedOn + 1);
}

const isRepeat = (line: Line | undefined, basedOn: number) => line?.newest === basedOn + 1;

async function write(
  db: Kysely<Schema>,
  { department, objective, person, now }: Change<unknown>,
  kind: ObjectiveRow["kind"],
  value: object,
  since: number,
  version: number,
): Promise<void> {
  const written = { kind, value: JSON.stringify(value), since, at: now, person: await aliasOf(db, person) };
  await db
    .insertInto("objective")
    .values({ department, objective, version, ...written })
    .execute();
  const action = kind === "withdrawn" ? "objective withdrawn" : "objective agreed";
  await record(db, department, { at: now, person, action, subject: `${objective} ${version}` });
}

/** The order of the names does not matter. */
const isSame = (a: object | undefined, b: object): boolean =>
  a !== undefined && orderedJson(a) === orderedJson(b);

/** The share of the twelve weeks before; null where there was nothing to measure. */
export async function measuredBaseline(
  db: Kysely<Schema>,
  department: DepartmentKey,
  formula: Formula,
  now: number,
): Promise<Baseline | null> {
  const before = { from: now - baselineDays * dayMs, to: now };
  const { hits, trials } = await gather(db, department, formula, before, now);
  return trials === 0 ? null : { kind: "measured", share: hits / trials, trials };
}
