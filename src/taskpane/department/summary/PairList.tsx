/** Categories taken for each other; for leads each opens the corrections behind it. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Correction } from "../../../triage/correction.ts";
import type { Failure } from "../../../triage/failure.ts";
import type { ConfusedPair } from "../../../triage/figures.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { CorrectionCard } from "../corrections/CorrectionCard.tsx";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { loadCorrections } from "../corrections/correctionsApi.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";

interface PairListProps extends Pick<PageProps, "department" | "parts"> {
  pairs: readonly ConfusedPair[];
}

export function PairList({ pairs, department, parts }: PairListProps) {
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  return (
    <section className={styles.section}>
      <h3 className={styles.name}>{c.pairs}</h3>
      {pairs.length === 0 && <p className={styles.line}>{c.noPairs}</p>}
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <li key={`${pair.first} ${pair.second}`}>
            <Pair pair={pair} department={department} parts={parts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const newestFirst = (a: Correction, b: Correction) => b.at - a.at;

function Pair({ pair, department, parts }: { pair: ConfusedPair } & Pick<PageProps, "department" | "parts">) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const c = useCorrectionTexts();
  const [evidence, setEvidence] = useState<Correction[]>();
  const [failure, setFailure] = useState<Failure>();
  const { first, second, total } = pair;
  const show = async () => {
    const both = await Promise.all(
      [
        { predicted: first, said: second },
        { predicted: second, said: first },
      ].map((query) => loadCorrections(parts.api, department.id, query)),
    );
    const failed = both.find((one) => !one.ok);
    setFailure(failed && !failed.ok ? failed.failure : undefined);
    setEvidence(both.flatMap((one) => (one.ok ? one.value.corrections : [])).sort(newestFirst));
  };
  return (
    <>
      <div className={styles.head}>
        <span>
          {nameOf(department.taxonomy, first, words)} ↔ {nameOf(department.taxonomy, second, words)}{" "}
          <strong>{f.number(total)}</strong>
        </span>
        {department.role !== "staff" && !evidence && (
          <Button size="small" onClick={() => void show()}>
            {c.evidence}
          </Button>
        )}
      </div>
      {failure && <p className={styles.line}>{t.failures[failure.code]}</p>}
      {evidence?.length === 0 && !failure && <p className={styles.quiet}>{c.none}</p>}
      {evidence?.map((one) => (
        <CorrectionCard key={one.feedbackId} correction={one} department={department} parts={parts} />
      ))}
    </>
  );
}
