/** Writes a proposal: a new category with its definition, or a clearer definition of one there is. */
import { Button, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { DepartmentView } from "../../../triage/department.ts";
import type { ProposalContent } from "../../../triage/proposal.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

interface ProposalFormProps {
  department: DepartmentView;
  onSend(content: ProposalContent): Promise<void>;
  onCancel(): void;
}

const aNewOne = "";

export function ProposalForm({ department, onSend, onCancel }: ProposalFormProps) {
  const styles = useCardStyles();
  const { t, name: nameIn, language } = useRoomWords();
  const c = useCorrectionTexts();
  const [category, setCategory] = useState(aNewOne);
  const [name, setName] = useState("");
  const [definition, setDefinition] = useState("");
  const isReady = definition.trim() !== "" && (category !== aNewOne || name.trim() !== "");
  const content = (): ProposalContent =>
    category === aNewOne
      ? { kind: "category", language, name: name.trim(), definition: definition.trim() }
      : { kind: "definition", language, category, definition: definition.trim() };
  return (
    <div className={styles.card}>
      <LabelledField label={t.category}>
        {(id) => (
          <Select id={id} value={category} onChange={(_, { value }) => setCategory(value)}>
            <option value={aNewOne}>{c.proposalKinds.category}</option>
            {department.taxonomy.categories.map((one) => (
              <option key={one.id} value={one.id}>
                {nameIn(one.name)}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {category === aNewOne && (
        <LabelledField label={c.name}>
          {(id) => <Input id={id} value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />}
        </LabelledField>
      )}
      <LabelledField label={c.definition}>
        {(id) => (
          <Textarea
            id={id}
            value={definition}
            maxLength={500}
            resize="vertical"
            onChange={(_, { value }) => setDefinition(value)}
          />
        )}
      </LabelledField>
      <div className={styles.ways}>
        <Button appearance="primary" disabled={!isReady} onClick={() => void onSend(content())}>
          {c.send}
        </Button>
        <Button onClick={onCancel}>{c.cancel}</Button>
      </div>
    </div>
  );
}
