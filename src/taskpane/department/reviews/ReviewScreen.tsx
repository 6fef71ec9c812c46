/** One review, in the order in which it is talked through; closed ones as they were frozen. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../../triage/failure.ts";
import type { Review } from "../../../triage/review.ts";
import type { ApiAnswer } from "../../apiAnswer.ts";
import { BackButton } from "../../BackButton.tsx";
import { titleLook } from "../../looks.ts";
import { Explained } from "../Explained.tsx";
import { Failed } from "../Failed.tsx";
import { useLanding, useLandingStyles } from "../landing.ts";
import { useObjectiveTexts } from "../objectives/objectiveWords.ts";
import { StandingLines } from "../objectives/StandingLines.tsx";
import { targetOf } from "../objectives/titleOf.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { Closing } from "./Closing.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { DecisionList } from "./DecisionList.tsx";
import { Exports } from "./Exports.tsx";
import { Forecasts } from "./Forecasts.tsx";
import {
  agendaLines,
  changeLine,
  dayIn,
  followUpLine,
  foretoldLine,
  foundLine,
  modelLines,
  objectiveTitle,
  type Speaking,
  upToDate,
} from "./outline.ts";
import { Lines, Part } from "./Part.tsx";
import { type ReviewCalls, reviewCalls } from "./reviewsApi.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  head: { display: "grid", gap: "4px" },
  top: { display: "flex", alignItems: "center", gap: "4px" },
  title: titleLook,
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  objective: { display: "grid", gap: "4px", breakInside: "avoid" },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  screenOnly: { "@media print": { display: "none" } },
});

const dayMs = 86_400_000;

interface ReviewScreenProps extends Pick<PageProps, "department" | "parts" | "landing"> {
  id: string;
  onBack(): void;
}

export function ReviewScreen({ department, parts, landing, id, onBack }: ReviewScreenProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const load = useCallback(
    () => reviewCalls(parts.api, department.id, id).load(),
    [parts.api, department.id, id],
  );
  const { answer, refresh, keep } = useLoaded(load);
  const [failure, setFailure] = useState<Failure>();
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const change = async (work: Promise<ApiAnswer<Review>>) => {
    const changed = await work;
    setFailure(changed.ok ? undefined : changed.failure);
    if (!changed.ok) return;
    keep(changed.value);
    if (changed.value.closedAt !== answer.value.closedAt) parts.onReview?.();
  };
  return (
    <>
      <Sheet
        onBack={onBack}
        review={answer.value}
        department={department}
        parts={parts}
        landing={landing}
        calls={reviewCalls(parts.api, department.id, id)}
        change={(work) => void change(work)}
      />
      <div role="alert">{failure && <p className={styles.fault}>{t.failures[failure.code]}</p>}</div>
    </>
  );
}

interface SheetProps extends Pick<PageProps, "department" | "parts" | "landing"> {
  review: Review;
  calls: ReviewCalls;
  onBack(): void;
  change(work: Promise<ApiAnswer<Review>>): void;
}

function Sheet({ review, department, parts, landing, calls, onBack, change }: SheetProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { f } = words;
  const o = useObjectiveTexts();
  const r = useReviewTexts();
  const now = parts.now();
  const say: Speaking = { words, o, r, taxonomy: department.taxonomy };
  const { evidence, closedAt, closedBy, seal, isIntact } = review;
  const isOpen = closedAt === null;
  const isLead = department.role !== "staff";
  const mayDecide = isOpen && department.closedAt === undefined;
  const mayChange = mayDecide && isLead;
  const mayTakeBack = (id: string) => mayDecide && (isLead || review.own.includes(id));
  const place = useLandingStyles();
  const titleRef = useLanding<HTMLHeadingElement>(landing?.on === "review" ? landing : undefined);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.top}>
          <span className={styles.screenOnly}>
            <BackButton onPress={onBack} />
          </span>
          <h1 ref={titleRef} tabIndex={-1} className={mergeClasses(styles.title, place.place)}>
            {r.title(dayIn(closedAt ?? evidence.to, say))}
          </h1>
        </div>
        <p className={styles.quiet}>{r.period(dayIn(evidence.from, say), dayIn(evidence.to, say))}</p>
        {!isOpen && <p className={styles.quiet}>{r.frozen(dayIn(closedAt, say), closedBy)}</p>}
        {!isIntact && <p className={styles.fault}>{r.tampered}</p>}
      </div>
      <Exports review={review} department={words.name(department.name)} say={say} copy={parts.copy} />
      <Part title={r.followUps}>
        <DecisionList
          decisions={evidence.followUps}
          review={review}
          say={say}
          empty={r.noFollowUps}
          detail={(one) => followUpLine(one, say)}
          onOutcome={
            mayChange
              ? ({ id, review: decidedIn }, outcome) =>
                  decidedIn && change(calls.followUp(id, outcome, decidedIn))
              : undefined
          }
          settledBy={mayDecide && r.leadSettles}
        />
        {evidence.foretold.length > 0 && (
          <Lines lines={evidence.foretold.map((one) => foretoldLine(one, review, say))} empty="" />
        )}
      </Part>
      <Part title={r.objectives} terms={["states", "range", "points", "change"]}>
        {evidence.objectives.length === 0 && <p className={styles.quiet}>{r.noObjectives}</p>}
        {evidence.objectives.map((one) => (
          <div key={one.id} className={styles.objective}>
            <h3 className={styles.name}>{objectiveTitle(one, say)}</h3>
            <StandingLines
              formula={one.formula}
              standing={one.standing}
              target={one.target}
              decline={one.decline ?? null}
            />
            <p className={styles.quiet}>
              {[targetOf(one, words, o), changeLine(one, say), one.decline && foundLine(one.decline, say)]
                .filter(Boolean)
                .join(". ")}
            </p>
          </div>
        ))}
      </Part>
      <Part title={r.agenda}>
        <Lines lines={agendaLines(review, say)} empty={r.noAgenda} />
      </Part>
      <Part title={r.model} terms={["blind", "leaning"]}>
        <Lines lines={modelLines(review, say)} empty="" />
      </Part>
      <Part title={r.decisions}>
        <DecisionList
          decisions={upToDate(review)}
          review={review}
          say={say}
          empty={r.noDecisions}
          detail={(one) =>
            [r.ownerDue(one.owner, f.day(one.dueOn)), ...(isOpen ? [] : [r.outcomes[one.outcome]])].join("; ")
          }
          mayRemove={mayTakeBack}
          onRemove={(id) => change(calls.undecide(id))}
          onOutcome={isLead ? ({ id }, outcome) => change(calls.settle(id, outcome)) : undefined}
          settledBy={!isOpen && department.closedAt === undefined && r.leadSettles}
          landing={landing}
        />
        {mayDecide && (
          <div className={styles.screenOnly}>
            <DecisionForm
              review={review}
              say={say}
              dueOn={new Date(now + 28 * dayMs).toISOString().slice(0, 10)}
              onAdd={(decision) => change(calls.decide(v7(), decision))}
            />
          </div>
        )}
      </Part>
      {evidence.objectives.length > 0 && (
        <Part title={r.forecasts} terms={["forecast"]}>
          {mayChange ? (
            <Forecasts
              review={review}
              say={say}
              onForetell={(objective, probability) => change(calls.foretell(objective, probability))}
            />
          ) : (
            <Lines
              lines={review.forecasts.flatMap(({ objectiveId, probability }) => {
                const objective = evidence.objectives.find(({ id }) => id === objectiveId);
                return objective ? [`${objectiveTitle(objective, say)}: ${f.share(probability)}`] : [];
              })}
              empty={r.noForecast}
            />
          )}
        </Part>
      )}
      {mayChange && <Closing review={review} onClose={() => change(calls.close())} />}
      {seal && (
        <Explained terms={["seal"]}>
          <p className={styles.quiet}>{r.seal(seal)}</p>
        </Explained>
      )}
    </>
  );
}
