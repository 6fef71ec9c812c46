/** A category's name in the reader's language; its id where the taxonomy has dropped it since. */
import type { Category } from "../../triage/taxonomy.ts";
import type { Words } from "../words.tsx";

/** What is needed of a taxonomy to name its categories. */
export interface Named {
  categories: readonly Pick<Category, "id" | "name">[];
}

export function nameOf(taxonomy: Named, id: string | undefined, words: Pick<Words, "name">): string {
  const category = taxonomy.categories.find((entry) => entry.id === id);
  return category ? words.name(category.name) : (id ?? "");
}
