/** The audit log of a department: newest first, by page, with a filter by activity and by days. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { DepartmentOverview } from "../../triage/administration.ts";
import type { AuditPage } from "../../triage/auditLog.ts";
import { Failed } from "../department/Failed.tsx";
import { ReviewSections } from "../department/reviews/ReviewSections.tsx";
import { useLoaded } from "../department/useLoaded.ts";
import { Waiting } from "../department/Waiting.tsx";
import { useWords } from "../words.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { ChoiceField } from "./Field.tsx";
import { LogDaysField } from "./LogDaysField.tsx";
import { LogEntry } from "./LogEntry.tsx";
import { everyDay, spanOf } from "./logDays.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

const pageSize = 30;

interface LogPageProps {
  api: AdminApi;
  now(): number;
  copy(text: string): Promise<boolean>;
}

export function LogPage({ api, now, copy }: LogPageProps) {
  const { answer, refresh } = useLoaded(useCallback(() => api.overview(), [api]));
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const [first] = answer.value.departments;
  return first ? <Entries api={api} departments={answer.value.departments} now={now} copy={copy} /> : null;
}

interface EntriesProps extends LogPageProps {
  departments: readonly DepartmentOverview[];
}

function Entries({ api, departments, now, copy }: EntriesProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f, name } = useWords();
  const [departmentId, setDepartment] = useState(departments[0]!.id);
  const [action, setAction] = useState("");
  const [days, setDays] = useState(everyDay);
  const [further, setFurther] = useState<{ load: unknown; pages: AuditPage[] }>();
  const load = useCallback(
    (before?: number) =>
      api.log({
        departmentId,
        limit: pageSize,
        ...(action ? { action } : {}),
        ...spanOf(days),
        ...(before === undefined ? {} : { before }),
      }),
    [api, departmentId, action, days],
  );
  const { answer, refresh } = useLoaded(load);
  const earlier = further?.load === load ? further.pages : [];
  const pages = answer?.ok ? [answer.value, ...earlier] : [];
  const before = pages.at(-1)?.before;
  const count = pages.reduce((sum, { entries }) => sum + entries.length, 0);
  const more = async () => {
    const next = await load(before);
    if (next.ok) setFurther({ load, pages: [...earlier, next.value] });
  };
  const names = Object.fromEntries(departments.map((one) => [one.id, name(one.name)]));
  return (
    <>
      <ChoiceField label={t.department} value={departmentId} words={names} onChange={setDepartment} />
      <ChoiceField
        label={t.activity}
        value={action}
        words={{ "": t.everyActivity, ...t.activities }}
        onChange={setAction}
      />
      <LogDaysField days={days} onDays={setDays} />
      <p role="status" className={styles.quiet}>
        {answer?.ok && t.logCount(f.number(count), before !== undefined)}
      </p>
      {!answer && <Waiting />}
      {answer && !answer.ok && <Failed failure={answer.failure} onRetry={refresh} />}
      {answer?.ok && (
        <ReviewSections>
          <ol className={styles.list}>
            {pages.flatMap(({ entries, categories = [] }) =>
              entries.map((entry) => (
                <LogEntry
                  key={entry.position}
                  entry={entry}
                  categories={categories}
                  now={now()}
                  copy={copy}
                />
              )),
            )}
          </ol>
          {count === 0 && before === undefined && <p className={styles.text}>{t.logEmpty}</p>}
          {before !== undefined && (
            <div className={styles.row}>
              <Button size="small" onClick={() => void more()}>
                {t.more}
              </Button>
            </div>
          )}
          {answer.value.head && <p className={styles.quiet}>{t.logHead(answer.value.head)}</p>}
        </ReviewSections>
      )}
    </>
  );
}
