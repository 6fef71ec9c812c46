/** Which model versions can be put live: their file is here, knows today's categories, and holds nothing to be forgotten. */
import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import type { Unreachable } from "../../triage/model.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import { keptVersions } from "../predictors/modelFiles.ts";
import { forgottenUpTo } from "../privacy/forgetting.ts";
import type { Department } from "../store/departments.ts";
import type { ModelVersionRow, Schema } from "../store/schema.ts";

/**
 * Tells of a version why it cannot be put live; undefined where it can. A category that is called otherwise is the same
 * category: what a model's file must fit are their ids.
 */
export async function reachIn(
  db: Kysely<Schema>,
  { key, taxonomy }: Pick<Department, "key" | "taxonomy">,
): Promise<(row: Pick<ModelVersionRow, "version" | "taxonomy_version">) => Unreachable | undefined> {
  const kept = new Set(await keptVersions(db, key));
  const forgotten = await forgottenUpTo(db, key);
  const taxonomies = await db
    .selectFrom("taxonomy")
    .select(["version", "value"])
    .where("department", "=", key)
    .execute();
  const fitting = new Set(
    taxonomies
      .filter(({ value }) => isDeepStrictEqual(idsOf(JSON.parse(value)), idsOf(taxonomy)))
      .map(({ version }) => version),
  );
  return ({ version, taxonomy_version }) => {
    if (version <= forgotten) return "forgotten";
    if (!fitting.has(taxonomy_version)) return "categories";
    return kept.has(version) ? undefined : "file";
  };
}

const idsOf = ({ categories }: Pick<Taxonomy, "categories">): string[] => categories.map(({ id }) => id);
