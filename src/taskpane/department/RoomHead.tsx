/** Which department, and which period: chosen once for all pages of the room. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { DepartmentView } from "../../triage/department.ts";
import { PeriodChoice } from "./PeriodChoice.tsx";
import type { Period } from "./period.ts";
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
  now(): number;
}

export function RoomHead(props: RoomHeadProps) {
  const { departments, department, onDepartment, period, onPeriod, now } = props;
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
      {period && <PeriodChoice period={period} onPeriod={onPeriod} now={now} />}
    </div>
  );
}
