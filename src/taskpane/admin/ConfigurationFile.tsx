/** All departments as one JSON file: copied out, and pasted back to be checked first and applied then. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Applied } from "../../triage/configuration.ts";
import type { Failure } from "../../triage/failure.ts";
import { Folded } from "../Folded.tsx";
import { useWords } from "../words.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { FailureLine } from "./FailureLine.tsx";
import { LongField } from "./Field.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

interface ConfigurationFileProps {
  api: AdminApi;
  copy(text: string): Promise<boolean>;
  onApplied(): void;
}

type Outcome =
  | { kind: "plan"; applied: Applied }
  | { kind: "failed"; failure: Failure }
  | { kind: "notJson" };

export function ConfigurationFile({ api, copy, onApplied }: ConfigurationFileProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const [text, setText] = useState("");
  const [isCopied, setCopied] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const copyOut = async () => {
    const answer = await api.configuration();
    if (answer.ok) setCopied(await copy(JSON.stringify(answer.value, null, 2)));
    else setOutcome({ kind: "failed", failure: answer.failure });
  };
  const send = async (isCheck: boolean) => {
    const body = parsed(text);
    if (body === undefined) return setOutcome({ kind: "notJson" });
    const answer = await api.apply(body, isCheck);
    setOutcome(
      answer.ok ? { kind: "plan", applied: answer.value } : { kind: "failed", failure: answer.failure },
    );
    if (answer.ok && !isCheck) onApplied();
  };
  return (
    <Folded summary={t.fileTitle}>
      <p className={styles.quiet}>{t.fileHint}</p>
      <div className={styles.row}>
        <Button size="small" onClick={() => void copyOut()}>
          {isCopied ? t.copied : t.fileCopy}
        </Button>
      </div>
      <LongField label={t.filePaste} value={text} onChange={setText} />
      <div className={styles.row}>
        <Button size="small" onClick={() => void send(true)}>
          {t.fileCheck}
        </Button>
        <Button size="small" onClick={() => void send(false)}>
          {t.fileApply}
        </Button>
      </div>
      <div role="status">
        {outcome?.kind === "notJson" && <p className={styles.text}>{t.fileNotJson}</p>}
        {outcome?.kind === "failed" && <FailureLine failure={outcome.failure} isOfFile />}
        {outcome?.kind === "plan" &&
          outcome.applied.departments.map(({ id, change, version }) => (
            <p key={id} className={styles.text}>
              {`${id}: ${t.fileWould[change]} (${words.f.number(version)})`}
            </p>
          ))}
      </div>
    </Folded>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
