/** Who is named in a department, by name where it is known; found by name or object id, added and taken out by a press. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { KnownPerson } from "../../../triage/administration.ts";
import { useLoaded } from "../../department/useLoaded.ts";
import { Folded } from "../../Folded.tsx";
import type { AdminApi } from "../adminApi.ts";
import { useAdminWords } from "../adminWords.ts";
import { LinesField } from "../Field.tsx";
import { shortened } from "../ShortId.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";
import { PersonSearch } from "./PersonSearch.tsx";

const kinds = ["leads", "staff"] as const;
export type NamedAs = (typeof kinds)[number];
/** By name; a department may have thousands. */
const mostShown = 20;

interface NamedPeopleProps extends SectionProps {
  api: AdminApi;
}

export function NamedPeople({ draft, onChange, api }: NamedPeopleProps) {
  const t = useAdminWords();
  const { id, members } = draft;
  const { answer } = useLoaded(useCallback(() => api.named(id), [api, id]));
  const [found, setFound] = useState<readonly KnownPerson[]>([]);
  const known = [...found, ...(answer?.ok ? answer.value.people : [])];
  const nameOf = (oid: string) => known.find((one) => one.oid === oid.toLowerCase())?.name ?? "";
  const set = (kind: NamedAs, lines: string[]) => onChange({ members: { ...members, [kind]: lines } });
  const without = (kind: NamedAs, oid: string) => members[kind].filter((one) => one !== oid);
  /** Whoever leads is not staff as well. */
  const add = (kind: NamedAs, person: KnownPerson) => {
    const other = kind === "leads" ? "staff" : "leads";
    setFound([person, ...found]);
    onChange({
      members: {
        ...members,
        [kind]: [...without(kind, person.oid).filter(Boolean), person.oid],
        [other]: without(other, person.oid),
      },
    });
  };
  return (
    <>
      {kinds.map((kind) => (
        <Named
          key={kind}
          title={t[kind]}
          oids={members[kind].filter((oid) => oid.trim() !== "")}
          nameOf={nameOf}
          onRemove={(oid) => set(kind, without(kind, oid))}
        />
      ))}
      <PersonSearch api={api} onAdd={add} />
      <Folded summary={t.asIds} isQuiet>
        {kinds.map((kind) => (
          <LinesField
            key={kind}
            label={t[kind]}
            hint={t.accountsHint}
            at={`/members/${kind}`}
            lines={members[kind]}
            onChange={(lines) => set(kind, lines)}
          />
        ))}
      </Folded>
    </>
  );
}

interface NamedProps {
  title: string;
  oids: readonly string[];
  nameOf(oid: string): string;
  onRemove(oid: string): void;
}

function Named({ title, oids, nameOf, onRemove }: NamedProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  return (
    <div className={styles.field}>
      <span className={styles.strong}>{title}</span>
      {oids.length === 0 && <span className={styles.quiet}>{t.noneNamed}</span>}
      <ul className={styles.list}>
        {oids.slice(0, mostShown).map((oid) => {
          const name = nameOf(oid);
          return (
            <li key={oid} className={styles.row}>
              <span className={styles.text} title={oid}>
                {name || (
                  <>
                    <bdi>{shortened(oid)}</bdi> · {t.neverSeen}
                  </>
                )}
              </span>
              <Button
                size="small"
                aria-label={t.removeNamed(name || shortened(oid))}
                onClick={() => onRemove(oid)}
              >
                {t.removeCategory}
              </Button>
            </li>
          );
        })}
      </ul>
      {oids.length > mostShown && (
        <span className={styles.quiet}>{t.moreNamed(oids.length - mostShown)}</span>
      )}
    </div>
  );
}
