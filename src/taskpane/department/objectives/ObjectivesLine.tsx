/** The answer above all figures: how many objectives are on target, and whether a review is due; one press to each. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import { SectionWords } from "../../locales/SectionWords.tsx";
import type { PageProps } from "../pages.ts";
import { loadReviews } from "../reviews/reviewsApi.ts";
import { ReviewWords, reviewSection, useReviewTexts } from "../reviews/reviewWords.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { loadObjectives } from "./objectivesApi.ts";
import { ObjectiveWords, objectiveSection } from "./objectiveWords.ts";
import { StateCounts } from "./StateCounts.tsx";

const useStyles = makeStyles({
  line: { display: "grid", gap: "4px", justifyItems: "start" },
  ways: { display: "flex", flexWrap: "wrap", columnGap: "16px" },
  way: { paddingInline: "0", minWidth: "24px", color: tokens.colorBrandForegroundLink },
});

type ObjectivesLineProps = Pick<PageProps, "department" | "parts" | "goTo">;

/** Quiet until it knows something, and when there is nothing to say. */
export function ObjectivesLine(props: ObjectivesLineProps) {
  return (
    <SectionWords section={objectiveSection} context={ObjectiveWords} fallback={null}>
      <SectionWords section={reviewSection} context={ReviewWords} fallback={null}>
        <Line {...props} />
      </SectionWords>
    </SectionWords>
  );
}

function Line({ department, parts: { api }, goTo }: ObjectivesLineProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const r = useReviewTexts();
  const objectives = useLoaded(useCallback(() => loadObjectives(api, department.id), [api, department.id]));
  const reviews = useLoaded(useCallback(() => loadReviews(api, department.id), [api, department.id]));
  if (!objectives.answer?.ok) return null;
  const held = objectives.answer.value.objectives.filter(({ withdrawn }) => withdrawn === null);
  const due = reviews.answer?.ok ? reviews.answer.value : undefined;
  const isWaiting = due && (due.isDue || due.reviews.some(({ closedAt }) => closedAt === null));
  if (held.length === 0) return null;
  return (
    <div className={styles.line}>
      <StateCounts objectives={held} />
      <div className={styles.ways}>
        <Button
          className={styles.way}
          size="small"
          appearance="transparent"
          onClick={() => goTo("objectives")}
        >
          {t.pages.objectives}
        </Button>
        {isWaiting && department.role !== "staff" && (
          <Button
            className={styles.way}
            size="small"
            appearance="transparent"
            onClick={() => goTo("reviews")}
          >
            {due.isDue ? `${r.isDue} ${r.prepare}` : `${t.pages.reviews}: ${r.goOn}`}
          </Button>
        )}
      </div>
    </div>
  );
}
