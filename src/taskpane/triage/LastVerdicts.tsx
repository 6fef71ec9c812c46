/** The person's last ten verdicts and moves, what became of each, and its way back; it names the messages opened since, since no name is stored. */
import { Button } from "@fluentui/react-components";
import type { Me } from "../../triage/department.ts";
import { idOfRecent, isMove, type Recent } from "../outbox/recents.ts";
import { useWords } from "../words.tsx";
import { FootList } from "./FootList.tsx";
import { receiptWords, recentWords, undoWords } from "./verdictWords.ts";

interface LastVerdictsProps {
  recent: readonly Recent[];
  me: Me | undefined;
  now: number;
  /** Subjects of this session; the API stores none. */
  subjectOf(predictionId: string): string | undefined;
  onUndo(recent: Recent): void;
}

export function LastVerdicts({ recent, me, now, subjectOf, onUndo }: LastVerdictsProps) {
  const words = useWords();
  const { t, f } = words;
  return (
    <FootList
      title={t.lastVerdicts}
      empty={t.noVerdicts}
      rows={recent.map((one) => {
        const what = recentWords(one, me, words);
        const about = subjectOf(one.predictionId);
        return {
          id: idOfRecent(one),
          ...(about ? { about } : {}),
          what,
          when: f.when(one.at, now),
          detail: isMove(one) ? undefined : receiptWords(one, words),
          way: (
            <Button
              appearance="subtle"
              size="small"
              aria-label={undoWords(what, about, words)}
              onClick={() => onUndo(one)}
            >
              {t.undo}
            </Button>
          ),
        };
      })}
    />
  );
}
