/** What an import file calls a category or priority → the taxonomy's own. */
import { type Priority, priorities, type Taxonomy } from "../../triage/taxonomy.ts";

/** Spelling, case and word joints do not matter. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** Given by the administrator: their word → the taxonomy's id. */
export type Renames = ReadonlyMap<string, string>;

export interface Labels {
  category(text: string): string | undefined;
  priority(text: string): Priority | undefined;
}

/** Ids, names in every language, and renames; a word that means two categories means neither. */
export function labelsOf(taxonomy: Taxonomy, renames: Renames): Labels {
  const known = new Map<string, string | undefined>();
  const learn = (word: string, id: string) => {
    const key = plain(word);
    known.set(key, known.has(key) && known.get(key) !== id ? undefined : id);
  };
  for (const { id, name } of taxonomy.categories) for (const one of Object.values(name)) learn(one, id);
  for (const { id } of taxonomy.categories) known.set(plain(id), id);
  const renamed = new Map([...renames].map(([word, id]) => [plain(word), id]));
  const own = (text: string) => renamed.get(plain(text)) ?? text;
  return {
    category: (text) => known.get(plain(own(text))),
    priority: (text) => priorities.find((one) => one === plain(own(text))),
  };
}
