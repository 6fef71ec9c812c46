/** Earlier states of a department; one press brings one back into the form, where it is looked at before it is saved. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { DepartmentContent } from "../../../triage/configuration.ts";
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
  /** the one in the form */
  version: number;
  api: AdminApi;
  now(): number;
  onRestore(content: DepartmentContent): void;
}

export function VersionList({ id, version, api, now, onRestore }: VersionListProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f } = useWords();
  const [restored, setRestored] = useState<number>();
  const { answer, refresh } = useLoaded(useCallback(() => api.versions(id), [api, id]));
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const restore = async (wanted: number) => {
    const content = await api.version(id, wanted);
    if (!content.ok) return;
    onRestore(content.value);
    setRestored(wanted);
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
      <p role="status" className={styles.quiet}>
        {restored !== undefined && t.restored(restored)}
      </p>
    </>
  );
}
