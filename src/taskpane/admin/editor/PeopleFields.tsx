/** Who belongs to a department: by account, by group, by app role. */
import type { AdminApi } from "../adminApi.ts";
import { useAdminWords } from "../adminWords.ts";
import { LinesField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";
import { NamedPeople } from "./NamedPeople.tsx";

const assigned = ["staffGroups", "leadGroups", "staffRoles", "leadRoles"] as const;

export function PeopleFields({ draft, onChange, api }: SectionProps & { api: AdminApi }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  return (
    <div className={styles.fields}>
      <NamedPeople draft={draft} onChange={onChange} api={api} />
      {assigned.map((kind) => (
        <LinesField
          key={kind}
          label={t[kind]}
          hint={kind.endsWith("Groups") ? t.groupsHint : t.rolesHint}
          at={`/assigned/${kind}`}
          lines={draft.assigned[kind] ?? []}
          onChange={(lines) => onChange({ assigned: { ...draft.assigned, [kind]: lines } })}
        />
      ))}
    </div>
  );
}
