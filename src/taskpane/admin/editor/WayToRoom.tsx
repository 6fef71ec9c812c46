/** What leads do in the department's room, said here, with the way there for who may. */
import { Button } from "@fluentui/react-components";
import type { Landing } from "../../department/landing.ts";
import type { LeadTo } from "../AdminRoom.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";

interface WayToRoomProps {
  hint: string;
  way: string;
  leadTo: LeadTo | undefined;
  landing: Landing["on"] & ("versions" | "merging");
}

export function WayToRoom({ hint, way, leadTo, landing }: WayToRoomProps) {
  const styles = useAdminStyles();
  return (
    <>
      <p className={styles.quiet}>{hint}</p>
      {leadTo && (
        <div className={styles.row}>
          <Button size="small" onClick={() => leadTo("corrections", { on: landing })}>
            {way}
          </Button>
        </div>
      )}
    </>
  );
}
