/** From a department's taxonomy to what the classifier is made of. */
import type { ModelOptions } from "../../classifier/model.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import type { LocalText, LocalTexts } from "../../triage/text.ts";

const textsOf = (...texts: (LocalText | LocalTexts)[]): string[] =>
  texts.flatMap((text) => Object.values(text).flat());

const seed = 1;

export const modelOptionsOf = (taxonomy: Taxonomy, key: string): ModelOptions => ({
  key,
  seed,
  categories: taxonomy.categories.map(({ id, name, definition, phrases }) => ({
    id,
    texts: textsOf(name, definition, phrases),
  })),
  priorities: taxonomy.priorities.map(({ id, definition, phrases }) => ({
    id,
    texts: textsOf(definition, phrases),
  })),
});
