/** The administration: departments, people, log and diagnostics, for whoever has the admin role. */
import { useMemo, useState } from "react";
import type { ApiClient } from "../apiClient.ts";
import type { Landing } from "../department/landing.ts";
import type { PageName as PageInRoom } from "../department/pages.ts";
import { SectionWords } from "../locales/SectionWords.tsx";
import { Tabs } from "../Tabs.tsx";
import { Waiting } from "../Waiting.tsx";
import { makeAdminApi } from "./adminApi.ts";
import { AdminWords, adminSection, useAdminWords } from "./adminWords.ts";
import { DepartmentsPage } from "./DepartmentsPage.tsx";
import { DiagnosticsPage } from "./DiagnosticsPage.tsx";
import { LogPage } from "./LogPage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

export interface AdminParts {
  api: Pick<ApiClient, "ask">;
  copy(text: string): Promise<boolean>;
  diagnostics(): string;
  now(): number;
  newId(): string;
  /** the way into a department's own room, where this person decides for it; absent outside of the pane */
  leadTo?(department: string): LeadTo | undefined;
}

export type LeadTo = (page: PageInRoom, landing: Landing) => void;

type PageName = "departments" | "people" | "log" | "diagnostics";
const pages: readonly PageName[] = ["departments", "people", "log", "diagnostics"];

export default function AdminRoom({ parts }: { parts: AdminParts }) {
  return (
    <SectionWords section={adminSection} context={AdminWords} fallback={<Waiting />}>
      <Pages parts={parts} />
    </SectionWords>
  );
}

function Pages({ parts }: { parts: AdminParts }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const api = useMemo(() => makeAdminApi(parts.api), [parts.api]);
  const [name, setName] = useState<PageName>("departments");
  return (
    <div className={styles.room}>
      <Tabs<PageName>
        look="pill"
        label={t.pagesLabel}
        names={pages}
        name={name}
        wordOf={(one) => t.pages[one]}
        onName={setName}
      />
      <div className={styles.page} key={name}>
        <h1 className={styles.hidden}>{t.pages[name]}</h1>
        {name === "departments" && <DepartmentsPage api={api} parts={parts} />}
        {name === "people" && <PeoplePage api={api} parts={parts} />}
        {name === "log" && <LogPage api={api} now={parts.now} copy={parts.copy} />}
        {name === "diagnostics" && <DiagnosticsPage api={api} parts={parts} />}
      </div>
    </div>
  );
}
