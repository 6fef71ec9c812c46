/** A category goes into another one: the taxonomy loses it, and its figures and verdicts are the other's from then on. */
import type { Kysely } from "kysely";
import { hasCategory } from "../../triage/taxonomy.ts";
import { Refusal } from "../refusal.ts";
import { record } from "../store/audit.ts";
import type { Sum } from "../store/counted.ts";
import { contentOf, saveDepartment } from "../store/departmentContent.ts";
import type { Department } from "../store/departments.ts";
import type { DepartmentKey, PersonKey, Schema } from "../store/schema.ts";
import { agreedCall, hasAgreed } from "../store/timeCells.ts";
import { asItIs } from "./asItIs.ts";

export interface Move {
  department: Department;
  category: string;
  into: string;
  person: PersonKey;
  now: number;
}

const fewestCategories = 2;

/** In a transaction that holds the department. The same move again changes nothing. */
export async function moveCategory(
  db: Kysely<Schema>,
  { department, category, into, person, now }: Move,
): Promise<void> {
  const { key, taxonomy, tenant, id } = department;
  const known = (await categoryNames(db, key)).get(category);
  if (known === into) return;
  const isPossible = hasCategory(taxonomy, category) && hasCategory(taxonomy, into) && category !== into;
  if (!isPossible || taxonomy.categories.length <= fewestCategories) throw new Refusal("category_unknown");
  const content = await contentOf(db, await asItIs(db, department));
  const categories = content.taxonomy.categories.filter((one) => one.id !== category);
  await saveDepartment(db, {
    tenant,
    id,
    content: { ...content, taxonomy: { ...content.taxonomy, categories } },
    by: person,
    now,
  });
  const row = { department: key, category, into_category: into, at: now };
  await db
    .insertInto("category_move")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["department", "category"]).doUpdateSet({ into_category: into, at: now }),
    )
    .execute();
  await record(db, key, { at: now, person, action: "moveCategory", subject: `${category} into ${into}` });
}

/** Where the figures and verdicts of a category belong today; categories that never moved are not in it. */
export type CategoryNames = ReadonlyMap<string, string>;

export async function categoryNames(db: Kysely<Schema>, department: DepartmentKey): Promise<CategoryNames> {
  const rows = await db
    .selectFrom("category_move")
    .select(["category", "into_category"])
    .where("department", "=", department)
    .execute();
  return followed(new Map(rows.map((row) => [row.category, row.into_category])));
}

/** Moves of moved categories are followed to their end; in a circle the newest word is that there is none. */
export function followed(steps: ReadonlyMap<string, string>): CategoryNames {
  const end = (name: string, seen: ReadonlySet<string>): string => {
    const next = steps.get(name);
    return next === undefined || seen.has(next) ? name : end(next, new Set([...seen, next]));
  };
  return new Map([...steps.keys()].map((name) => [name, end(name, new Set([name]))]));
}

type Fields = Partial<Pick<Sum, "predicted" | "final">>;

/** Which parts of a counter are categories, by its kind. What staff did then (`state`) is not judged anew. */
const inToday: Record<string, (row: Sum, today: (category: string) => string) => Fields> = {
  category: ({ predicted, final }, today) => ({ predicted: today(predicted), final: today(final) }),
  both: ({ predicted, final }, today) => ({ predicted: today(predicted), final: today(final) }),
  ceiling: ({ predicted, final }, today) => ({ predicted: today(predicted), final: today(final) }),
  state: ({ predicted }, today) => ({ predicted: today(predicted) }),
  press: ({ predicted }, today) => ({ predicted: today(predicted) }),
  confidence: ({ final }, today) => {
    const agreed = hasAgreed(final, today);
    return agreed === true ? { final: agreedCall } : {};
  },
};

/** Counters in today's categories: what went into another is counted there. */
export function renamed<Row extends Sum>(rows: readonly Row[], names: CategoryNames): Row[] {
  if (names.size === 0) return [...rows];
  const today = todaysName(names);
  return rows.map((row) => ({ ...row, ...inToday[row.kind]?.(row, today) }));
}

export const todaysName =
  (names: CategoryNames) =>
  (category: string): string =>
    names.get(category) ?? category;

/** A category of today and all that went into it. */
export const everCalled = (category: string, names: CategoryNames): string[] => [
  category,
  ...[...names].filter(([, today]) => today === category).map(([name]) => name),
];
