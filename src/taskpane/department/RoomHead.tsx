/** Which department: chosen once for all pages of the room; of a closed one it is said that it can only be read. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { quietLook } from "../looks.ts";
import type { ReadableDepartment } from "../profile/departmentOf.ts";
import { useRoomWords } from "./roomWords.ts";

const useStyles = makeStyles({
  head: { display: "grid", gap: "4px", justifyItems: "start", minWidth: 0 },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: quietLook,
});

interface RoomHeadProps {
  departments: readonly ReadableDepartment[];
  department: ReadableDepartment;
  onDepartment(id: string): void;
  now(): number;
}

export function RoomHead({ departments, department, onDepartment, now }: RoomHeadProps) {
  const styles = useStyles();
  const { t, f, name } = useRoomWords();
  const { closedAt } = department;
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
      {closedAt !== undefined && <p className={styles.quiet}>{t.closedSince(f.when(closedAt, now()))}</p>}
    </div>
  );
}
