/** The form in which leads agree on an objective or change one; saved explicitly, refused with a reason. */
import { Button, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Failure } from "../../../triage/failure.ts";
import type { Formula, Objective, ObjectiveRequest } from "../../../triage/objective.ts";
import { objectiveTemplates } from "../../../triage/objectiveTemplates.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { useRoomWords } from "../roomWords.ts";
import { type Draft, draftFrom, draftOf, type Field, faultsIn, requestOf } from "./draft.ts";
import { FormulaFields } from "./FormulaFields.tsx";
import { useObjectiveTexts } from "./objectiveWords.ts";

const useStyles = makeStyles({
  form: { display: "grid", gap: "12px", minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  ways: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const rhythms = [7, 14, 28, 91];

interface ObjectiveEditorProps {
  /** absent for a new one */
  objective: Objective | undefined;
  taxonomy: TaxonomyView;
  today: string;
  /** the rhythm a new one starts with */
  reviewEveryDays: number;
  save(request: ObjectiveRequest): Promise<Failure | undefined>;
  onCancel(): void;
}

export function ObjectiveEditor(props: ObjectiveEditorProps) {
  const { objective, taxonomy, today, reviewEveryDays, save, onCancel } = props;
  const styles = useStyles();
  const { t } = useRoomWords();
  const o = useObjectiveTexts();
  const [draft, setDraft] = useState<Draft>(() =>
    objective
      ? { ...draftOf(objective), agreedOn: today }
      : draftFrom(objectiveTemplates[0]!, "", today, reviewEveryDays),
  );
  const [faults, setFaults] = useState<ReadonlySet<Field>>(new Set());
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setSaving] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  const changeKind = (kind: Formula["kind"]) => {
    const template = objectiveTemplates.find(({ formula }) => formula.kind === kind);
    const { target } = template ? draftFrom(template, "", today, reviewEveryDays) : draft;
    change({ kind, category: "", priority: "", target });
  };
  const submit = async () => {
    const found = faultsIn(draft);
    setFaults(found);
    if (found.size > 0) return;
    setSaving(true);
    setFailure(await save(requestOf(draft, objective?.version ?? 0)));
    setSaving(false);
  };
  const text = (
    field: "target" | "baseline" | "owner" | "agreedBy" | "agreedOn",
    label: string,
    hint?: string,
  ) => (
    <LabelledField label={label} hint={hint}>
      {(id, describedBy) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={faults.has(field)}
          type={field === "agreedOn" ? "date" : "text"}
          {...(field === "target" || field === "baseline" ? { inputMode: "decimal" as const } : {})}
          value={draft[field]}
          onChange={(_, { value }) => change({ [field]: value })}
        />
      )}
    </LabelledField>
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {objective ? o.editorChange : o.editorNew}
      </h2>
      <FormulaFields
        draft={draft}
        taxonomy={taxonomy}
        faults={faults}
        onChange={change}
        onKind={changeKind}
      />
      {text("target", o.target)}
      {text("owner", o.owner)}
      <LabelledField label={o.rhythm}>
        {(id) => (
          <Select
            id={id}
            value={draft.rhythmDays}
            onChange={(_, { value }) => change({ rhythmDays: Number(value) })}
          >
            {[...new Set([...rhythms, draft.rhythmDays])].map((days) => (
              <option key={days} value={days}>
                {o.rhythms[days] ?? o.rhythmDays(days)}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {text("agreedBy", o.agreedByField)}
      {text("agreedOn", o.agreedOnField)}
      {text("baseline", o.baselineField, o.baselineHint)}
      {objective && <p className={styles.text}>{o.beginsAnew}</p>}
      <Refused isFaulty={faults.size > 0} failure={failure && t.failures[failure.code]}>
        {o.checkFields}
      </Refused>
      <div className={styles.ways}>
        <Button type="submit" appearance="primary" disabled={isSaving}>
          {isSaving ? o.saving : o.save}
        </Button>
        <Button onClick={onCancel}>{o.cancel}</Button>
      </div>
    </form>
  );
}

interface RefusedProps {
  isFaulty: boolean;
  failure: string | undefined;
  children: ReactNode;
}

function Refused({ isFaulty, failure, children }: RefusedProps) {
  const styles = useStyles();
  return (
    <div role="alert">
      {(isFaulty || failure) && <p className={styles.fault}>{isFaulty ? children : failure}</p>}
    </div>
  );
}
