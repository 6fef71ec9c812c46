/** A department's categories and priorities with their definitions, versioned. */
import { type Static, Type } from "typebox";
import { LocalText, LocalTexts, Slug } from "./text.ts";

/** What triage decides second: how soon. Ordinal, low < normal < high < urgent. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export const Priority = Type.Union([
  Type.Literal("low"),
  Type.Literal("normal"),
  Type.Literal("high"),
  Type.Literal("urgent"),
]);
export type Priority = Static<typeof Priority>;

export const Category = Type.Object(
  {
    id: Slug,
    name: LocalText,
    /** What belongs here and what does not, in one or two sentences. */
    definition: LocalText,
    /** Wordings that speak for the category; the model starts from them. */
    phrases: LocalTexts,
    /** The Outlook category to write when the policy allows it. */
    outlookCategory: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  },
  { additionalProperties: false },
);
export type Category = Static<typeof Category>;

export const PriorityDefinition = Type.Object(
  { id: Priority, definition: LocalText, phrases: LocalTexts },
  { additionalProperties: false },
);
export type PriorityDefinition = Static<typeof PriorityDefinition>;

export const Taxonomy = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    categories: Type.Array(Category, { minItems: 2, maxItems: 200 }),
    priorities: Type.Array(PriorityDefinition, { minItems: 4, maxItems: 4 }),
  },
  { additionalProperties: false },
);
export type Taxonomy = Static<typeof Taxonomy>;

/** What the pane needs of a taxonomy: names and definitions, not the phrases. */
export const TaxonomyView = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  categories: Type.Array(Type.Omit(Category, ["phrases"])),
  priorities: Type.Array(Type.Omit(PriorityDefinition, ["phrases"])),
});
export type TaxonomyView = Static<typeof TaxonomyView>;

export const hasCategory = (taxonomy: TaxonomyView | Taxonomy, id: string): boolean =>
  taxonomy.categories.some((category) => category.id === id);
