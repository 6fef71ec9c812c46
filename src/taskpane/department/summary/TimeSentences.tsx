/** How long it takes, what the checks cost, and what is saved where somebody measured the time before. */
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import type { CorrectionTexts } from "../corrections/words/en.ts";
import { useRoomWords } from "../roomWords.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Seconds to a tenth below ten, then whole; minutes from two on, hours from two on. */
export function durationIn(ms: number, c: CorrectionTexts, number: (count: number) => string): string {
  if (ms >= 2 * hourMs) return c.hours(number(Math.round(ms / hourMs)));
  if (ms >= 2 * minuteMs) return c.minutes(number(Math.round(ms / minuteMs)));
  const seconds = ms / 1_000;
  return c.seconds(number(seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)));
}

export function TimeSentences({ figures: { times, work, fewPeople } }: { figures: Figures }) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  const c = useCorrectionTexts();
  const told = (ms: number) => durationIn(ms, c, f.number);
  return (
    <section className={styles.section}>
      <h3 className={styles.name}>{c.time}</h3>
      {fewPeople && <p className={styles.line}>{c.fewPeople}</p>}
      {times?.wait.median != null && times.wait.p90 != null && (
        <p className={styles.line}>{c.wait(told(times.wait.median), told(times.wait.p90))}</p>
      )}
      {times?.handling.median != null && times.handling.p90 != null && (
        <p className={styles.line}>{c.handling(told(times.handling.median), told(times.handling.p90))}</p>
      )}
      {work?.onePress.share != null && (
        <p className={styles.line}>{c.onePress(f.share(work.onePress.share))}</p>
      )}
      {work && <p className={styles.line}>{c.asked(f.number(Math.round(work.askedMinutes)))}</p>}
      {work && (
        <p className={styles.line}>
          {work.savedMinutes === null ? c.noBaseline : c.saved(f.number(Math.round(work.savedMinutes)))}
        </p>
      )}
    </section>
  );
}
