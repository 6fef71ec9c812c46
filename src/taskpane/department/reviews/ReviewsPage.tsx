/** The reviews of a department: the one that is due or open first, then those that were closed. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../../triage/failure.ts";
import type { Reviews } from "../../../triage/review.ts";
import { Quiet } from "../../triage/Quiet.tsx";
import { Explained } from "../Explained.tsx";
import { Failed } from "../Failed.tsx";
import { type Landing, useLanding } from "../landing.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { PackButton } from "./PackButton.tsx";
import { Part } from "./Part.tsx";
import { ReviewScreen } from "./ReviewScreen.tsx";
import { ReviewSections } from "./ReviewSections.tsx";
import { loadReviews, reviewCalls } from "./reviewsApi.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  next: { display: "grid", gap: "8px", justifyItems: "start" },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  list: { display: "grid", gap: "4px", justifyItems: "start", margin: 0, padding: 0, listStyleType: "none" },
});

export default function ReviewsPage(props: PageProps) {
  return (
    <ReviewSections>
      <Page {...props} />
    </ReviewSections>
  );
}

function Page({ department, parts, landing }: PageProps) {
  const { api } = parts;
  const load = useCallback(() => loadReviews(api, department.id), [api, department.id]);
  const { answer, refresh } = useLoaded(load);
  const [shown, setShown] = useState(landing && "review" in landing ? landing.review : undefined);
  const [failure, setFailure] = useState<Failure>();
  if (shown !== undefined)
    return (
      <ReviewScreen
        department={department}
        parts={parts}
        landing={landing}
        id={shown}
        onBack={() => {
          setShown(undefined);
          refresh();
        }}
      />
    );
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const open = async () => {
    const id = v7();
    const opened = await reviewCalls(api, department.id, id).open();
    if (!opened.ok) return setFailure(opened.failure);
    setShown(id);
    parts.onReview?.();
  };
  return (
    <>
      <List
        reviews={answer.value}
        isLead={department.role !== "staff"}
        now={parts.now()}
        failure={failure}
        landing={landing}
        onOpen={() => void open()}
        onShow={setShown}
      />
      {department.role !== "staff" && <PackButton department={department} parts={parts} />}
    </>
  );
}

interface ListProps {
  reviews: Reviews;
  isLead: boolean;
  now: number;
  failure: Failure | undefined;
  landing: Landing | undefined;
  onOpen(): void;
  onShow(id: string): void;
}

function List({
  reviews: { reviews, dueOn, isDue, forecasts },
  isLead,
  now,
  failure,
  landing,
  onOpen,
  onShow,
}: ListProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const r = useReviewTexts();
  const open = reviews.find(({ closedAt }) => closedAt === null);
  const closed = reviews.filter(({ closedAt }) => closedAt !== null);
  const prepareRef = useLanding<HTMLButtonElement>(landing?.on === "prepare" ? landing : undefined);
  const mayOpen = isLead && !open && dueOn !== null;
  return (
    <>
      <div className={styles.next}>
        <p className={styles.line}>
          {open
            ? r.isOpen(f.when(open.openedAt, now))
            : isDue
              ? r.isDue
              : dueOn === null
                ? r.noRhythm
                : r.dueOn(f.day(dueOn))}
        </p>
        {open && (
          <Button appearance="primary" onClick={() => onShow(open.id)}>
            {r.goOn}
          </Button>
        )}
        {mayOpen && (
          <Button ref={prepareRef} appearance={isDue ? "primary" : "secondary"} onClick={onOpen}>
            {isDue ? r.prepare : r.openNow}
          </Button>
        )}
        <div role="alert">{failure && <p className={styles.fault}>{t.failures[failure.code]}</p>}</div>
      </div>
      {reviews.length === 0 && <Quiet icon={ClipboardTaskListLtrRegular} title={r.none} hint={r.noneHint} />}
      {closed.length > 0 && (
        <Part title={r.past}>
          <ul className={styles.list}>
            {closed.map(({ id, closedAt, closedBy, decisions }) => (
              <li key={id}>
                <Button size="small" appearance="subtle" onClick={() => onShow(id)}>
                  {r.closedBy(f.when(closedAt!, now), closedBy, decisions)}
                </Button>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {forecasts.brier !== null && (
        <Explained terms={["forecast"]}>
          <p className={styles.quiet}>
            {r.score(f.number(Math.round(forecasts.brier * 100) / 100), forecasts.scored)}
          </p>
        </Explained>
      )}
    </>
  );
}
