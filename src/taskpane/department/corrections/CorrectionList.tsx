/** The corrections of a department, for its leads: accept, decline with a reason, open the message in Outlook. */
import { Button, Select } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Correction, CorrectionQuery, Corrections } from "../../../triage/correction.ts";
import type { Failure } from "../../../triage/failure.ts";
import { Failed } from "../Failed.tsx";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { CorrectionCard } from "./CorrectionCard.tsx";
import { useCardStyles } from "./cardStyles.ts";
import { decideCorrection, loadCorrections } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { useFollowed } from "./followed.ts";
import { ResultLine } from "./ResultLine.tsx";

/** To look at: nobody has decided yet. Waiting: those, and the accepted ones that no version has learned. */
const kinds = ["received", "waiting", "all"] as const;
type Shown = (typeof kinds)[number];

const queryOf = (shown: Shown): CorrectionQuery => (shown === "all" ? {} : { state: shown });

const idsOf = (corrections: readonly Correction[]) => corrections.map(({ feedbackId }) => feedbackId);

type CorrectionListProps = Pick<PageProps, "department" | "parts" | "landing">;

export function CorrectionList({ department, parts, landing }: CorrectionListProps) {
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const { api } = parts;
  const [shown, setShown] = useState<Shown>(landing?.on === "corrections" ? "received" : "waiting");
  const [older, setOlder] = useState<Corrections[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const followed = useFollowed("corrections");
  const load = useCallback(
    () => loadCorrections(api, department.id, queryOf(shown)),
    [api, department.id, shown],
  );
  const { answer, refresh, keep } = useLoaded(load);
  useEffect(() => {
    if (!answer) setOlder([]);
  }, [answer]);
  const pages = answer?.ok ? [answer.value, ...older] : [];
  const all = pages.flatMap(({ corrections }) => corrections);
  const decide = async (one: Correction, decision: "accept" | "decline", because?: string) => {
    const body = { feedbackId: one.feedbackId, decision, ...(because ? { because } : {}) };
    const decided = await decideCorrection(api, department.id, one.predictionId, body);
    setFailure(decided.ok ? undefined : decided.failure);
    if (!decided.ok) return false;
    // What was decided is told over all of them; the list goes on showing what it showed.
    const now = shown === "all" ? decided : await load();
    setOlder([]);
    if (now.ok) keep(now.value);
    const left = now.ok ? now.value.corrections : [];
    followed.follow(c.done[decision], one.feedbackId, idsOf(all), idsOf(left));
    return true;
  };
  const more = async () => {
    const before = all.at(-1)?.at;
    const next = await loadCorrections(api, department.id, {
      ...queryOf(shown),
      ...(before === undefined ? {} : { before }),
    });
    if (next.ok) setOlder([...older, next.value]);
    setFailure(next.ok ? undefined : next.failure);
  };
  return (
    <section className={styles.section} aria-labelledby="corrections-title">
      <div className={styles.head}>
        <h2 id="corrections-title" className={styles.title}>
          {c.corrections}
        </h2>
        <Select
          size="small"
          aria-label={c.show}
          value={shown}
          onChange={(_, { value }) => setShown(value as Shown)}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {c.shown[kind]}
            </option>
          ))}
        </Select>
      </div>
      {!answer && <Waiting />}
      {answer?.ok === false && <Failed failure={answer.failure} onRetry={refresh} />}
      {answer?.ok && <Counts of={answer.value.counts} />}
      <ResultLine text={followed.text} failure={failure} landing={followed.onLine} />
      {answer?.ok && all.length === 0 && <p className={styles.line}>{c.none}</p>}
      {all.length > 0 && (
        <p className={styles.quiet}>
          {all.some(({ hasMessage }) => hasMessage) && parts.openMessage
            ? c.noSubjects
            : c.noSubjectsNorOpening}
        </p>
      )}
      <ul className={styles.list}>
        {all.map((one, i) => (
          <li key={one.feedbackId}>
            <CorrectionCard
              correction={one}
              department={department}
              parts={parts}
              landing={
                followed.at(one.feedbackId) ??
                (i === 0 && landing?.on === "corrections" ? landing : undefined)
              }
              decide={decide}
            />
          </li>
        ))}
      </ul>
      {pages.at(-1)?.hasMore && (
        <Button size="small" onClick={() => void more()}>
          {c.more}
        </Button>
      )}
    </section>
  );
}

function Counts({ of: { received, accepted, learned, declined } }: { of: Corrections["counts"] }) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  const c = useCorrectionTexts();
  return (
    <p className={styles.quiet}>
      {c.counts(f.number(received + accepted), f.number(learned), f.number(declined))}
    </p>
  );
}
