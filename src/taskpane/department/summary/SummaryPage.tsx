/** A lead's look at the department: is the model right, how sure is that, and what became of the opened messages. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import type { DepartmentView } from "../../../triage/department.ts";
import type { Summary } from "../../../triage/summary.ts";
import { Failed } from "../Failed.tsx";
import type { PageProps } from "../pages.ts";
import { type Period, periodKey, queryOf } from "../period.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { AgreementAnswer } from "./AgreementAnswer.tsx";
import { Answer } from "./Answer.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { ConfusedTable } from "./ConfusedTable.tsx";
import { MoreFigures } from "./MoreFigures.tsx";
import { StateBar } from "./StateBar.tsx";
import { totalsOf } from "./totals.ts";
import { WeekChart } from "./WeekChart.tsx";

const useStyles = makeStyles({
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

export default function SummaryPage({ department, period, parts, goTo }: PageProps) {
  const { load, now } = parts;
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const loadThis = useCallback(
    () => load(department.id, queryOf(period, now())),
    [load, department.id, period, now],
  );
  const { answer, refresh } = useLoaded(loadThis);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  return (
    <>
      <Answer department={department} parts={parts} goTo={goTo} />
      <Figures summary={answer.value} department={department} period={period} />
      {totalsOf(answer.value.states).opened > 0 && (
        <MoreFigures key={periodKey(period)} department={department} period={period} parts={parts} />
      )}
      <div className={styles.foot}>
        <span className={styles.quiet}>{t.asOf(f.time(answer.value.computedAt))}</span>
        <Button size="small" appearance="subtle" onClick={refresh}>
          {t.refresh}
        </Button>
      </div>
    </>
  );
}

interface FiguresProps {
  summary: Summary;
  department: DepartmentView;
  period: Period;
}

function Figures({ summary, department, period }: FiguresProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const { opened, answered } = totalsOf(summary.states);
  if (opened === 0)
    return <p className={styles.answer}>{t.summaryNone[typeof period === "object" ? "custom" : period]}</p>;
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
