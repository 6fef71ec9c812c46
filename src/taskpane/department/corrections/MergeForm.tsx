/** A category goes into another one: said in full what that means for old figures, and asked once more. */
import { Button } from "@fluentui/react-components";
import type { DepartmentView } from "../../../triage/department.ts";
import type { ApiClient } from "../../apiClient.ts";
import { Folded } from "../../Folded.tsx";
import { nameOf } from "../../triage/nameOf.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { CategorySelect } from "./CategorySelect.tsx";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { nothingChosen, useMerge } from "./useMerge.ts";

interface MergeFormProps {
  department: DepartmentView;
  api: Pick<ApiClient, "ask">;
  landing: Landing | undefined;
}

/** A taxonomy keeps at least this many. */
const fewest = 2;

export function MergeForm({ department, api, landing }: MergeFormProps) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const c = useCorrectionTexts();
  const merge = useMerge(department, api);
  const { chosen, isAsked, isSending, failure, merged, left } = merge;
  const called = (id: string) => nameOf(department.taxonomy, id, words);
  const isSought = landing?.on === "merging";
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLDivElement>(isSought ? landing : undefined);
  const isReady = chosen.category !== nothingChosen && chosen.into !== nothingChosen;
  return (
    <div ref={ref} tabIndex={isSought ? -1 : undefined} className={place}>
      <Folded summary={c.merge} startsOpen={isSought}>
        {left.length > fewest ? (
          <>
            <CategorySelect
              label={c.mergeFrom}
              value={chosen.category}
              from={left}
              nameOf={called}
              onValue={(category) => merge.choose({ ...chosen, category })}
            />
            <CategorySelect
              label={c.mergeInto}
              value={chosen.into}
              from={left.filter((id) => id !== chosen.category)}
              nameOf={called}
              onValue={(into) => merge.choose({ ...chosen, into })}
            />
            {!isAsked && (
              <div className={styles.ways}>
                <Button disabled={!isReady} onClick={() => merge.ask(true)}>
                  {c.merge}
                </Button>
              </div>
            )}
          </>
        ) : (
          <p className={styles.line}>{c.mergeTooFew}</p>
        )}
        <div role="status">
          {isAsked && (
            <p className={styles.line}>{c.mergeMeans(called(chosen.category), called(chosen.into))}</p>
          )}
          {merged.map((one) => (
            <p key={one.category} className={styles.line}>
              {c.merged(called(one.category), called(one.into))}
            </p>
          ))}
        </div>
        {isAsked && (
          <div className={styles.ways}>
            <Button appearance="primary" disabled={isSending} onClick={() => void merge.send()}>
              {c.reallyMerge}
            </Button>
            <Button disabled={isSending} onClick={() => merge.ask(false)}>
              {c.cancel}
            </Button>
          </div>
        )}
        <div role="alert">{failure && <p className={styles.line}>{words.t.failures[failure.code]}</p>}</div>
      </Folded>
    </div>
  );
}
