/** People Concord knows: found by name, what is kept about one copied out, one erased after a second question. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { KnownPerson } from "../../triage/administration.ts";
import { Failed } from "../department/Failed.tsx";
import { useLoaded } from "../department/useLoaded.ts";
import { Waiting } from "../department/Waiting.tsx";
import type { AdminParts } from "./AdminRoom.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { TextField } from "./Field.tsx";
import { PersonCard } from "./PersonCard.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

export function PeoplePage({ api, parts }: { api: AdminApi; parts: AdminParts }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  const [later, setLater] = useState<{ search: string; people: KnownPerson[]; after?: string | undefined }>();
  const { answer, refresh } = useLoaded(useCallback(() => api.people(search), [api, search]));
  const more = later?.search === search ? later : undefined;
  const people = answer?.ok ? [...answer.value.people, ...(more?.people ?? [])] : [];
  const after = more ? more.after : answer?.ok ? answer.value.after : undefined;
  const next = async () => {
    const page = await api.people(search, after);
    if (page.ok)
      setLater({ search, people: [...(more?.people ?? []), ...page.value.people], after: page.value.after });
  };
  return (
    <>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.trim());
        }}
      >
        <TextField label={t.search} value={typed} onChange={setTyped} />
        <div className={styles.row}>
          <Button type="submit">{t.find}</Button>
        </div>
      </form>
      {!answer && <Waiting />}
      {answer && !answer.ok && <Failed failure={answer.failure} onRetry={refresh} />}
      {answer?.ok && people.length === 0 && after === undefined && (
        <p className={styles.text}>{t.nobodyFound}</p>
      )}
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.oid}>
            <PersonCard person={person} api={api} parts={parts} />
          </li>
        ))}
      </ul>
      {after !== undefined && (
        <div className={styles.row}>
          <Button size="small" onClick={() => void next()}>
            {t.more}
          </Button>
        </div>
      )}
    </>
  );
}
