/** What support needs to know of this pane and of the server, to copy; no content and no names. */
import { useCallback } from "react";
import { Failed } from "../department/Failed.tsx";
import { useLoaded } from "../department/useLoaded.ts";
import { Waiting } from "../department/Waiting.tsx";
import { Facts } from "../Facts.tsx";
import type { AdminParts } from "./AdminRoom.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

export function DiagnosticsPage({ api, parts }: { api: AdminApi; parts: AdminParts }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { answer, refresh } = useLoaded(useCallback(() => api.diagnostics(), [api]));
  if (!answer) return <Waiting />;
  const server = answer.ok ? answer.value.lines.map(({ name, value }) => `${name}: ${value}`) : [];
  const facts = [parts.diagnostics(), ...server].join("\n");
  return (
    <>
      {!answer.ok && <Failed failure={answer.failure} onRetry={refresh} />}
      <p className={styles.quiet}>{t.diagnosticsHint}</p>
      <Facts lines={facts} words={t} onCopy={parts.copy} />
    </>
  );
}
