/** What stands in a form while somebody writes, made ready to be saved: no empty lines, no empty translations. */
import type { ConfiguredDepartment } from "../../../triage/configuration.ts";
import type { LocalText, LocalTexts } from "../../../triage/text.ts";

const filled = (lines: readonly string[] = []) => lines.map((line) => line.trim()).filter(Boolean);

const textOf = (text: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(text).filter(([language, value]) => language === "en" || value.trim() !== ""),
  ) as LocalText;

const linesOf = (texts: LocalTexts): LocalTexts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, lines]) => [language, filled(lines)]),
  ) as LocalTexts;

export function withoutEmptyLines(draft: ConfiguredDepartment): ConfiguredDepartment {
  const { name, mailboxes, members, assigned, taxonomy } = draft;
  return {
    ...draft,
    name: textOf(name),
    mailboxes: filled(mailboxes),
    members: { staff: filled(members.staff), leads: filled(members.leads) },
    assigned: Object.fromEntries(
      Object.entries(assigned).map(([kind, ids]) => [kind, filled(ids)]),
    ) as ConfiguredDepartment["assigned"],
    taxonomy: {
      categories: taxonomy.categories.map(({ outlookCategory, ...category }) => ({
        ...category,
        name: textOf(category.name),
        definition: textOf(category.definition),
        phrases: linesOf(category.phrases),
        ...(outlookCategory?.trim() ? { outlookCategory } : {}),
      })),
      priorities: taxonomy.priorities.map((priority) => ({
        ...priority,
        definition: textOf(priority.definition),
        phrases: linesOf(priority.phrases),
      })),
    },
  };
}
