/** A category goes into another one: said in full what that means for old figures, and asked once more. */
import { Button, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { DepartmentView } from "../../../triage/department.ts";
import type { Failure } from "../../../triage/failure.ts";
import type { ApiClient } from "../../apiClient.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { Folded } from "../Folded.tsx";
import { LabelledField } from "../LabelledField.tsx";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { mergeCategory } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

interface MergeFormProps {
  department: DepartmentView;
  api: Pick<ApiClient, "ask">;
}

/** A taxonomy keeps at least this many. */
const fewest = 2;
const none = "";

export function MergeForm({ department, api }: MergeFormProps) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { t } = words;
  const c = useCorrectionTexts();
  const [category, setCategory] = useState(none);
  const [into, setInto] = useState(none);
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [merged, setMerged] = useState<readonly { category: string; into: string }[]>([]);
  const called = (id: string) => nameOf(department.taxonomy, id, words);
  const gone = new Set(merged.map((one) => one.category));
  const left = department.taxonomy.categories.map(({ id }) => id).filter((id) => !gone.has(id));
  const choose = (change: () => void) => {
    change();
    setAsked(false);
    setFailure(undefined);
  };
  const send = async () => {
    setSending(true);
    const done = await mergeCategory(api, department.id, category, into);
    setSending(false);
    setAsked(false);
    setFailure(done.ok ? undefined : done.failure);
    if (!done.ok) return;
    setMerged([...merged, { category, into }]);
    setCategory(none);
    setInto(none);
  };
  const field = (label: string, value: string, from: readonly string[], onValue: (id: string) => void) => (
    <LabelledField label={label}>
      {(id) => (
        <Select id={id} value={value} onChange={(_, chosen) => choose(() => onValue(chosen.value))}>
          <option value={none}>–</option>
          {from.map((one) => (
            <option key={one} value={one}>
              {called(one)}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  );
  return (
    <Folded summary={c.merge}>
      {left.length > fewest && (
        <>
          {field(c.mergeFrom, category, left, (id) => {
            setCategory(id);
            if (id === into) setInto(none);
          })}
          {field(
            c.mergeInto,
            into,
            left.filter((id) => id !== category),
            setInto,
          )}
          {!isAsked && (
            <div className={styles.ways}>
              <Button disabled={category === none || into === none} onClick={() => setAsked(true)}>
                {c.merge}
              </Button>
            </div>
          )}
        </>
      )}
      {left.length <= fewest && <p className={styles.line}>{c.mergeTooFew}</p>}
      <div role="status">
        {isAsked && <p className={styles.line}>{c.mergeMeans(called(category), called(into))}</p>}
        {merged.map((one) => (
          <p key={one.category} className={styles.line}>
            {c.merged(called(one.category), called(one.into))}
          </p>
        ))}
      </div>
      {isAsked && (
        <div className={styles.ways}>
          <Button appearance="primary" disabled={isSending} onClick={() => void send()}>
            {c.reallyMerge}
          </Button>
          <Button disabled={isSending} onClick={() => setAsked(false)}>
            {c.cancel}
          </Button>
        </div>
      )}
      <div role="alert">{failure && <p className={styles.line}>{t.failures[failure.code]}</p>}</div>
    </Folded>
  );
}
