/** The department room: which department, and below it one of its pages. */
import { makeStyles } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { SectionWords } from "../locales/SectionWords.tsx";
import type { ReadableDepartment } from "../profile/departmentOf.ts";
import type { Landing } from "./landing.ts";
import { PageTabs } from "./PageTabs.tsx";
import { pages as ourPages, type PageName, type RoomPage, type RoomParts } from "./pages.ts";
import type { Period } from "./period.ts";
import { RoomHead } from "./RoomHead.tsx";
import { RoomWords, roomSection } from "./roomWords.ts";
import { Waiting } from "./Waiting.tsx";

const useStyles = makeStyles({
  room: { display: "grid", gap: "12px", alignContent: "start", padding: "12px", minWidth: 0 },
  page: { display: "grid", gap: "16px", alignContent: "start", minWidth: 0 },
});

export interface DepartmentRoomProps {
  /** Those the person belongs to, with the role in each. */
  departments: readonly ReadableDepartment[];
  parts: RoomParts;
  /** where somebody comes in who was sent here from another room */
  start?: Start | undefined;
  pages?: readonly RoomPage[];
}

export interface Start {
  department: string;
  page: PageName;
  landing: Landing;
}

export default function DepartmentRoom({ departments, parts, start, pages = ourPages }: DepartmentRoomProps) {
  const styles = useStyles();
  const [id, setId] = useState(start?.department ?? departments[0]?.id ?? "");
  const [period, setPeriod] = useState<Period>("weeks12");
  const [place, setPlace] = useState<{ name: PageName; landing?: Landing | undefined }>({
    name: start?.page ?? "summary",
    landing: start?.landing,
  });
  const goTo = (name: PageName, landing?: Landing) => setPlace({ name, landing });
  const department = departments.find((entry) => entry.id === id) ?? departments[0];
  if (!department) return null;
  const open = pages.filter(({ isForLeads }) => !isForLeads || department.role !== "staff");
  const page = open.find((entry) => entry.name === place.name) ?? open[0]!;
  return (
    <SectionWords section={roomSection} context={RoomWords} fallback={<Waiting />}>
      <div className={styles.room}>
        <RoomHead departments={departments} department={department} onDepartment={setId} now={parts.now} />
        <PageTabs names={open.map((entry) => entry.name)} name={page.name} onName={goTo} />
        <div className={styles.page} key={`${department.id} ${page.name}`}>
          <Suspense fallback={<Waiting />}>
            <page.Page
              department={department}
              period={period}
              onPeriod={setPeriod}
              parts={parts}
              landing={place.landing}
              goTo={goTo}
            />
          </Suspense>
        </div>
      </div>
    </SectionWords>
  );
}
