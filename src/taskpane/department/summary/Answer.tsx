/** The answer above all figures: on target or not and how sure, what changed since the last review, what to decide. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Overview } from "../../../triage/overview.ts";
import { quietLook } from "../../looks.ts";
import { Explained } from "../Explained.tsx";
import { useObjectiveTexts } from "../objectives/objectiveWords.ts";
import { StateCounts } from "../objectives/StateCounts.tsx";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { ObjectiveRow } from "./ObjectiveRow.tsx";
import { ToDecide } from "./ToDecide.tsx";

const useStyles = makeStyles({
  answer: { display: "grid", gap: "8px", justifyItems: "start", gridTemplateColumns: "minmax(0, 1fr)" },
  list: { display: "grid", gap: "10px", margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  none: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: quietLook,
  way: { paddingInline: "0", minWidth: "24px", color: tokens.colorBrandForegroundLink },
});

interface AnswerProps extends Pick<PageProps, "department" | "parts" | "goTo"> {
  overview: Overview;
}

export function Answer({ overview, department, parts, goTo }: AnswerProps) {
  return (
    <>
      {overview.objectives.length > 0 ? (
        <Standing overview={overview} department={department} parts={parts} goTo={goTo} />
      ) : (
        <NoObjective department={department} goTo={goTo} />
      )}
      {overview.waiting && (
        <ToDecide overview={overview} waiting={overview.waiting} department={department} goTo={goTo} />
      )}
    </>
  );
}

/** Nothing was agreed, so that nothing can be on target: said, with the way to the first objective. */
function NoObjective({ department, goTo }: Pick<AnswerProps, "department" | "goTo">) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const o = useObjectiveTexts();
  const isLead = department.role !== "staff";
  return (
    <section className={styles.answer} aria-label={t.pages.objectives}>
      <p className={styles.none}>{o.none}</p>
      <p className={styles.quiet}>{isLead ? o.noneHint : o.noneHintStaff}</p>
      {isLead && (
        <Button size="small" onClick={() => goTo("objectives")}>
          {o.add}
        </Button>
      )}
    </section>
  );
}

/** What needs somebody first. */
const order = ["notMet", "worse", "outOfDate", "notYetKnown", "met"];
const urgencyOf = ({ standing: { state }, decline }: Overview["objectives"][number]) =>
  order.indexOf(decline && state.kind !== "notMet" ? "worse" : state.kind);

function Standing({ overview: { objectives, lastReview }, department, parts, goTo }: AnswerProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const sorted = [...objectives].sort((a, b) => urgencyOf(a) - urgencyOf(b));
  return (
    <section className={styles.answer} aria-label={t.pages.objectives}>
      <Explained terms={["states", "range", "points", "change"]}>
        <StateCounts objectives={objectives} />
      </Explained>
      <p className={styles.quiet}>
        {lastReview
          ? [
              t.sinceReview(f.day(new Date(lastReview.closedAt).toISOString().slice(0, 10))),
              lastReview.published > 0 ? t.newVersions(lastReview.published) : "",
              lastReview.wentBackTo === undefined ? "" : t.wentBackTo(lastReview.wentBackTo),
            ]
              .filter(Boolean)
              .join(" · ")
          : t.noReviewYet}
      </p>
      <ul className={styles.list}>
        {sorted.map((objective) => (
          <ObjectiveRow
            key={objective.id}
            objective={objective}
            taxonomy={department.taxonomy}
            now={parts.now()}
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
