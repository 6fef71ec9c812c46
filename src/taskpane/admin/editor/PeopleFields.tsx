/** Who belongs to a department: by account, by group, by app role. */
import { useAdminWords } from "../adminWords.ts";
import { LinesField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";

const assigned = ["staffGroups", "leadGroups", "staffRoles", "leadRoles"] as const;

export function PeopleFields({ draft, onChange }: SectionProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { members } = draft;
  return (
    <div className={styles.fields}>
      {(["staff", "leads"] as const).map((kind) => (
        <LinesField
          key={kind}
          label={t[kind]}
          hint={t.accountsHint}
          lines={members[kind]}
          onChange={(lines) => onChange({ members: { ...members, [kind]: lines } })}
        />
      ))}
      {assigned.map((kind) => (
        <LinesField
          key={kind}
          label={t[kind]}
          hint={kind.endsWith("Groups") ? t.groupsHint : t.onePerLine}
          lines={draft.assigned[kind] ?? []}
          onChange={(lines) => onChange({ assigned: { ...draft.assigned, [kind]: lines } })}
        />
      ))}
    </div>
  );
}
