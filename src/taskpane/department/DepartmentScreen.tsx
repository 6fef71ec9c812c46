/** A lead's first look at today: how much was answered, in which way, and by category. */
import { Button, makeStyles, Select, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import { useCallback, useEffect, useState } from "react";
import type { DepartmentView } from "../../triage/department.ts";
import type { Summary } from "../../triage/summary.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { Quiet } from "../triage/Quiet.tsx";
import { useWords } from "../words.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { StateBar } from "./StateBar.tsx";
import { totalsOf } from "./totals.ts";

const useStyles = makeStyles({
  screen: { display: "grid", gap: "16px", alignContent: "start", padding: "12px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  answer: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  foot: { display: "flex", alignItems: "center", justifyContent: "space-between" },
});

export interface DepartmentScreenProps {
  /** Those the person leads. */
  departments: readonly DepartmentView[];
  load(departmentId: string): Promise<ApiAnswer<Summary>>;
}

export default function DepartmentScreen({ departments, load }: DepartmentScreenProps) {
  const styles = useStyles();
  const { t, f, name } = useWords();
  const [id, setId] = useState(departments[0]?.id ?? "");
  const [answer, setAnswer] = useState<ApiAnswer<Summary>>();
  const refresh = useCallback(() => {
    let isCurrent = true;
    setAnswer(undefined);
    void load(id).then((loaded) => isCurrent && setAnswer(loaded));
    return () => {
      isCurrent = false;
    };
  }, [id, load]);
  useEffect(refresh, [refresh]);
  const department = departments.find((entry) => entry.id === id);
  if (!department) return null;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        {departments.length > 1 ? (
          <Select aria-label={t.department} size="small" value={id} onChange={(_, { value }) => setId(value)}>
            {departments.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {name(entry.name)}
              </option>
            ))}
          </Select>
        ) : (
          <h1 className={styles.name}>{name(department.name)}</h1>
        )}
        <span className={styles.quiet}>{t.today}</span>
      </div>
      {!answer && <Waiting />}
      {answer && !answer.ok && (
        <Quiet icon={PlugDisconnectedRegular} title={t.faultTitle} hint={t.failures[answer.failure.code]}>
          <Button onClick={() => void refresh()}>{t.tryAgain}</Button>
        </Quiet>
      )}
      {answer?.ok && <Counts summary={answer.value} department={department} />}
      {answer?.ok && (
        <div className={styles.foot}>
          <span className={styles.quiet}>{t.asOf(f.time(answer.value.computedAt))}</span>
          <Button size="small" appearance="subtle" onClick={() => void refresh()}>
            {t.refresh}
          </Button>
        </div>
      )}
    </div>
  );
}

function Counts({ summary, department }: { summary: Summary; department: DepartmentView }) {
  const styles = useStyles();
  const { t, f } = useWords();
  const { opened, answered } = totalsOf(summary.states);
  if (opened === 0) return <p className={styles.answer}>{t.summaryNone}</p>;
  return (
    <>
      <p className={styles.answer}>{t.summaryTitle(f.number(answered), f.number(opened))}</p>
      <StateBar states={summary.states} />
      <CategoryTable rows={summary.categories} taxonomy={department.taxonomy} />
    </>
  );
}

function Waiting() {
  const { t } = useWords();
  return (
    <Skeleton aria-label={t.loading}>
      <div style={{ display: "grid", gap: 12 }}>
        <SkeletonItem style={{ height: 28, width: "80%" }} />
        <SkeletonItem style={{ height: 12 }} />
        <SkeletonItem style={{ height: 120 }} />
      </div>
    </Skeleton>
  );
}
