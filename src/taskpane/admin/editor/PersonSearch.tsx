/** Finds people by name or object id and adds them; whoever has not come yet is added by the object id alone. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { KnownPerson } from "../../../triage/administration.ts";
import type { Failure } from "../../../triage/failure.ts";
import { isAccountId } from "../../../triage/privacy.ts";
import type { AdminApi } from "../adminApi.ts";
import { useAdminWords } from "../adminWords.ts";
import { FailureLine } from "../FailureLine.tsx";
import { TextField } from "../Field.tsx";
import { shortened } from "../ShortId.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { NamedAs } from "./NamedPeople.tsx";

interface PersonSearchProps {
  api: AdminApi;
  onAdd(kind: NamedAs, person: KnownPerson): void;
}

const mostShown = 10;

export function PersonSearch({ api, onAdd }: PersonSearchProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<readonly KnownPerson[]>();
  const [failure, setFailure] = useState<Failure>();
  const find = async () => {
    const wanted = typed.trim();
    if (wanted === "") return;
    const answer = await api.people(wanted);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return setPeople(undefined);
    const stranger = { oid: wanted.toLowerCase(), name: "", departments: [] };
    setPeople(answer.value.people.length === 0 && isAccountId(wanted) ? [stranger] : answer.value.people);
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <TextField label={t.addPerson} value={typed} onChange={setTyped} />
      <div className={styles.row}>
        <Button type="submit">{t.find}</Button>
      </div>
      <div role="status">
        {failure && <FailureLine failure={failure} />}
        {people?.length === 0 && <p className={styles.text}>{t.notKnownYet}</p>}
      </div>
      <ul className={styles.list}>
        {people?.slice(0, mostShown).map((person) => (
          <li key={person.oid} className={styles.row}>
            <span className={styles.text} title={person.oid}>
              {person.name || <bdi>{shortened(person.oid)}</bdi>}
            </span>
            {(["leads", "staff"] as const).map((kind) => (
              <Button
                key={kind}
                size="small"
                aria-label={`${t.addTo[kind]}: ${person.name || shortened(person.oid)}`}
                onClick={() => onAdd(kind, person)}
              >
                {t.addTo[kind]}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </form>
  );
}
