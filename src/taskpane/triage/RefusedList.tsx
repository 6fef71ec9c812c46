/** What could not be stored: which verdict, why, and a way to be done with it. */
import { Button } from "@fluentui/react-components";
import type { Me } from "../../triage/department.ts";
import type { Entry } from "../outbox/outboxEntry.ts";
import { useWords } from "../words.tsx";
import { FootList } from "./FootList.tsx";
import { deliveryWords } from "./verdictWords.ts";

interface RefusedListProps {
  refused: readonly Entry[];
  departments: Me["departments"];
  now: number;
  onDismiss(id: string): void;
}

export function RefusedList({ refused, departments, now, onDismiss }: RefusedListProps) {
  const words = useWords();
  const { t, f } = words;
  return (
    <FootList
      title={t.refusedTitle}
      empty={t.noVerdicts}
      rows={refused.map((entry) => {
        const what = deliveryWords(entry, departments, words);
        return {
          id: entry.id,
          what,
          when: entry.delivery.kind === "undo" ? "" : f.when(entry.delivery.request.decidedAt, now),
          detail: t.failures[entry.refused ?? "internal"],
          way: (
            <Button
              appearance="subtle"
              size="small"
              aria-label={t.dismissWhat(what)}
              onClick={() => onDismiss(entry.id)}
            >
              {t.dismiss}
            </Button>
          ),
        };
      })}
    />
  );
}
