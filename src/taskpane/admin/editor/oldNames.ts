/** Where a renamed category keeps what it was called: the other languages, and the category in Outlook. */
import type { Category } from "../../../triage/taxonomy.ts";
import { languageNames, paneLanguages } from "../../locales/catalogue.ts";
import { useAdminWords } from "../adminWords.ts";

/** undefined where nothing was renamed, or everything was. */
export function useOldNames(category: Category, before: Category | undefined): string | undefined {
  const { editing, comma } = useAdminWords();
  if (!before) return undefined;
  const renamed = paneLanguages.filter((one) => (category.name[one] ?? "") !== (before.name[one] ?? ""));
  if (renamed.length === 0) return undefined;
  const old = paneLanguages.filter((one) => category.name[one] && category.name[one] === before.name[one]);
  const { outlookCategory } = category;
  const isOldInOutlook = outlookCategory && outlookCategory === before.outlookCategory;
  const said = [
    old.length > 0 && editing.oldNames(old.map((one) => languageNames[one]).join(comma)),
    isOldInOutlook && editing.oldOutlook(outlookCategory),
  ].filter(Boolean);
  return said.length > 0 ? said.join(" ") : undefined;
}
