/** The corrections of a department, for its leads: accept, decline with a reason, open the message in Outlook. */
import { Button, Select } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Correction, Corrections } from "../../../triage/correction.ts";
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

type Shown = "waiting" | "all";

const isWaiting = ({ state }: Correction) => state === "received" || state === "accepted";

export function CorrectionList({ department, parts }: Pick<PageProps, "department" | "parts">) {
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  const c = useCorrectionTexts();
  const { api } = parts;
  const [shown, setShown] = useState<Shown>("waiting");
  const [older, setOlder] = useState<Corrections[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const load = useCallback(() => loadCorrections(api, department.id), [api, department.id]);
  const { answer, refresh, keep } = useLoaded(load);
  useEffect(() => {
    if (!answer) setOlder([]);
  }, [answer]);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const pages = [answer.value, ...older];
  const all = pages.flatMap(({ corrections }) => corrections);
  const { received, accepted, learned, declined } = answer.value.counts;
  const decide = async (one: Correction, decision: "accept" | "decline", because?: string) => {
    const body = { feedbackId: one.feedbackId, decision, ...(because ? { because } : {}) };
    const decided = await decideCorrection(api, department.id, one.predictionId, body);
    setFailure(decided.ok ? undefined : decided.failure);
    if (decided.ok) {
      setOlder([]);
      keep(decided.value);
    }
    return decided.ok;
  };
  const more = async () => {
    const before = all.at(-1)?.at;
    const next = await loadCorrections(api, department.id, before === undefined ? {} : { before });
    if (next.ok) setOlder([...older, next.value]);
    setFailure(next.ok ? undefined : next.failure);
  };
  const list = shown === "all" ? all : all.filter(isWaiting);
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
          <option value="waiting">{c.shown.waiting}</option>
          <option value="all">{c.shown.all}</option>
        </Select>
      </div>
      <p className={styles.quiet}>
        {c.counts(f.number(received + accepted), f.number(learned), f.number(declined))}
      </p>
      <div role="alert">{failure && <p className={styles.line}>{t.failures[failure.code]}</p>}</div>
      {list.length === 0 && <p className={styles.line}>{c.none}</p>}
      <ul className={styles.list}>
        {list.map((one) => (
          <li key={one.feedbackId}>
            <CorrectionCard correction={one} department={department} parts={parts} decide={decide} />
          </li>
        ))}
      </ul>
      {pages.at(-1)!.hasMore && (
        <Button size="small" onClick={() => void more()}>
          {c.more}
        </Button>
      )}
    </section>
  );
}
