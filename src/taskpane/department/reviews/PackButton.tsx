/** The evidence pack in one press. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Failure } from "../../../triage/failure.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { saveAs } from "../saveAs.ts";
import { loadPack } from "./reviewsApi.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  box: { display: "grid", gap: "4px", justifyItems: "start" },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

export function PackButton({ department, parts }: Pick<PageProps, "department" | "parts">) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const r = useReviewTexts();
  const [failure, setFailure] = useState<Failure>();
  const [isPacking, setPacking] = useState(false);
  const pack = async () => {
    setPacking(true);
    const answer = await loadPack(parts.api, department.id);
    setPacking(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) saveAs(answer.value.fileName, "application/zip", bytesOf(answer.value.base64));
  };
  return (
    <div className={styles.box}>
      <Button size="small" disabled={isPacking} onClick={() => void pack()}>
        {r.pack}
      </Button>
      <p className={styles.hint}>{r.packHint}</p>
      <div role="alert">{failure && <p className={styles.hint}>{t.failures[failure.code]}</p>}</div>
    </div>
  );
}
