/** The answer above all figures: on target or not and how sure, what changed since the last review, what to decide. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Overview } from "../../../triage/overview.ts";
import { SectionWords } from "../../locales/SectionWords.tsx";
import { ObjectiveWords, objectiveSection } from "../objectives/objectiveWords.ts";
import { StateCounts } from "../objectives/StateCounts.tsx";
import type { PageProps } from "../pages.ts";
import { ReviewWords, reviewSection } from "../reviews/reviewWords.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { ObjectiveRow } from "./ObjectiveRow.tsx";
import { loadOverview } from "./overviewApi.ts";
import { ToDecide } from "./ToDecide.tsx";

const useStyles = makeStyles({
  answer: { display: "grid", gap: "8px", justifyItems: "start" },
  list: { display: "grid", gap: "10px", margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  way: { paddingInline: "0", minWidth: "24px", color: tokens.colorBrandForegroundLink },
});

type AnswerProps = Pick<PageProps, "department" | "parts" | "goTo">;

/** Quiet until it knows something, and when there is nothing to say. */
export function Answer(props: AnswerProps) {
  return (
    <SectionWords section={objectiveSection} context={ObjectiveWords} fallback={null}>
      <SectionWords section={reviewSection} context={ReviewWords} fallback={null}>
        <Loaded {...props} />
      </SectionWords>
    </SectionWords>
  );
}

function Loaded({ department, parts: { api }, goTo }: AnswerProps) {
  const load = useCallback(() => loadOverview(api, department.id), [api, department.id]);
  const { answer } = useLoaded(load);
  if (!answer?.ok) return null;
  const overview = answer.value;
  return (
    <>
      {overview.objectives.length > 0 && <Standing overview={overview} department={department} goTo={goTo} />}
      {overview.waiting && <ToDecide overview={overview} waiting={overview.waiting} goTo={goTo} />}
    </>
  );
}

/** What needs somebody first. */
const order = ["notMet", "outOfDate", "notYetKnown", "met"];
const urgencyOf = ({ standing }: Overview["objectives"][number]) => order.indexOf(standing.state.kind);

interface StandingProps extends Pick<AnswerProps, "department" | "goTo"> {
  overview: Overview;
}

function Standing({ overview: { objectives, lastReview }, department, goTo }: StandingProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const sorted = [...objectives].sort((a, b) => urgencyOf(a) - urgencyOf(b));
  return (
    <section className={styles.answer} aria-label={t.pages.objectives}>
      <StateCounts objectives={objectives} />
      <p className={styles.quiet}>
        {lastReview
          ? [
              `${t.sinceReview(f.day(new Date(lastReview.closedAt).toISOString().slice(0, 10)))}.`,
              lastReview.published > 0 ? t.newVersions(lastReview.published) : "",
            ].join(" ")
          : t.noReviewYet}
      </p>
      <ul className={styles.list}>
        {sorted.map((objective) => (
          <ObjectiveRow
            key={objective.id}
            objective={objective}
            taxonomy={department.taxonomy}
            isCompared={lastReview !== null}
          />
        ))}
      </ul>
      <Button className={styles.way} size="small" appearance="transparent" onClick={() => goTo("objectives")}>
        {t.pages.objectives}
      </Button>
    </section>
  );
}
