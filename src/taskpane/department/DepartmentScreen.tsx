/** A lead's look at the department: is the model right, how sure is that, and what became of the opened messages. */
import { Button, makeStyles, Select, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import { useCallback, useEffect, useState } from "react";
import type { DepartmentView } from "../../triage/department.ts";
import type { Summary, SummaryQuery } from "../../triage/summary.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { Quiet } from "../triage/Quiet.tsx";
import { useWords } from "../words.tsx";
import { AgreementAnswer } from "./AgreementAnswer.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { ConfusedTable } from "./ConfusedTable.tsx";
import { type Period, periods, queryOf } from "./period.ts";
import { StateBar } from "./StateBar.tsx";
import { totalsOf } from "./totals.ts";
import { WeekChart } from "./WeekChart.tsx";

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
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
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
  load(departmentId: string, query: SummaryQuery): Promise<ApiAnswer<Summary>>;
  now(): number;
}

export default function DepartmentScreen({ departments, load, now }: DepartmentScreenProps) {
  const styles = useStyles();
  const { t, f, name } = useWords();
  const [id, setId] = useState(departments[0]?.id ?? "");
  const [period, setPeriod] = useState<Period>("weeks12");
  const [answer, setAnswer] = useState<ApiAnswer<Summary>>();
  const refresh = useCallback(() => {
    let isCurrent = true;
    setAnswer(undefined);
    void load(id, queryOf(period, now())).then((loaded) => isCurrent && setAnswer(loaded));
    return () => {
      isCurrent = false;
    };
  }, [id, load, now, period]);
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
        <Select
          aria-label={t.period}
          size="small"
          value={period}
          onChange={(_, { value }) => setPeriod(value as Period)}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {t.periods[one]}
            </option>
          ))}
        </Select>
      </div>
      {!answer && <Waiting />}
      {answer && !answer.ok && (
        <Quiet icon={PlugDisconnectedRegular} title={t.faultTitle} hint={t.failures[answer.failure.code]}>
          <Button onClick={() => void refresh()}>{t.tryAgain}</Button>
        </Quiet>
      )}
      {answer?.ok && <Figures summary={answer.value} department={department} period={period} />}
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

interface FiguresProps {
  summary: Summary;
  department: DepartmentView;
  period: Period;
}

function Figures({ summary, department, period }: FiguresProps) {
  const styles = useStyles();
  const { t, f } = useWords();
  const { opened, answered } = totalsOf(summary.states);
  if (opened === 0) return <p className={styles.answer}>{t.summaryNone[period]}</p>;
  const { agreement, weeks, confused, states, categories } = summary;
  return (
    <>
      <AgreementAnswer agreement={agreement} policy={department.policy} />
      {weeks.length > 1 && <WeekChart weeks={weeks} period={agreement.category.blind} />}
      <ConfusedTable pairs={confused} taxonomy={department.taxonomy} />
      <h2 className={styles.title}>{t.summaryTitle(f.number(answered), f.number(opened))}</h2>
      <StateBar states={states} />
      <CategoryTable rows={categories} taxonomy={department.taxonomy} />
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
