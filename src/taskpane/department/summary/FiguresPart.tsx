/** The fuller figures: each says its answer in a sentence, with the table behind it. */
import { useCallback } from "react";
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { loadFigures } from "../corrections/correctionsApi.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { Failed } from "../Failed.tsx";
import type { PageProps } from "../pages.ts";
import { queryOf } from "../period.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { AccuracyTable } from "./AccuracyTable.tsx";
import { CalibrationTable } from "./CalibrationTable.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { PairList } from "./PairList.tsx";
import { PrioritySentences } from "./PrioritySentences.tsx";
import { TimeSentences } from "./TimeSentences.tsx";

type FiguresPartProps = Pick<PageProps, "department" | "period" | "parts">;

export default function FiguresPart({ department, period, parts }: FiguresPartProps) {
  const { api, now } = parts;
  const load = useCallback(
    () => loadFigures(api, department.id, queryOf(period, now())),
    [api, department.id, period, now],
  );
  const { answer, refresh } = useLoaded(load);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const figures = answer.value;
  return (
    <>
      <AccuracyTable figures={figures} taxonomy={department.taxonomy} />
      <PairList pairs={figures.pairs} department={department} parts={parts} />
      <PrioritySentences figures={figures} policy={department.policy} />
      <CalibrationTable figures={figures} />
      <ChangeSentences figures={figures} />
      <OtherSentences figures={figures} />
      <TimeSentences figures={figures} />
    </>
  );
}

function ChangeSentences({ figures: { drift } }: { figures: Figures }) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  const c = useCorrectionTexts();
  const changed = ({ before, after, on }: NonNullable<Figures["drift"]["errors"]>) =>
    c.drifted(f.share(before), f.share(after), on === undefined ? undefined : f.day(on));
  return (
    <section className={styles.section}>
      <h3 className={styles.name}>{c.change}</h3>
      <p className={styles.line}>{drift.errors ? changed(drift.errors) : c.steady}</p>
      <p className={styles.line}>{c.mix[drift.mix?.state ?? "unknown"]}</p>
    </section>
  );
}

type Four = [string, string, string, string];

function OtherSentences({
  figures: { fairness, comparison, reach, ceiling, powered, skipped },
}: {
  figures: Figures;
}) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  const c = useCorrectionTexts();
  const [low, high] = powered ? f.ends(powered.low, powered.high) : ["", ""];
  return (
    <section className={styles.section}>
      <h3 className={styles.name}>{c.others}</h3>
      <p className={styles.line}>{c.fairness[fairness.kind]}</p>
      <ComparisonTable comparison={comparison} />
      {reach && (
        <p className={styles.line}>
          {c.reach(
            ...([reach.opened, reach.saw, reach.answered, reach.assigned].map(f.number) as Four),
            reach.days,
          )}
        </p>
      )}
      <p className={styles.line}>
        {ceiling.agreement === null ? c.noCeiling : c.ceiling(f.share(ceiling.agreement), ceiling.messages)}
      </p>
      {powered && <p className={styles.quiet}>{c.powered(f.share(powered.estimate), low, high)}</p>}
      {skipped.budget + skipped.urgent > 0 && (
        <p className={styles.quiet}>{c.skipped(f.number(skipped.budget), f.number(skipped.urgent))}</p>
      )}
    </section>
  );
}
