/** What waits for the lead, each with the way to the thing itself; said too when nothing does. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Overview } from "../../../triage/overview.ts";
import type { Landing } from "../landing.ts";
import { useObjectiveTexts } from "../objectives/objectiveWords.ts";
import { titleOf } from "../objectives/titleOf.ts";
import type { ObjectiveTexts } from "../objectives/words/en.ts";
import type { PageName, PageProps } from "../pages.ts";
import { useReviewTexts } from "../reviews/reviewWords.ts";
import type { ReviewTexts } from "../reviews/words/en.ts";
import { type JoinedWords, useRoomWords } from "../roomWords.ts";

const useStyles = makeStyles({
  part: { display: "grid", gap: "4px", justifyItems: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { display: "grid", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  way: {
    paddingInline: "0",
    minWidth: "24px",
    justifyContent: "start",
    textAlign: "start",
    overflowWrap: "anywhere",
    color: tokens.colorBrandForegroundLink,
  },
});

interface ToDecideProps extends Pick<PageProps, "department" | "goTo"> {
  overview: Overview;
  waiting: NonNullable<Overview["waiting"]>;
}

export function ToDecide({ overview, waiting, department, goTo }: ToDecideProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const o = useObjectiveTexts();
  const r = useReviewTexts();
  const id = useId();
  const { dueOn } = overview.review;
  const matters = [
    ...offTarget(overview, { words, o, r, department }),
    ...gotWorse(overview, { words, o, r, department }),
    ...reviewMatters(overview, { words, o, r, department }),
    ...correctionMatters(waiting, words, r),
  ];
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t.toDecide}
      </h2>
      {matters.length === 0 && (
        <p className={styles.line}>
          {t.nothingToDecide} {dueOn && r.dueOn(f.day(dueOn))}
        </p>
      )}
      <ul className={styles.list}>
        {matters.map(({ key, page, landing, text }) => (
          <li key={key}>
            <Button
              className={styles.way}
              size="small"
              appearance="transparent"
              onClick={() => goTo(page, landing)}
            >
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Matter {
  key: string;
  page: PageName;
  landing: Landing;
  text: string;
}

interface Saying extends Pick<PageProps, "department"> {
  words: JoinedWords;
  o: ObjectiveTexts;
  r: ReviewTexts;
}

/** What was agreed and is not reached comes before all else. */
const offTarget = ({ objectives }: Overview, { words, o, department }: Saying): Matter[] =>
  objectives
    .filter(({ standing }) => standing.state.kind === "notMet")
    .map((one) => aboutObjective(one, words.t.offTarget, { words, o, department }));

/** What surely got worse waits for no last proof that the target is missed. */
const gotWorse = ({ objectives }: Overview, { words, o, department }: Saying): Matter[] =>
  objectives
    .filter(({ standing, decline }) => decline && standing.state.kind !== "notMet")
    .map((one) => aboutObjective(one, words.t.gotWorse, { words, o, department }));

const aboutObjective = (
  { id, formula }: Overview["objectives"][number],
  told: (objective: string) => string,
  { words, o, department }: Omit<Saying, "r">,
): Matter => ({
  key: id,
  page: "objectives",
  landing: { on: "objective", objective: id },
  text: told(titleOf(formula, department.taxonomy, words, o)),
});

function reviewMatters({ review, objectives }: Overview, { words, o, r, department }: Saying): Matter[] {
  const { t, f } = words;
  const { openId } = review;
  const about = (id: string | undefined) => objectives.find((one) => one.id === id);
  const decided = ({ kind, objectiveId, note }: Overview["review"]["overdue"][number]) => {
    const objective = about(objectiveId);
    return [r.kinds[kind], objective && titleOf(objective.formula, department.taxonomy, words, o), note]
      .filter(Boolean)
      .join(": ");
  };
  return [
    ...(review.isDue
      ? [
          {
            key: "due",
            page: "reviews",
            landing: { on: "prepare" },
            text: `${r.isDue} ${r.prepare}`,
          } as const,
        ]
      : []),
    ...(openId === null
      ? []
      : [
          {
            key: openId,
            page: "reviews",
            landing: { on: "review", review: openId },
            text: t.reviewIsOpen,
          } as const,
        ]),
    ...review.overdue.map(
      (one) =>
        ({
          key: one.decision,
          page: "reviews",
          landing: { on: "decision", review: one.review, decision: one.decision },
          text: t.overdue(decided(one), one.owner, f.day(one.dueOn)),
        }) as const,
    ),
  ];
}

function correctionMatters(
  { corrections, proposals, version }: ToDecideProps["waiting"],
  { t, f }: JoinedWords,
  r: ReviewTexts,
): Matter[] {
  const matter = (on: "corrections" | "proposals" | "version", text: string): Matter => ({
    key: on,
    page: "corrections",
    landing: { on },
    text,
  });
  return [
    ...(corrections > 0 ? [matter("corrections", t.correctionsWait(corrections))] : []),
    ...(proposals > 0 ? [matter("proposals", r.proposals(proposals))] : []),
    ...(version ? [matter("version", t.versionWaits[version.state](f.number(version.version)))] : []),
  ];
}
