/** The review to take along: as text for Teams or a mail, as CSV, or on paper. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Review } from "../../../triage/review.ts";
import { saveAs } from "../saveAs.ts";
import { csvOf, type Speaking, textOf } from "./outline.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  ways: { display: "flex", flexWrap: "wrap", gap: "8px", "@media print": { display: "none" } },
});

interface ExportsProps {
  review: Review;
  department: string;
  say: Speaking;
  copy(text: string): Promise<boolean>;
}

export function Exports({ review, department, say, copy }: ExportsProps) {
  const styles = useStyles();
  const r = useReviewTexts();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.ways}>
      <Button size="small" onClick={() => void copy(textOf(review, department, say)).then(setCopied)}>
        {isCopied ? r.copied : r.copyText}
      </Button>
      {/* Excel reads UTF-8 only where a mark says so. */}
      <Button size="small" onClick={() => saveAs("review.csv", "text/csv", `\ufeff${csvOf(review, say)}`)}>
        {r.saveCsv}
      </Button>
      <Button size="small" onClick={() => window.print()}>
        {r.print}
      </Button>
    </div>
  );
}
