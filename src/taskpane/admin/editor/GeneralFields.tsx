/** What a department is called in each language, and which shared mailboxes are its own. */
import { languageNames, paneLanguages } from "../../locales/catalogue.ts";
import { useAdminWords } from "../adminWords.ts";
import { LinesField, TextField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";

export function GeneralFields({ draft, onChange }: SectionProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  return (
    <div className={styles.fields}>
      {paneLanguages.map((language) => (
        <TextField
          key={language}
          label={t.nameIn(languageNames[language])}
          at={`/name/${language}`}
          value={draft.name[language] ?? ""}
          onChange={(value) => onChange({ name: { ...draft.name, [language]: value } })}
        />
      ))}
      <LinesField
        label={t.mailboxes}
        hint={t.onePerLine}
        at="/mailboxes"
        lines={draft.mailboxes}
        onChange={(mailboxes) => onChange({ mailboxes })}
      />
    </div>
  );
}
