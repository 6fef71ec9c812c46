/** What is promised: the kind of share, and what it is narrowed to. */
import { Input, Select } from "@fluentui/react-components";
import { type Formula, triageMinutes } from "../../../triage/objective.ts";
import { type Priority, priorities, type TaxonomyView } from "../../../triage/taxonomy.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { useRoomWords } from "../roomWords.ts";
import { type Draft, type Field, narrowsBy } from "./draft.ts";
import { useObjectiveTexts } from "./objectiveWords.ts";
import { timeOf } from "./titleOf.ts";

const kinds = [
  "category",
  "urgentRecall",
  "triagedWithin",
  "onePress",
  "imported",
  "priority",
  "both",
] as const;

interface FormulaFieldsProps {
  draft: Draft;
  taxonomy: TaxonomyView;
  faults: ReadonlySet<Field>;
  onChange(change: Partial<Draft>): void;
  onKind(kind: Formula["kind"]): void;
}

export function FormulaFields({ draft, taxonomy, faults, onChange, onKind }: FormulaFieldsProps) {
  const { t, name } = useRoomWords();
  const o = useObjectiveTexts();
  const narrows = narrowsBy(draft.kind);
  const titles = {
    ...o.titles,
    triagedWithin: o.titles.triagedWithin("…"),
    imported: o.titles.imported("…"),
  };
  return (
    <>
      <LabelledField label={o.kind} hint={o.formulas[draft.kind]}>
        {(id, describedBy) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            value={draft.kind}
            onChange={(_, { value }) => onKind(value as Formula["kind"])}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {titles[kind]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {draft.kind === "triagedWithin" && (
        <LabelledField label={o.minutes}>
          {(id) => (
            <Select
              id={id}
              value={draft.minutes}
              onChange={(_, { value }) => onChange({ minutes: Number(value) as Draft["minutes"] })}
            >
              {triageMinutes.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {timeOf(minutes, o)}
                </option>
              ))}
            </Select>
          )}
        </LabelledField>
      )}
      {narrows && (
        <LabelledField label={o.narrowTo}>
          {(id) => (
            <Select
              id={id}
              value={draft[narrows]}
              onChange={(_, { value }) =>
                onChange(narrows === "category" ? { category: value } : { priority: value as Priority | "" })
              }
            >
              <option value="">{o.everything}</option>
              {narrows === "category"
                ? taxonomy.categories.map((category) => (
                    <option key={category.id} value={category.id}>
                      {name(category.name)}
                    </option>
                  ))
                : priorities.map((priority) => (
                    <option key={priority} value={priority}>
                      {t.priorities[priority]}
                    </option>
                  ))}
            </Select>
          )}
        </LabelledField>
      )}
      {draft.kind === "imported" && (
        <>
          <LabelledField label={o.kpi} hint={o.kpiHint}>
            {(id, describedBy) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                aria-invalid={faults.has("kpi")}
                value={draft.kpi}
                onChange={(_, { value }) => onChange({ kpi: value })}
              />
            )}
          </LabelledField>
          <LabelledField label={o.better}>
            {(id) => (
              <Select
                id={id}
                value={draft.better}
                onChange={(_, { value }) => onChange({ better: value as Draft["better"] })}
              >
                {(["higher", "lower"] as const).map((better) => (
                  <option key={better} value={better}>
                    {o.betters[better]}
                  </option>
                ))}
              </Select>
            )}
          </LabelledField>
        </>
      )}
    </>
  );
}
