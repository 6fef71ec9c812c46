/** Earlier states of a department; one press brings one back into the form, where it is looked at before it is saved. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { DepartmentContent } from "../../../triage/configuration.ts";
import { changesBetween } from "../../../triage/configurationChanges.ts";
import { Failed } from "../../department/Failed.tsx";
import { useLoaded } from "../../department/useLoaded.ts";
import { Waiting } from "../../department/Waiting.tsx";
import { useWords } from "../../words.tsx";
import type { AdminApi } from "../adminApi.ts";
import { useAdminWords } from "../adminWords.ts";
import { ChangeLines } from "../ChangeLines.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";

interface VersionListProps {
  id: string;
  /** what holds now */
  stored: DepartmentContent;
  /** the one in the form */
  version: number;
  api: AdminApi;
  now(): number;
  onRestore(content: DepartmentContent): void;
}

export function VersionList({ id, stored, version, api, now, onRestore }: VersionListProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f } = useWords();
  const [restored, setRestored] = useState<{ version: number; content: DepartmentContent }>();
  const { answer, refresh } = useLoaded(useCallback(() => api.versions(id), [api, id]));
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const restore = async (wanted: number) => {
    const content = await api.version(id, wanted);
    if (!content.ok) return;
    onRestore(content.value);
    setRestored({ version: wanted, content: content.value });
  };
  return (
    <>
      <ul className={styles.list}>
        {answer.value.versions.map(({ version: one, at, by, name, changes }) => {
          const line = t.versionLine(one, f.when(at, now()));
          return (
            <li key={one} className={styles.field}>
              <span className={styles.row}>
                <span className={styles.text}>
                  {by === "system" ? `${line} ${t.bySystem}` : name ? t.versionBy(line, name) : line}
                </span>
                {one !== version && (
                  <Button size="small" onClick={() => void restore(one)}>
                    {t.restore}
                  </Button>
                )}
              </span>
              {changes && <ChangeLines changes={changes} />}
            </li>
          );
        })}
      </ul>
      <div role="status" className={styles.field}>
        {restored && (
          <>
            <span className={styles.quiet}>{t.restored(restored.version)}</span>
            <ChangeLines changes={changesBetween(stored, restored.content)} />
          </>
        )}
      </div>
    </>
  );
}
