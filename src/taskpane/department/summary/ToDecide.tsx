/** What waits for the lead, each with the way to it; said too when nothing does. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Overview } from "../../../triage/overview.ts";
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
    color: tokens.colorBrandForegroundLink,
  },
});

interface ToDecideProps extends Pick<PageProps, "goTo"> {
  overview: Overview;
  waiting: NonNullable<Overview["waiting"]>;
}

export function ToDecide({ overview, waiting, goTo }: ToDecideProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const r = useReviewTexts();
  const id = useId();
  const open = openMatters(overview, waiting, words, r);
  const { dueOn } = overview.review;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t.toDecide}
      </h2>
      {open.length === 0 && (
        <p className={styles.line}>
          {t.nothingToDecide} {dueOn && r.dueOn(f.day(dueOn))}
        </p>
      )}
      <ul className={styles.list}>
        {open.map(([page, text]) => (
          <li key={text}>
            <Button className={styles.way} size="small" appearance="transparent" onClick={() => goTo(page)}>
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function openMatters(
  { review }: Overview,
  { corrections, proposals, candidates }: NonNullable<Overview["waiting"]>,
  { t }: JoinedWords,
  r: ReviewTexts,
): [page: PageName, text: string][] {
  const matters: [PageName, string | false][] = [
    ["reviews", review.isDue && `${r.isDue} ${r.prepare}`],
    ["reviews", review.openId !== null && `${t.pages.reviews}: ${r.goOn}`],
    ["reviews", review.overdue > 0 && t.overdue(review.overdue)],
    ["corrections", corrections > 0 && t.correctionsWait(corrections)],
    ["corrections", proposals > 0 && r.proposals(proposals)],
    ["corrections", candidates > 0 && t.candidatesWait(candidates)],
  ];
  return matters.filter((one): one is [PageName, string] => one[1] !== false);
}
