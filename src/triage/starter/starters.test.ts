/** Every starter is a taxonomy a department can go live with. */
import Value from "typebox/value";
import { priorities, Taxonomy } from "../taxonomy.ts";
import { type LocalTexts, languages } from "../text.ts";
import { starters } from "./starters.ts";

const spoken = ["en", "de", "fr", "es"] as const;
const all = Object.entries<Taxonomy>(starters);

/** Phrases said under more than one of the labels, whatever their case and language. */
function shared(labels: readonly { id: string; phrases: LocalTexts }[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { id, phrases } of labels)
    for (const phrase of Object.values(phrases).flat()) {
      const said = phrase.toLowerCase().trim();
      owners.set(said, (owners.get(said) ?? new Set()).add(id));
    }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([phrase]) => phrase);
}

describe.each(all)("the starter %s", (_name, taxonomy) => {
  test("is a valid taxonomy", () => {
    expect([...Value.Errors(Taxonomy, taxonomy)].slice(0, 3)).toEqual([]);
    expect(taxonomy.categories.length).toBeGreaterThanOrEqual(6);
    expect(taxonomy.categories.length).toBeLessThanOrEqual(9);
  });

  test("names each category once and the four priorities in order", () => {
    const ids = taxonomy.categories.map((category) => category.id);
    expect(new Set(ids).size).toBe(ids.length);
    const marks = taxonomy.categories.map((category) => category.outlookCategory);
    expect(new Set(marks).size).toBe(ids.length);
    expect(taxonomy.priorities.map((priority) => priority.id)).toEqual([...priorities]);
  });

  test("says every name and definition in every language of the pane", () => {
    for (const { name, definition } of taxonomy.categories)
      for (const text of [name, definition]) expect(Object.keys(text).sort()).toEqual([...languages].sort());
    for (const { definition } of taxonomy.priorities)
      expect(Object.keys(definition).sort()).toEqual([...languages].sort());
  });

  test("starts each category and priority from at least eight phrases a language", () => {
    for (const { id, phrases } of [...taxonomy.categories, ...taxonomy.priorities])
      for (const language of spoken) {
        const said = phrases[language] ?? [];
        expect([id, language, said.length >= 8, new Set(said).size]).toEqual([
          id,
          language,
          true,
          said.length,
        ]);
      }
  });

  test("uses no phrase for two categories, and none for two priorities", () => {
    expect(shared(taxonomy.categories)).toEqual([]);
    expect(shared(taxonomy.priorities)).toEqual([]);
  });
});
