/** An objective as it is being written: what the fields hold, and the request it becomes once they are right. */
import type { Formula, Objective, ObjectiveRequest, TriageMinutes } from "../../../triage/objective.ts";
import type { ObjectiveTemplate } from "../../../triage/objectiveTemplates.ts";
import type { Priority } from "../../../triage/taxonomy.ts";

export interface Draft {
  kind: Formula["kind"];
  /** "" for the whole department */
  category: string;
  priority: Priority | "";
  minutes: TriageMinutes;
  kpi: string;
  better: "higher" | "lower";
  /** percent, as typed */
  target: string;
  /** percent, as typed; may be left empty */
  baseline: string;
  owner: string;
  rhythmDays: number;
  agreedBy: string;
  agreedOn: string;
}

export type Field = "kpi" | "target" | "baseline" | "owner" | "agreedBy" | "agreedOn";

const plain = { category: "", priority: "", minutes: 60, kpi: "satisfaction", better: "higher" } as const;

function fieldsOf(formula: Formula): Pick<Draft, "kind" | keyof typeof plain> {
  const { kind } = formula;
  return {
    ...plain,
    kind,
    ...("category" in formula ? { category: formula.category ?? "" } : {}),
    ...("priority" in formula ? { priority: formula.priority ?? "" } : {}),
    ...(kind === "triagedWithin" ? { minutes: formula.minutes } : {}),
    ...(kind === "imported" ? { kpi: formula.kpi, better: formula.better } : {}),
  };
}

const percent = (share: number) => String(Math.round(share * 1_000) / 10);

export const draftFrom = (
  { formula, target }: ObjectiveTemplate,
  owner: string,
  today: string,
  rhythmDays: number,
): Draft => ({
  ...fieldsOf(formula),
  target: percent(target),
  baseline: "",
  owner,
  rhythmDays,
  agreedBy: "",
  agreedOn: today,
});

export const draftOf = ({
  formula,
  target,
  owner,
  rhythmDays,
  agreedBy,
  agreedOn,
  baseline,
}: Objective): Draft => ({
  ...fieldsOf(formula),
  target: percent(target),
  baseline: baseline?.kind === "declared" ? percent(baseline.share) : "",
  owner,
  rhythmDays,
  agreedBy,
  agreedOn,
});

export function formulaOf(draft: Draft): Formula {
  const { kind, category, priority, minutes, kpi, better } = draft;
  const ofCategory = category === "" ? {} : { category };
  const ofPriority = priority === "" ? {} : { priority };
  if (kind === "category" || kind === "onePress") return { kind, ...ofCategory };
  if (kind === "priority") return { kind, ...ofPriority };
  if (kind === "triagedWithin") return { kind, minutes, ...ofPriority };
  return kind === "imported" ? { kind, kpi: kpi.trim(), better } : { kind };
}

/** What it can be narrowed to. */
export const narrowsBy = (kind: Formula["kind"]): "category" | "priority" | null =>
  kind === "category" || kind === "onePress"
    ? "category"
    : kind === "priority" || kind === "triagedWithin"
      ? "priority"
      : null;

/** A percentage as people write it, with a comma or a point; NaN for anything else. */
const shareOf = (typed: string): number =>
  /^\s*\d{1,3}([.,]\d)?\s*%?\s*$/.test(typed) ? Number.parseFloat(typed.replace(",", ".")) / 100 : Number.NaN;

const isWithin = (value: number, low: number, high: number) => value >= low && value <= high;

export function faultsIn(draft: Draft): Set<Field> {
  const { target, baseline, owner, agreedBy, agreedOn, kind, kpi } = draft;
  const faults: [Field, boolean][] = [
    ["target", !isWithin(shareOf(target), 0.01, 0.99)],
    ["baseline", baseline.trim() !== "" && !isWithin(shareOf(baseline), 0, 1)],
    ["owner", !isWithin(owner.trim().length, 1, 200)],
    ["agreedBy", !isWithin(agreedBy.trim().length, 1, 200)],
    ["agreedOn", !/^\d{4}-\d{2}-\d{2}$/.test(agreedOn)],
    ["kpi", kind === "imported" && !/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(kpi.trim())],
  ];
  return new Set(faults.flatMap(([field, isWrong]) => (isWrong ? [field] : [])));
}

/** Only of a draft without faults. */
export const requestOf = (draft: Draft, basedOn: number): ObjectiveRequest => ({
  formula: formulaOf(draft),
  target: shareOf(draft.target),
  owner: draft.owner.trim(),
  rhythmDays: draft.rhythmDays,
  agreedBy: draft.agreedBy.trim(),
  agreedOn: draft.agreedOn,
  ...(draft.baseline.trim() === "" ? {} : { declaredBaseline: shareOf(draft.baseline) }),
  basedOn,
});
