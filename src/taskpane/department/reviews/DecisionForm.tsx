/** A decision as it is added: what, about which objective, who, until when. */
import { Button, Input, makeStyles, Select } from "@fluentui/react-components";
import { useId, useState } from "react";
import {
  type DecisionKind,
  type DecisionRequest,
  decisionKinds,
  type Review,
} from "../../../triage/review.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { colleaguesIn } from "./colleaguesIn.ts";
import { objectiveTitle, type Speaking } from "./outline.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({ form: { display: "grid", gap: "8px" } });

interface DecisionFormProps {
  review: Review;
  say: Speaking;
  /** the day proposed to have it done by */
  dueOn: string;
  onAdd(decision: DecisionRequest): void;
}

export function DecisionForm({ review, say, dueOn, onAdd }: DecisionFormProps) {
  const styles = useStyles();
  const r = useReviewTexts();
  const [kind, setKind] = useState<DecisionKind>("keepTarget");
  const [objectiveId, setObjectiveId] = useState("");
  const [note, setNote] = useState("");
  const [owner, setOwner] = useState("");
  const namesId = useId();
  const [due, setDue] = useState(dueOn);
  const isWhole = owner.trim() !== "" && due !== "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        onAdd({
          kind,
          owner: owner.trim(),
          dueOn: due,
          ...(objectiveId ? { objectiveId } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
        });
        setKind("keepTarget");
        setObjectiveId("");
        setNote("");
        setOwner("");
        setDue(dueOn);
      }}
    >
      <LabelledField label={r.what}>
        {(id) => (
          <Select id={id} value={kind} onChange={(_, { value }) => setKind(value as DecisionKind)}>
            {decisionKinds.map((one) => (
              <option key={one} value={one}>
                {r.kinds[one]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <LabelledField label={r.about}>
        {(id) => (
          <Select id={id} value={objectiveId} onChange={(_, { value }) => setObjectiveId(value)}>
            <option value="">{r.nothingSpecial}</option>
            {review.evidence.objectives.map((one) => (
              <option key={one.id} value={one.id}>
                {objectiveTitle(one, say)}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <LabelledField label={r.note}>
        {(id) => <Input id={id} value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />}
      </LabelledField>
      <LabelledField label={r.owner} hint={owner.trim() === "" ? r.needed : undefined}>
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={owner}
            maxLength={200}
            list={namesId}
            onChange={(_, { value }) => setOwner(value)}
          />
        )}
      </LabelledField>
      <datalist id={namesId}>
        {colleaguesIn(review).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <LabelledField label={r.due} hint={due === "" ? r.needed : undefined}>
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="date"
            value={due}
            onChange={(_, { value }) => setDue(value)}
          />
        )}
      </LabelledField>
      <div>
        <Button type="submit" disabledFocusable={!isWhole}>
          {r.add}
        </Button>
      </div>
    </form>
  );
}
