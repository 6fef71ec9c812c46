/** The question before an erasure: what goes, what the models forget, and which names are struck out of others' texts. */
import { Button, Checkbox } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Mention } from "../../triage/privacy.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { useLoaded } from "../department/useLoaded.ts";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { ErasureExtentLines } from "./ErasureExtentLines.tsx";
import { FailureLine } from "./FailureLine.tsx";
import { LinesField } from "./Field.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

interface EraseQuestionProps {
  oid: string;
  name: string;
  api: AdminApi;
  /** to begin with */
  words: string[];
  onErase(forgetLearned: boolean, words: string[]): void;
  onCancel(): void;
}

/** It gets the focus, and Cancel comes first: nothing is erased by a second press of the same key. */
export function EraseQuestion({ oid, name, api, words: first, onErase, onCancel }: EraseQuestionProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const [forgets, setForgets] = useState(false);
  const [lines, setLines] = useState(first);
  const [seen, setSeen] = useState<ApiAnswer<{ mentions: Mention[] }>>();
  const extent = useLoaded(useCallback(() => api.extent(oid), [api, oid]));
  const question = useRef<HTMLElement>(null);
  useEffect(() => question.current?.focus(), []);
  const words = lines.map((line) => line.trim()).filter((line) => line.length > 1);
  return (
    <section ref={question} tabIndex={-1} className={styles.fields} aria-label={t.eraseTitle(name)}>
      <p className={styles.strong}>{t.eraseTitle(name)}</p>
      <ErasureExtentLines answer={extent.answer} />
      <p className={styles.text}>{t.eraseHint}</p>
      <Checkbox
        label={t.eraseForget}
        checked={forgets}
        onChange={(_, { checked }) => setForgets(checked === true)}
      />
      <LinesField label={t.eraseWords} hint={t.eraseWordsHint} lines={lines} onChange={setLines} />
      <div className={styles.row}>
        <Button
          size="small"
          disabled={words.length === 0}
          onClick={() => void api.mentions(words).then(setSeen)}
        >
          {t.eraseLook}
        </Button>
      </div>
      <div role="status">
        {seen?.ok && <MentionList mentions={seen.value.mentions} />}
        {seen && !seen.ok && <FailureLine failure={seen.failure} />}
      </div>
      <div className={styles.row}>
        <Button size="small" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button
          size="small"
          appearance="primary"
          className={styles.danger}
          disabledFocusable={!extent.answer}
          onClick={() => onErase(forgets, words)}
        >
          {t.eraseConfirm}
        </Button>
      </div>
    </section>
  );
}

function MentionList({ mentions }: { mentions: readonly Mention[] }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  if (mentions.length === 0) return <p className={styles.text}>{t.foundNowhere}</p>;
  return (
    <>
      <p className={styles.text}>{t.foundAt(mentions.length)}</p>
      <ul className={styles.list}>
        {distinct(mentions).map(({ departmentId, kind, text }) => (
          <li key={`${departmentId} ${kind} ${text}`} className={styles.quiet}>
            {`${departmentId}, ${t.mentionKinds[kind]}: `}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same words may stand in several versions. */
const distinct = (mentions: readonly Mention[]): Mention[] => [
  ...new Map(mentions.map((one) => [`${one.departmentId} ${one.kind} ${one.text}`, one] as const)).values(),
];
