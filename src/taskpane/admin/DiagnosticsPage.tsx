/** How this pane and the server are, under a heading each, to read and to copy for support; no content and no names. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { Failed } from "../department/Failed.tsx";
import { useLoaded } from "../department/useLoaded.ts";
import { Waiting } from "../department/Waiting.tsx";
import type { AdminParts } from "./AdminRoom.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    gap: "4px 12px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0 },
  },
});

type Fact = readonly [name: string, value: string];

const departmentFact = "department ";

export function DiagnosticsPage({ api, parts }: { api: AdminApi; parts: AdminParts }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const [isCopied, setCopied] = useState(false);
  const { answer, refresh } = useLoaded(useCallback(() => api.diagnostics(), [api]));
  if (!answer) return <Waiting />;
  const told = answer.ok ? answer.value.lines.map(({ name, value }): Fact => [name, value]) : [];
  const text = [parts.diagnostics(), ...told.map(([name, value]) => `${name}: ${value}`)].join("\n");
  const isOfDepartment = ([name]: Fact) => name.startsWith(departmentFact);
  const departments = told
    .filter(isOfDepartment)
    .map(([name, value]): Fact => [name.slice(departmentFact.length), value]);
  const { diagnosticsParts: title } = t;
  return (
    <>
      {!answer.ok && <Failed failure={answer.failure} onRetry={refresh} />}
      <p className={styles.quiet}>{t.diagnosticsHint}</p>
      <Facts title={title.server} facts={told.filter((fact) => !isOfDepartment(fact))} />
      <Facts title={title.departments} facts={departments} />
      <Facts title={title.pane} facts={factsIn(parts.diagnostics())} />
      <div className={styles.row}>
        <Button size="small" onClick={() => void parts.copy(text).then(setCopied)}>
          {isCopied ? t.copied : t.copy}
        </Button>
      </div>
    </>
  );
}

/** As lines of a name, a colon and a value. */
const factsIn = (lines: string): Fact[] =>
  lines.split("\n").map((line) => {
    const [name = "", ...value] = line.split(": ");
    return [name, value.join(": ")];
  });

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const admin = useAdminStyles();
  const styles = useStyles();
  if (facts.length === 0) return null;
  return (
    <section className={admin.fields}>
      <h2 className={admin.strong}>{title}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

/** Called in the reader's language; the value is a code, as support reads it, and what is copied is so throughout. */
function Fact({ name, value }: { name: string; value: string }) {
  const { diagnosticsLabels } = useAdminWords();
  return (
    <>
      <dt>{diagnosticsLabels[name] ?? <bdi>{name}</bdi>}</dt>
      <dd lang="en">
        <bdi dir="ltr">{value}</bdi>
      </dd>
    </>
  );
}
