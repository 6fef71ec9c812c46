/** Which model predicts: the built-in one, or an own one behind one of three protocols. Secrets are set on the server only. */
import { ExternalModel } from "../../../triage/modelChoice.ts";
import type { LeadTo } from "../AdminRoom.tsx";
import { useAdminWords } from "../adminWords.ts";
import { ChoiceField, TextField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";
import { NumberField } from "./NumberField.tsx";
import { WayToRoom } from "./WayToRoom.tsx";

const fresh: ExternalModel = {
  kind: "external",
  protocol: "concord",
  url: "https://",
  name: "own-model",
  timeoutMs: 3_000,
  fallback: "builtIn",
};

interface ModelFieldsProps extends SectionProps {
  leadTo: LeadTo | undefined;
}

export function ModelFields({ draft: { model }, leadTo, onChange }: ModelFieldsProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={t.sections.model}
        value={model.kind}
        words={{ builtIn: t.modelBuiltIn, external: t.modelExternal }}
        onChange={(kind) => onChange({ model: kind === "builtIn" ? { kind } : fresh })}
      />
      {model.kind === "builtIn" && (
        <WayToRoom
          hint={t.editing.modelVersions}
          way={t.editing.toVersions}
          leadTo={leadTo}
          landing="versions"
        />
      )}
      {model.kind === "external" && (
        <ExternalFields model={model} onChange={(changed) => onChange({ model: changed })} />
      )}
    </div>
  );
}

interface ExternalFieldsProps {
  model: ExternalModel;
  onChange(model: ExternalModel): void;
}

function ExternalFields({ model, onChange }: ExternalFieldsProps) {
  const t = useAdminWords();
  const set = (part: Partial<ExternalModel>) => onChange({ ...model, ...part });
  const { secret: _, ...withoutSecret } = model;
  return (
    <>
      <ChoiceField
        label={t.protocol}
        at="/model/protocol"
        value={model.protocol}
        words={t.protocols}
        onChange={(protocol) => set({ protocol })}
      />
      <TextField
        label={t.url}
        at="/model/url"
        type="url"
        value={model.url}
        onChange={(url) => set({ url })}
      />
      <TextField label={t.modelName} at="/model/name" value={model.name} onChange={(name) => set({ name })} />
      <TextField
        label={t.secret}
        hint={t.secretHint}
        at="/model/secret"
        value={model.secret ?? ""}
        onChange={(secret) => onChange(secret === "" ? withoutSecret : { ...model, secret })}
      />
      <NumberField
        label={t.timeout}
        at="/model/timeoutMs"
        schema={ExternalModel.properties.timeoutMs}
        value={model.timeoutMs}
        onChange={(value) => set({ timeoutMs: value ?? Number.NaN })}
      />
      <ChoiceField
        label={t.fallback}
        value={model.fallback}
        words={t.fallbacks}
        onChange={(fallback) => set({ fallback })}
      />
    </>
  );
}
