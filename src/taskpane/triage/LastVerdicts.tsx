/** The person's last ten verdicts, what became of each, and its way back; it names the messages opened since, since no name is stored. */
import { Button } from "@fluentui/react-components";
import type { Me } from "../../triage/department.ts";
import type { RecentVerdict } from "../../triage/receipt.ts";
import { useWords } from "../words.tsx";
import { FootList } from "./FootList.tsx";
import { receiptWords, saidWords } from "./verdictWords.ts";

interface LastVerdictsProps {
  recent: readonly RecentVerdict[];
  departments: Me["departments"];
  now: number;
  /** Subjects of this session; the API stores none. */
  subjectOf(predictionId: string): string | undefined;
  onUndo(verdict: RecentVerdict): void;
}

export function LastVerdicts({ recent, departments, now, subjectOf, onUndo }: LastVerdictsProps) {
  const words = useWords();
  const { t, f } = words;
  return (
    <FootList
      title={t.lastVerdicts}
      empty={t.noVerdicts}
      rows={recent.map((verdict) => {
        const what = saidWords(verdict, departments, words);
        const about = subjectOf(verdict.predictionId);
        return {
          id: verdict.feedbackId,
          ...(about ? { about } : {}),
          what,
          when: f.when(verdict.at, now),
          detail: receiptWords(verdict, words),
          way: (
            <Button
              appearance="subtle"
              size="small"
              aria-label={t.undoWhat(about ? t.both(what, about) : what)}
              onClick={() => onUndo(verdict)}
            >
              {t.undo}
            </Button>
          ),
        };
      })}
    />
  );
}
