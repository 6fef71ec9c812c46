/** Closing a review: says what it means and what is still open, and asks once more. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Review } from "../../../triage/review.ts";
import { useObjectiveTexts } from "../objectives/objectiveWords.ts";
import { Lines, Part } from "./Part.tsx";
import { useReviewTexts } from "./reviewWords.ts";
import type { ReviewTexts } from "./words/en.ts";

const useStyles = makeStyles({
  box: { display: "grid", gap: "8px", justifyItems: "start", "@media print": { display: "none" } },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  ways: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface ClosingProps {
  review: Review;
  onClose(): void;
}

/** What asks stands where it stood and takes it back, so that a double press closes nothing; what closes stands beside it. */
export function Closing({ review, onClose }: ClosingProps) {
  const styles = useStyles();
  const r = useReviewTexts();
  const o = useObjectiveTexts();
  const [isAsked, setAsked] = useState(false);
  const open = stillOpen(review, r);
  return (
    <div className={styles.box}>
      <Part title={r.closing}>
        <p className={styles.hint}>{r.closeHint}</p>
        <div className={styles.ways}>
          <Button
            appearance={isAsked ? "secondary" : "primary"}
            onClick={({ detail }) => setAsked(!isAsked || detail > 1)}
          >
            {isAsked ? o.cancel : r.close}
          </Button>
          {isAsked && (
            <Button appearance="primary" onClick={onClose}>
              {r.reallyClose}
            </Button>
          )}
        </div>
        <div role="status">{isAsked && open.length > 0 && <Lines lines={open} empty="" />}</div>
      </Part>
    </div>
  );
}

function stillOpen({ evidence, decisions, forecasts }: Review, r: ReviewTexts): string[] {
  const followUps = evidence.followUps.filter(({ outcome }) => outcome === "open").length;
  const unforeseen = evidence.objectives.filter(
    ({ id }) => !forecasts.some(({ objectiveId }) => objectiveId === id),
  ).length;
  return [
    ...(decisions.length === 0 ? [r.noDecisions] : []),
    ...(evidence.openProposals > 0 ? [r.proposals(evidence.openProposals)] : []),
    ...(followUps > 0 ? [r.followUpsOpen(followUps)] : []),
    ...(unforeseen > 0 ? [r.unforeseen(unforeseen)] : []),
  ];
}
