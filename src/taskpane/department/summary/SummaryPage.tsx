/** A lead's look at the department: is the model right, how sure is that, and what became of the opened messages. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Summary } from "../../../triage/summary.ts";
import { Failed } from "../Failed.tsx";
import { PeriodChoice } from "../PeriodChoice.tsx";
import type { PageProps } from "../pages.ts";
import { periodKey, queryOf } from "../period.ts";
import { ReviewSections } from "../reviews/ReviewSections.tsx";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { AgreementAnswer } from "./AgreementAnswer.tsx";
import { Answer } from "./Answer.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { ConfusedTable } from "./ConfusedTable.tsx";
import { MoreFigures } from "./MoreFigures.tsx";
import { loadOverview } from "./overviewApi.ts";
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
  nothing: { margin: 0 },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    paddingTop: "12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" },
});

export default function SummaryPage(props: PageProps) {
  return (
    <ReviewSections>
      <Page {...props} />
    </ReviewSections>
  );
}

/** The answer has its own times, and stays while other days are asked for below it. */
function Page({ department, period, onPeriod, parts, goTo }: PageProps) {
  const { load, now, api } = parts;
  const styles = useStyles();
  const { t } = useRoomWords();
  const loadAbove = useCallback(() => loadOverview(api, department.id), [api, department.id]);
  const above = useLoaded(loadAbove);
  const loadThis = useCallback(
    () => load(department.id, queryOf(period, now())),
    [load, department.id, period, now],
  );
  const figures = useLoaded(loadThis);
  if (!above.answer) return <Waiting />;
  return (
    <>
      {above.answer.ok && (
        <Answer overview={above.answer.value} department={department} parts={parts} goTo={goTo} />
      )}
      <div className={styles.head}>
        <h2 className={styles.title}>{t.figuresTitle}</h2>
        <PeriodChoice period={period} onPeriod={onPeriod} now={now} />
      </div>
      {!figures.answer && <Waiting />}
      {figures.answer?.ok === false && <Failed failure={figures.answer.failure} onRetry={figures.refresh} />}
      {figures.answer?.ok && (
        <Figures
          summary={figures.answer.value}
          department={department}
          period={period}
          parts={parts}
          onRefresh={() => {
            above.refresh();
            figures.refresh();
          }}
        />
      )}
    </>
  );
}

interface FiguresProps extends Pick<PageProps, "department" | "period" | "parts"> {
  summary: Summary;
  onRefresh(): void;
}

function Figures({ summary, department, period, parts, onRefresh }: FiguresProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const { opened, answered } = totalsOf(summary.states);
  const { agreement, weeks, confused, states } = summary;
  return (
    <>
      {opened === 0 ? (
        <p className={styles.nothing}>{t.summaryNone[typeof period === "object" ? "custom" : period]}</p>
      ) : (
        <>
          <AgreementAnswer agreement={agreement} policy={department.policy} period={period} />
          {weeks.length > 1 && <WeekChart weeks={weeks} period={agreement.category.blind} />}
          <ConfusedTable pairs={confused} taxonomy={department.taxonomy} />
          <h2 className={styles.title}>{t.summaryTitle(f.number(answered), f.number(opened))}</h2>
          <StateBar states={states} />
          <CategoryTable of={summary} taxonomy={department.taxonomy} />
          <MoreFigures key={periodKey(period)} department={department} period={period} parts={parts} />
        </>
      )}
      <div className={styles.foot}>
        <span className={styles.quiet}>{t.asOf(f.time(summary.computedAt))}</span>
        <Button size="small" appearance="subtle" onClick={onRefresh}>
          {t.refresh}
        </Button>
      </div>
    </>
  );
}
