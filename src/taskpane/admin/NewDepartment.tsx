/** A new department: a short name, and the taxonomy of an existing one to begin with. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { DepartmentOverview } from "../../triage/administration.ts";
import type { Failure } from "../../triage/failure.ts";
import { Folded } from "../Folded.tsx";
import { useWords } from "../words.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { TextField } from "./Field.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

interface NewDepartmentProps {
  api: AdminApi;
  departments: readonly DepartmentOverview[];
  onMade(id: string): void;
}

const slug = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

export function NewDepartment({ api, departments, onMade }: NewDepartmentProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const [id, setId] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const like = departments[0];
  const isFree = slug.test(id) && departments.every((one) => one.id !== id);
  const make = async () => {
    const model = like && (await api.department(like.id));
    if (!model?.ok) return setFailure(model?.failure);
    const { closed: _, ...content } = model.value;
    const made = await api.save({
      ...content,
      id,
      version: 0,
      name: { en: id },
      mailboxes: [],
      members: { staff: [], leads: [] },
      assigned: {},
      model: { kind: "builtIn" },
    });
    if (made.ok) onMade(id);
    else setFailure(made.failure);
  };
  if (!like) return null;
  return (
    <Folded summary={t.newDepartment}>
      <div className={styles.fields}>
        <TextField label={t.newId} hint={t.newIdHint} value={id} onChange={setId} />
        <div className={styles.row}>
          <Button disabledFocusable={!isFree} onClick={() => void (isFree && make())}>
            {t.create}
          </Button>
        </div>
        <p className={styles.quiet} role="status">
          {failure && words.t.failures[failure.code]}
        </p>
      </div>
    </Folded>
  );
}
