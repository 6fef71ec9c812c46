/** A category's name in the reader's language; its id where the taxonomy has dropped it since. */
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import type { Words } from "../words.tsx";

export function nameOf(taxonomy: TaxonomyView, id: string | undefined, words: Pick<Words, "name">): string {
  const category = taxonomy.categories.find((entry) => entry.id === id);
  return category ? words.name(category.name) : (id ?? "");
}
