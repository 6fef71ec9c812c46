/** Which department, and which period: chosen once for all pages of the room. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { DepartmentView } from "../../triage/department.ts";
import { type Period, periods } from "./period.ts";
import { useRoomWords } from "./roomWords.ts";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface RoomHeadProps {
  departments: readonly DepartmentView[];
  department: DepartmentView;
  onDepartment(id: string): void;
  /** absent on a page without one */
  period: Period | undefined;
  onPeriod(period: Period): void;
}

export function RoomHead({ departments, department, onDepartment, period, onPeriod }: RoomHeadProps) {
  const styles = useStyles();
  const { t, name } = useRoomWords();
  return (
    <div className={styles.head}>
      {departments.length > 1 ? (
        <Select
          aria-label={t.department}
          size="small"
          value={department.id}
          onChange={(_, { value }) => onDepartment(value)}
        >
          {departments.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {name(entry.name)}
            </option>
          ))}
        </Select>
      ) : (
        <h1 className={styles.name}>{name(department.name)}</h1>
      )}
      {period && (
        <Select
          aria-label={t.period}
          size="small"
          value={period}
          onChange={(_, { value }) => onPeriod(value as Period)}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {t.periods[one]}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
