/** Closing a department, with or without an heir, and opening it again. */
import { Checkbox } from "@fluentui/react-components";
import type { DepartmentOverview } from "../../../triage/administration.ts";
import { useWords } from "../../words.tsx";
import { useAdminWords } from "../adminWords.ts";
import { ChoiceField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";

interface ClosingFieldsProps extends SectionProps {
  others: readonly DepartmentOverview[];
}

export function ClosingFields({ draft, onChange, others }: ClosingFieldsProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { name } = useWords();
  const names = Object.fromEntries(others.map((one) => [one.id, name(one.name)]));
  const { closed } = draft;
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t.closeHint}</p>
      <Checkbox
        label={t.close}
        checked={closed !== undefined}
        onChange={(_, { checked }) => onChange({ closed: checked === true ? {} : undefined } as never)}
      />
      {closed && (
        <ChoiceField
          label={t.heir}
          at="/closed/heirId"
          value={closed.heirId ?? ""}
          words={{ "": t.noHeir, ...names }}
          onChange={(heirId) => onChange({ closed: heirId === "" ? {} : { heirId } })}
        />
      )}
    </div>
  );
}
