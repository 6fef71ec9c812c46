/** Asked once: which department's categories apply to one's own mail. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import type { Me } from "../../triage/department.ts";
import { useWords } from "../words.tsx";
import { ChoiceButton } from "./ChoiceButton.tsx";
import { Quiet } from "./Quiet.tsx";

const useStyles = makeStyles({
  box: { display: "grid", gap: "8px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface DepartmentChoiceProps {
  departments: Me["departments"];
  /** Departments go by groups, and this person's could not be read. */
  groupsUnread?: boolean;
  onChoose(id: string): void;
}

export function DepartmentChoice({ departments, groupsUnread = false, onChoose }: DepartmentChoiceProps) {
  const styles = useStyles();
  const { t, name } = useWords();
  if (departments.length === 0)
    return (
      <Quiet
        icon={PeopleRegular}
        title={t.chooseDepartment}
        hint={groupsUnread ? t.groupsUnread : t.noDepartments}
      />
    );
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>{t.chooseDepartment}</h2>
      <p className={styles.hint}>{t.chooseDepartmentHint}</p>
      {departments.map((department) => (
        <ChoiceButton
          key={department.id}
          look="plain"
          label={name(department.name)}
          onPress={() => onChoose(department.id)}
        />
      ))}
    </section>
  );
}
