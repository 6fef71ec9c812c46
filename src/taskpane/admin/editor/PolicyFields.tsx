/** What a department decided about asking, learning, keeping and sending; what this form does not know stays as it is. */
import { Checkbox } from "@fluentui/react-components";
import type { PolicyContent } from "../../../triage/configuration.ts";
import { defaultPolicy } from "../../../triage/department.ts";
import { useAdminWords } from "../adminWords.ts";
import { ChoiceField, TextField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";

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
function withBaseline({ baselineSeconds: _, ...others }: PolicyContent, typed: string): PolicyContent {
  return typed.trim() === "" ? others : { ...others, baselineSeconds: Number(typed) };
}

export function PolicyFields({ draft, onChange }: SectionProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const policy = { ...defaultPolicy, ...draft.policy };
  const set = (part: PolicyContent) => onChange({ policy: { ...draft.policy, ...part } });
  return (
    <div className={styles.fields}>
      <TextField
        label={t.blindShare}
        hint={t.blindShareHint}
        type="number"
        value={String(Math.round(policy.blindShare * 1_000) / 10)}
        onChange={(value) => set({ blindShare: Number(value) / 100 })}
      />
      <TextField
        label={t.askBudget}
        hint={t.askBudgetHint}
        type="number"
        value={String(policy.askBudget)}
        onChange={(value) => set({ askBudget: Number(value) })}
      />
      <TextField
        label={t.acceptAfterHours}
        hint={t.acceptAfterHint}
        type="number"
        value={String(policy.acceptAfterHours)}
        onChange={(value) => set({ acceptAfterHours: Number(value) })}
      />
      <TextField
        label={t.retentionDays}
        hint={t.retentionHint}
        type="number"
        value={String(policy.retentionDays)}
        onChange={(value) => set({ retentionDays: Number(value) })}
      />
      <TextField
        label={t.reviewEveryDays}
        hint={t.reviewHint}
        type="number"
        value={String(policy.reviewEveryDays)}
        onChange={(value) => set({ reviewEveryDays: Number(value) })}
      />
      <TextField
        label={t.baselineSeconds}
        hint={t.baselineHint}
        type="number"
        value={String(policy.baselineSeconds ?? "")}
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
