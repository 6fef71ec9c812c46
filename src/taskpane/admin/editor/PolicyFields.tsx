/** What a department decided about asking, learning, keeping and sending; what this form does not know stays as it is. */
import { Checkbox } from "@fluentui/react-components";
import type { PolicyContent } from "../../../triage/configuration.ts";
import { defaultPolicy, Policy } from "../../../triage/department.ts";
import { useAdminWords } from "../adminWords.ts";
import { ChoiceField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";
import { NumberField } from "./NumberField.tsx";

type NumberName = "blindShare" | "askBudget" | "acceptAfterHours" | "retentionDays" | "reviewEveryDays";

const switches = [
  "blindSkipsUrgent",
  "categoryWriting",
  "evidence",
  "learning",
  "monitorOnly",
  "messageReferences",
  "offlineModel",
  "keptFromOthers",
] as const;

/** Left empty it is not measured, and not nought. */
function withBaseline({ baselineSeconds: _, ...others }: PolicyContent, typed?: number): PolicyContent {
  return typed === undefined ? others : { ...others, baselineSeconds: typed };
}

export function PolicyFields({ draft, onChange }: SectionProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const policy = { ...defaultPolicy, ...draft.policy };
  const set = (part: PolicyContent) => onChange({ policy: { ...draft.policy, ...part } });
  const number = (name: NumberName, label: string, hint: string) => (
    <NumberField
      label={label}
      hint={hint}
      at={`/policy/${name}`}
      schema={Policy.properties[name]}
      {...(name === "blindShare" ? { times: 100 } : {})}
      value={policy[name]}
      onChange={(value) => set({ [name]: value ?? Number.NaN })}
    />
  );
  return (
    <div className={styles.fields}>
      {number("blindShare", t.blindShare, t.blindShareHint)}
      {number("askBudget", t.askBudget, t.askBudgetHint)}
      {number("acceptAfterHours", t.acceptAfterHours, t.acceptAfterHint)}
      {number("retentionDays", t.retentionDays, t.retentionHint)}
      {number("reviewEveryDays", t.reviewEveryDays, t.reviewHint)}
      <NumberField
        label={t.baselineSeconds}
        hint={t.baselineHint}
        at="/policy/baselineSeconds"
        schema={Policy.properties.baselineSeconds}
        value={policy.baselineSeconds}
        onChange={(value) => onChange({ policy: withBaseline(draft.policy, value) })}
      />
      {switches.map((name) => (
        <Checkbox
          key={name}
          label={t[name]}
          checked={policy[name] === true}
          onChange={(_, { checked }) => set({ [name]: checked === true })}
        />
      ))}
      <ChoiceField
        label={t.sending}
        hint={policy.sending === "text" ? t.textWarning : t.sendingHint}
        value={policy.sending}
        words={t.sendings}
        onChange={(sending) => set({ sending })}
      />
    </div>
  );
}
