/** One person: where they work, what is kept about them, and their erasure. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { KnownPerson } from "../../triage/administration.ts";
import type { Failure } from "../../triage/failure.ts";
import type { ErasureResult } from "../../triage/privacy.ts";
import { saveAs } from "../department/saveAs.ts";
import { useWords } from "../words.tsx";
import type { AdminParts } from "./AdminRoom.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { EraseQuestion } from "./EraseQuestion.tsx";
import { FailureLine } from "./FailureLine.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

interface PersonCardProps {
  person: KnownPerson;
  api: AdminApi;
  parts: AdminParts;
}

type State =
  | { kind: "quiet" }
  | { kind: "asking" }
  | { kind: "saved" }
  | { kind: "erased"; result: ErasureResult | undefined }
  | { kind: "failed"; failure: Failure };

export function PersonCard({ person, api, parts }: PersonCardProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const { f } = words;
  const [state, setState] = useState<State>({ kind: "quiet" });
  const name = person.name || t.unnamed;
  const exportAll = async () => {
    const answer = await api.exportPerson(person.oid);
    if (!answer.ok) return setState({ kind: "failed", failure: answer.failure });
    saveAs(`concord-${person.oid}.json`, "application/json", JSON.stringify(answer.value, null, 2));
    setState({ kind: "saved" });
  };
  const erase = async (forgetLearned: boolean, words: string[]) => {
    const answer = await api.erase(person.oid, parts.newId(), forgetLearned, words);
    setState(
      answer.ok
        ? { kind: "erased", result: answer.value.result }
        : { kind: "failed", failure: answer.failure },
    );
  };
  const places = person.departments.map(
    ({ id, name, role }) => `${name ? words.name(name) : id} (${t.roles[role as "staff"] ?? role})`,
  );
  return (
    <article className={styles.card} aria-label={name}>
      <p className={styles.strong}>{name}</p>
      <p className={styles.quiet}>
        {person.seenAt === undefined ? t.neverSeen : t.lastSeen(f.when(person.seenAt, parts.now()))}
        {places.length > 0 && ` · ${places.join(", ")}`}
      </p>
      <p className={styles.quiet} dir="ltr">
        {person.oid}
      </p>
      {state.kind === "asking" ? (
        <EraseQuestion
          oid={person.oid}
          name={name}
          api={api}
          words={person.name ? [person.name] : []}
          onErase={(forgets, words) => void erase(forgets, words)}
          onCancel={() => setState({ kind: "quiet" })}
        />
      ) : (
        state.kind !== "erased" && (
          <div className={styles.row}>
            <Button size="small" onClick={() => void exportAll()}>
              {t.exportPerson}
            </Button>
            <Button size="small" onClick={() => setState({ kind: "asking" })}>
              {t.erase}
            </Button>
          </div>
        )
      )}
      <div role="status">
        {state.kind === "saved" && <p className={styles.text}>{t.exportSaved}</p>}
        {state.kind === "failed" && <FailureLine failure={state.failure} />}
        {state.kind === "erased" && (
          <p className={styles.text}>
            {state.result ? t.erased(state.result.messages, state.result.notes) : t.eraseRunning}
          </p>
        )}
      </div>
    </article>
  );
}
